import { commandIds } from '#shared/commands.ts';
import { api } from '../api.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useSelectionStore } from '../stores/library/selection-store.ts';
import { useSessionsStore } from '../stores/library/sessions-store.ts';
import { useUndoStore } from '../stores/library/undo-store.ts';
import { useViewStore } from '../stores/window/view-store.ts';
import { canRunNow } from './run-command.ts';

/** An answer changes the stores with every frame; the menu need not look that often. */
const delayMs = 100;

/** Tells main which commands can run whenever that changes. Returns the function that ends it. */
export function reportEnabledCommands(): () => void {
  let reported = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function report(): void {
    timer = undefined;
    const enabled = commandIds.filter(canRunNow);
    if (enabled.join() === reported) return;
    reported = enabled.join();
    api.request('menu:enable', { commands: enabled }).catch(() => undefined);
  }
  const look = () => {
    timer ??= setTimeout(report, delayMs);
  };

  look();
  const subscriptions = [useChatStore, useSelectionStore, useSessionsStore, useUndoStore, useViewStore].map(
    (store) => store.subscribe(look),
  );
  return () => {
    clearTimeout(timer);
    for (const unsubscribe of subscriptions) unsubscribe();
  };
}

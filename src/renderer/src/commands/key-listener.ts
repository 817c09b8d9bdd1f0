import { type CommandId, commandForKey } from '#shared/commands.ts';
import { focusOn, hasText, isPopupOpen } from '../focus.ts';
import { isMac, useSettingsStore } from '../stores/window/settings-store.ts';
import { useViewStore } from '../stores/window/view-store.ts';
import { runCommand } from './run-command.ts';

/** The one listener for all shortcuts. Returns the function that ends it. */
export function listenForCommandKeys(): () => void {
  // Popups close on the same key press before it arrives here, so their state is read on its way down.
  let wasPopupOpen = false;
  const look = () => {
    wasPopupOpen = isPopupOpen();
  };
  const handle = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape' && !wasPopupOpen && leaveView()) {
      event.preventDefault();
      return;
    }
    const id = commandForKey(event, isMac(useSettingsStore.getState()));
    if (id === undefined || !mayRun(id, wasPopupOpen)) return;
    if (runCommand(id)) event.preventDefault();
  };
  window.addEventListener('keydown', look, { capture: true });
  window.addEventListener('keydown', handle);
  return () => {
    window.removeEventListener('keydown', look, { capture: true });
    window.removeEventListener('keydown', handle);
  };
}

/** From search, history, statistics or trash back to the conversation; false when that is what is shown. */
function leaveView(): boolean {
  const { mainView, show } = useViewStore.getState();
  if (mainView === 'conversation') return false;
  show('conversation');
  focusOn('composer');
  return true;
}

/** What a key may do depends on where it is pressed; whether the command can run now is another question. */
function mayRun(id: CommandId, wasPopupOpen: boolean): boolean {
  if (id === 'answer.stop') return !wasPopupOpen;
  // A field with text in it undoes its own typing.
  return id !== 'edit.undo-delete' || !hasText(document.activeElement);
}

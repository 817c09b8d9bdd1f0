import { isShortcut, type KeyPress } from '#shared/commands.ts';
import type { Message } from '#shared/domain.ts';
import { attempt } from '../../actions/attempt.ts';
import { useNoticesStore } from '../../stores/window/notices-store.ts';
import type { MessageAction } from './message-action.ts';
import { actionsFor } from './message-actions.ts';
import { messageState } from './message-state.ts';

/** The action a key means for a message now, if any. */
export function actionForKey(message: Message, press: KeyPress): MessageAction | undefined {
  return actionsFor(message, messageState(message)).find(
    ({ key }) => key !== null && isShortcut(key, press, false),
  );
}

/** Runs an action from a key or the menu, where a success that is visible nowhere else gets a notice. */
export function runMessageAction(action: MessageAction, message: Message): void {
  attempt(async () => {
    const isDone = (await action.run(message, messageState(message))) !== false;
    if (action.isConfirmed) useNoticesStore.getState().show({ kind: isDone ? 'copied' : 'copy-failed' });
  });
}

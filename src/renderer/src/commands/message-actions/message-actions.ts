import type { Message } from '#shared/domain.ts';
import { answerActions } from './answer-actions.ts';
import { branchActions } from './branch-actions.ts';
import { copyActions } from './copy-actions.ts';
import { deleteActions } from './delete-actions.ts';
import { lookActions } from './look-actions.ts';
import type { MessageAction, MessageState } from './message-action.ts';
import { promptActions } from './prompt-actions.ts';

/**
 * Everything that can be done with one message, once. The buttons under a message, its menu, its keys and the cheat
 * sheet all read this list; nothing else has to be touched.
 *
 * To add one: write it in the file of its group (`answer-actions.ts`: ask again, edit, continue, compare, provenance;
 * `branch-actions.ts`: new sessions and branches; `delete-actions.ts` ...), with its words in `text.messageActions`
 * (`shared/text/en-reading.ts`). `run` is a call of an action in `actions/`; what is heavy is imported inside it, because
 * the window starts with this list. If `appliesTo` needs to know more of the window, add it to `MessageState`. A test
 * sees to it that no key is given twice.
 */
export const messageActions: readonly MessageAction[] = [
  ...copyActions,
  ...promptActions,
  ...answerActions,
  ...branchActions,
  ...lookActions,
  ...deleteActions,
];

/** Those that can be done with a message now, in their order. */
export function actionsFor(message: Message, state: MessageState): readonly MessageAction[] {
  return messageActions.filter((action) => action.appliesTo(message, state));
}

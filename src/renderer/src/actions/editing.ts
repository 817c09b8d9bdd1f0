import { messageLengthLimit } from '#shared/contract/chat.ts';
import type { Edit } from '#shared/contract/edits.ts';
import type { Message } from '#shared/domain.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { editAnswer } from '../stores/chat/edited-answer.ts';
import { isChanged, useEditsStore } from '../stores/chat/edits-store.ts';
import { nextModelsOf, useNextModelsStore } from '../stores/chat/next-models-store.ts';

export type EditProblem = 'busy' | 'empty' | 'unchanged' | 'too-long';

/** Why a message written anew cannot be sent, or an answer not be saved, yet. */
export function editProblem(message: Message, edit: Edit, isBusy: boolean): EditProblem | null {
  const isAnswer = message.role === 'assistant';
  const hasFiles = !isAnswer && message.attachments.length > edit.removedIds.length;
  if (isBusy) return 'busy';
  if (edit.text.trim() === '' && !hasFiles) return 'empty';
  if (edit.text.length > messageLengthLimit) return 'too-long';
  // The same question once more is a fair wish, the same answer is none.
  return isAnswer && !isChanged(edit, message) ? 'unchanged' : null;
}

/** Sends a question written anew, or saves an answer, beside the one it was. What is refused is in its field again. */
export async function finishEdit(message: Message): Promise<void> {
  const { edits, take, drop, restore } = useEditsStore.getState();
  const { running, send } = useChatStore.getState();
  const edit = edits[message.id];
  if (edit === undefined) return;
  if (editProblem(message, edit, running[message.sessionId] !== undefined) !== null) return;
  take(message.id);
  try {
    if (message.role === 'assistant') await editAnswer(message, edit.text);
    else
      await send(message.sessionId, {
        text: edit.text,
        attachments: message.attachments.filter(({ id }) => !edit.removedIds.includes(id)),
        parentId: message.parentId,
        models: nextModelsOf(useNextModelsStore.getState(), message.sessionId),
      });
    if (!isBegunAnew(message)) drop(message.id);
  } catch (thrown) {
    if (!isBegunAnew(message)) restore(message.id, edit);
    throw thrown;
  }
}

/** While it was on its way its field was opened again: what is in that is newer. */
function isBegunAnew({ id }: Message): boolean {
  return useEditsStore.getState().edits[id] !== undefined;
}

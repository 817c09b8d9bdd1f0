import { repliesAtOnce } from '#shared/contract/chat.ts';
import type { Message, MessageId, SessionId } from '#shared/domain.ts';
import type { AskAgain } from '../stores/chat/asking.ts';
import type { ChatState } from '../stores/chat/chat-state.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { columnsAround, columnsOf, useSideBySideStore } from '../stores/chat/side-by-side-store.ts';

/** Shows the answers to a question beside each other, or the one of the branch alone again. */
export async function toggleSideBySide(message: Message): Promise<void> {
  const { forks, open, fold } = useSideBySideStore.getState();
  if (message.parentId === null) return;
  if (columnsOf(forks, message).length > 0) {
    fold(message.parentId);
    return;
  }
  const columns = columnsAround(message);
  await useChatStore.getState().loadBeside(message.sessionId, columns);
  open(message.parentId, columns);
}

/** Goes on with one of the answers; the others stay reachable. */
export async function keepAnswer(message: Message): Promise<void> {
  const { conversations, selectBranch } = useChatStore.getState();
  const isShown = conversations[message.sessionId]?.messages.some(({ id }) => id === message.id) === true;
  if (!isShown) await selectBranch(message.sessionId, message.id);
  if (message.parentId !== null) useSideBySideStore.getState().fold(message.parentId);
}

/**
 * Another answer to the question of one there is. Beside others it is by the model of that one unless another is named,
 * and the new one stands beside them, or in its place when there are too many.
 */
export async function askOnceMore(message: Message, how: AskAgain = {}): Promise<void> {
  const { id, sessionId, parentId } = message;
  if (parentId === null) return;
  const { forks, open } = useSideBySideStore.getState();
  const columns = columnsOf(forks, message);
  const models = how.models !== undefined && how.models.length > 0 ? how.models : columnModels(message);
  const asked = useChatStore.getState().retry(sessionId, parentId, { ...how, models });
  // Shown already, as an empty answer; several find their places by themselves.
  const { messages = [] } = useChatStore.getState().conversations[sessionId] ?? {};
  const added = messages.find((each) => each.parentId === parentId)?.id;
  const isColumn = columns.length > 0 && models.length < 2;
  if (!isColumn || added === undefined || columns.includes(added)) return asked;
  const hasRoom = columns.length < repliesAtOnce;
  open(parentId, hasRoom ? [...columns, added] : columns.map((column) => (column === id ? added : column)));
  try {
    await asked;
  } catch (thrown) {
    open(parentId, columns);
    throw thrown;
  }
}

/** The model to ask again where answers stand beside each other; none where it is the session's. */
export function columnModels(message: Message): readonly string[] {
  const isColumn = columnsOf(useSideBySideStore.getState().forks, message).length > 0;
  return isColumn && message.model !== null ? [message.model] : [];
}

/** The answer itself, wherever it stands. */
export function messageOf(
  { conversations, beside }: Pick<ChatState, 'conversations' | 'beside'>,
  sessionId: SessionId,
  messageId: MessageId,
): Message | undefined {
  return conversations[sessionId]?.messages.find(({ id }) => id === messageId) ?? beside[messageId];
}

/** Answers that begin together stand side by side. Returns the function that ends that. */
export function followSeveralAnswers(): () => void {
  return useChatStore.subscribe((state, before) => {
    if (state.running === before.running) return;
    for (const [sessionId, ids] of Object.entries(state.running)) {
      const begun = ids.filter((id) => before.running[sessionId]?.includes(id) !== true);
      const parentId = commonParent(state, sessionId, begun);
      if (parentId !== null) useSideBySideStore.getState().open(parentId, begun);
    }
  });
}

/** The question that all of them answer; null for fewer than two, or when somebody else may know. */
function commonParent(state: ChatState, sessionId: SessionId, ids: readonly MessageId[]): MessageId | null {
  if (ids.length < 2) return null;
  const parents = new Set(ids.map((id) => messageOf(state, sessionId, id)?.parentId ?? null));
  const [parent] = parents;
  return parents.size === 1 && parent !== undefined ? parent : null;
}

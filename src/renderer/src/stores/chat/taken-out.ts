import type { OpenedSession } from '#shared/contract/sessions.ts';
import type { MessageId, SessionId } from '#shared/domain.ts';
import { api } from '../../api.ts';
import { whileChangingTree } from './changing-tree.ts';
import { sessionOpened, withConversation, without } from './chat-state.ts';
import { useChatStore } from './chat-store.ts';
import { type Conversation, putMessage } from './conversation.ts';

/** Takes single messages to the trash, all or none; what is shown stays in its place. */
export async function takeOut(sessionId: SessionId, messageIds: readonly MessageId[]): Promise<void> {
  await whileChangingTree(sessionId, async () => {
    const opened = await api.request('messages:trash-some', { sessionId, messageIds });
    await showWithout(sessionId, new Set(messageIds), opened);
  });
}

async function showWithout(
  sessionId: SessionId,
  gone: ReadonlySet<MessageId>,
  opened: OpenedSession,
): Promise<void> {
  const conversation = useChatStore.getState().conversations[sessionId];
  if (conversation === undefined) return;
  const moved = movedUp(conversation, gone);
  if (moved === null) {
    // The end of the branch went: another one is shown, or what led to it.
    useChatStore.setState((state) =>
      sessionOpened({ ...state, conversations: without(state.conversations, sessionId) }, opened, Date.now()),
    );
    return;
  }
  const anew =
    moved.length === 0 ? [] : await api.request('messages:get-some', { sessionId, messageIds: moved });
  useChatStore.setState((state) =>
    withConversation(state, sessionId, (present) =>
      anew.reduce(putMessage, {
        ...present,
        session: opened.session,
        messages: present.messages.filter(({ id }) => !gone.has(id)),
      }),
    ),
  );
}

/** Those that have another parent now; null when the loaded end of the branch, or all that is loaded, is gone. */
export function movedUp(
  { messages, hasNewer }: Pick<Conversation, 'messages' | 'hasNewer'>,
  gone: ReadonlySet<MessageId>,
): MessageId[] | null {
  const last = messages.at(-1);
  const isEndGone = last !== undefined && gone.has(last.id) && !hasNewer;
  if (isEndGone || messages.every(({ id }) => gone.has(id))) return null;
  return messages.flatMap(({ id, parentId }) =>
    parentId !== null && gone.has(parentId) && !gone.has(id) ? [id] : [],
  );
}

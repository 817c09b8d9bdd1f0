import type { Message, MessageId, SessionId } from '#shared/domain.ts';

/** A question as it is shown until main has answered with its row. */
export function newUserMessage(
  sessionId: SessionId,
  parentId: MessageId | null,
  { content, attachments, siblingIds }: Pick<Message, 'content' | 'attachments' | 'siblingIds'>,
): Message {
  const message = newMessage(sessionId, parentId);
  return {
    ...message,
    role: 'user',
    content,
    attachments,
    status: 'complete',
    siblingIds: [...siblingIds, message.id],
  };
}

/** An answer that has not begun. `siblingIds` are the other answers to the same question. */
export function newReply(
  sessionId: SessionId,
  parentId: MessageId,
  siblingIds: readonly MessageId[],
  model: string | null,
): Message {
  const reply = newMessage(sessionId, parentId);
  return { ...reply, model, siblingIds: [...siblingIds, reply.id] };
}

function newMessage(sessionId: SessionId, parentId: MessageId | null): Message {
  const id = crypto.randomUUID();
  return {
    id,
    sessionId,
    parentId,
    role: 'assistant',
    content: '',
    thinking: '',
    model: null,
    status: 'streaming',
    error: null,
    createdAt: Date.now(),
    editedAt: null,
    usage: null,
    attachments: [],
    siblingIds: [id],
  };
}

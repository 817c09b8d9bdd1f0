import type { ReplyBasis, WantedReply } from '#shared/contract/chat.ts';
import type { Message, MessageId, SessionId } from '#shared/domain.ts';
import type { ChatBench } from './chat-bench.ts';

let count = 0;

export function wanted(replyId: MessageId, model: string | null = null): WantedReply {
  return { replyId, model, parameters: {} };
}

/** Sends a text and gives the ids it was sent with. */
export async function send(
  bench: ChatBench,
  sessionId: SessionId,
  text: string,
  {
    parentId = null,
    models = [null],
  }: { parentId?: MessageId | null; models?: readonly (string | null)[] } = {},
): Promise<{
  readonly userMessageId: MessageId;
  readonly replyId: MessageId;
  readonly replyIds: readonly MessageId[];
}> {
  count += 1;
  const userMessageId = `user-${count}`;
  const replies = models.map((model, index) =>
    wanted(`reply-${count}${index === 0 ? '' : `-${index + 1}`}`, model),
  );
  await bench.chat.send({ sessionId, parentId, userMessageId, text, attachmentIds: [], replies });
  return { userMessageId, replyId: `reply-${count}`, replyIds: replies.map(({ replyId }) => replyId) };
}

/** Asks again and gives the id of the new answer. */
export async function askAgain(
  bench: ChatBench,
  sessionId: SessionId,
  userMessageId: MessageId,
  basis: ReplyBasis = { kind: 'branch' },
  how: Partial<WantedReply> = {},
): Promise<MessageId> {
  count += 1;
  const replyId = `reply-${count}`;
  await bench.chat.retry({ sessionId, userMessageId, replies: [{ ...wanted(replyId), ...how }], basis });
  return replyId;
}

/** The answer as it ended the last time. */
export async function ended(bench: ChatBench, replyId: MessageId, times = 1): Promise<Message> {
  const ends = () => bench.events('chat:ended').filter(({ reply }) => reply.id === replyId);
  await bench.waitFor('chat:ended', () => ends().length >= times);
  const last = ends().at(-1);
  if (last === undefined) throw new Error(`${replyId} has not ended`);
  return last.reply;
}

/** Bodies of the requests to /api/chat, the first one first. */
export async function chatBody(
  bench: ChatBench,
  number: number,
): Promise<{ readonly messages: readonly unknown[] }> {
  const { body } = await bench.server.waitForRequest('/api/chat', number);
  return body as { readonly messages: readonly unknown[] };
}

import * as v from 'valibot';
import {
  type Attachment,
  attachmentIdSchema,
  type MessageId,
  messageIdSchema,
  modelNameSchema,
  parameterChangesSchema,
  type SessionId,
  sessionIdSchema,
} from '../domain.ts';
import { attachmentCountLimit } from './attachments.ts';
import { messageLengthLimit, repliesAtOnce } from './chat.ts';
import { carries, takes } from './define.ts';

/** Most messages that may wait in one session. */
export const queueLimit = 50;

/** An answer that is wanted when its turn comes. */
const queuedReplySchema = v.strictObject({
  /** Null: the session's own, as it is then. */
  model: v.nullable(modelNameSchema),
  /** For this answer alone, laid over the session's parameters. */
  parameters: parameterChangesSchema,
});
export const queuedRepliesSchema = v.pipe(
  v.array(queuedReplySchema),
  v.minLength(1),
  v.maxLength(repliesAtOnce),
  v.readonly(),
);
export type QueuedReply = Readonly<v.InferOutput<typeof queuedReplySchema>>;

/** Written while an answer was running; goes by itself when that is complete. */
export interface QueuedMessage {
  /** Made by the window; the id of the message once it is sent. */
  readonly id: MessageId;
  readonly sessionId: SessionId;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** The answers it wants, at least one. */
  readonly replies: readonly QueuedReply[];
  readonly createdAt: number;
}

const queuedRequest = v.strictObject({ sessionId: sessionIdSchema, id: messageIdSchema });
const textSchema = v.pipe(v.string(), v.maxLength(messageLengthLimit));

export const queueRequests = {
  /**
   * Puts a message at the end and clears the draft. Goes at once when the session is not answering any more and no other
   * waits. Errors: queue-full; then the draft is as it was.
   */
  'queue:add': takes(
    v.pipe(
      v.strictObject({
        ...queuedRequest.entries,
        text: textSchema,
        /** Of the draft. */
        attachmentIds: v.pipe(v.array(attachmentIdSchema), v.maxLength(attachmentCountLimit), v.readonly()),
        replies: queuedRepliesSchema,
      }),
      v.check(({ text, attachmentIds }) => text !== '' || attachmentIds.length > 0, 'an empty message'),
    ),
  ).returns<void>(),
  /** Errors: not-found when it has been sent meanwhile. */
  'queue:change': takes(v.strictObject({ ...queuedRequest.entries, text: textSchema })).returns<void>(),
  /** Takes it out of the queue; until the next start it can be restored. */
  'queue:remove': takes(queuedRequest).returns<void>(),
  /** Back in its place, with its files; waits there when nothing is being answered. */
  'queue:restore': takes(queuedRequest).returns<void>(),
  /**
   * While a person changes it, a message does not go by itself; null: nobody changes one any more, and what waited only
   * for that goes.
   */
  'queue:hold': takes(
    v.strictObject({ sessionId: sessionIdSchema, id: v.nullable(messageIdSchema) }),
  ).returns<void>(),
  /** Sends the first one now: for a queue that stopped because an answer failed or was stopped. */
  'queue:resume': takes(v.strictObject({ sessionId: sessionIdSchema })).returns<void>(),
};

export const queueEvents = {
  'queue:changed': carries<{ readonly sessionId: SessionId; readonly queue: readonly QueuedMessage[] }>(),
};

import * as v from 'valibot';
import type { Message, MessageId, SessionId } from '../domain.ts';
import {
  attachmentIdSchema,
  messageIdSchema,
  modelNameSchema,
  parameterChangesSchema,
  sessionIdSchema,
} from '../domain.ts';
import type { ErrorReport } from '../errors.ts';
import { attachmentCountLimit } from './attachments.ts';
import { carries, takes } from './define.ts';

/** Longest text of one message, in UTF-16 units: far above any context window, far below what hurts. */
export const messageLengthLimit = 20_000_000;
/** Most answers to one question at the same time. */
export const repliesAtOnce = 4;
/** Longest remark about an answer, in UTF-16 units. */
export const remarkLimit = 100_000;

export interface RunningReply {
  readonly sessionId: SessionId;
  readonly replyId: MessageId;
}

const replySchema = v.strictObject({
  replyId: messageIdSchema,
  /** Null: the session's own. */
  model: v.nullable(modelNameSchema),
  /** For this answer alone, laid over the session's parameters. */
  parameters: parameterChangesSchema,
});
export type WantedReply = Readonly<v.InferOutput<typeof replySchema>>;
const repliesSchema = v.pipe(v.array(replySchema), v.minLength(1), v.maxLength(repliesAtOnce), v.readonly());

/**
 * What an answer is made from. `branch`: the question and what led to it. `revise`: the same, an answer there is, and a
 * remark about it. `repeat`: exactly what an answer there is was made from (model, options, system prompt, messages).
 */
const basisSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('branch') }),
  v.strictObject({
    kind: v.literal('revise'),
    messageId: messageIdSchema,
    remark: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(remarkLimit)),
  }),
  v.strictObject({ kind: v.literal('repeat'), messageId: messageIdSchema }),
]);
export type ReplyBasis = Readonly<v.InferOutput<typeof basisSchema>>;

export const chatRequests = {
  /**
   * Saves the question and an empty answer for each of `replies`, then starts their turns. The ids are made by the
   * window, because an answer to a request and an event have no fixed order between them. `attachmentIds` of the draft
   * go with the question; those of another message of the session are copied. Errors: not-found, busy,
   * model-not-chosen, disk-full ...; then nothing was saved and the text is still the window's.
   */
  'chat:send': takes(
    v.pipe(
      v.strictObject({
        sessionId: sessionIdSchema,
        parentId: v.nullable(messageIdSchema),
        userMessageId: messageIdSchema,
        text: v.pipe(v.string(), v.maxLength(messageLengthLimit)),
        attachmentIds: v.pipe(v.array(attachmentIdSchema), v.maxLength(attachmentCountLimit), v.readonly()),
        replies: repliesSchema,
      }),
      v.check(({ text, attachmentIds }) => text !== '' || attachmentIds.length > 0, 'an empty message'),
    ),
  ).returns<{ readonly user: Message; readonly replies: readonly Message[] }>(),

  /**
   * Asks again for the user message `userMessageId`: the new answers become siblings of the old ones. Errors: as for
   * chat:send; provenance-incomplete when what is to be repeated is not all there any more.
   */
  'chat:retry': takes(
    v.strictObject({
      sessionId: sessionIdSchema,
      userMessageId: messageIdSchema,
      replies: repliesSchema,
      basis: basisSchema,
    }),
  ).returns<{ readonly replies: readonly Message[] }>(),

  /**
   * Goes on with an answer that did not end by itself, from its very last character: the same row grows. Errors: busy,
   * not-found, invalid-input for one that has no text or came to its end.
   */
  'chat:continue': takes(v.strictObject({ sessionId: sessionIdSchema, messageId: messageIdSchema })).returns<{
    readonly reply: Message;
  }>(),

  /** Closes the connection of one answer, or of all of the session, at once; the text so far stays. */
  'chat:stop': takes(
    v.strictObject({ sessionId: sessionIdSchema, replyId: v.nullable(messageIdSchema) }),
  ).returns<void>(),

  /** All answers being written now, for a window that has just been (re)loaded. */
  'chat:running': takes(v.undefined()).returns<readonly RunningReply[]>(),
};

export interface ChatDelta {
  readonly sessionId: SessionId;
  readonly replyId: MessageId;
  readonly kind: 'content' | 'thinking';
  /** UTF-16 units of this kind before `text`: makes a repeat harmless and a gap visible. */
  readonly offset: number;
  readonly text: string;
}

export const chatEvents = {
  'chat:started': carries<RunningReply>(),
  'chat:delta': carries<ChatDelta>(),
  /** The row as it stands in the database: the last word on how the answer ended. */
  'chat:ended': carries<{ readonly sessionId: SessionId; readonly reply: Message }>(),
  /** A running answer cannot be written to disk at the moment (error) or can again (null). */
  'chat:journal': carries<RunningReply & { readonly error: ErrorReport | null }>(),
  /** A question that main sent by itself, as its turn in the queue came. */
  'chat:asked': carries<{ readonly user: Message; readonly replies: readonly Message[] }>(),
};

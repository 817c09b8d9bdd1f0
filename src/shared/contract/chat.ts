import * as v from 'valibot';
import type { Message, MessageId, SessionId } from '../domain.ts';
import { messageIdSchema, sessionIdSchema } from '../domain.ts';
import type { ErrorReport } from '../errors.ts';
import { carries, takes } from './define.ts';

/** Longest text of one message, in UTF-16 units: far above any context window, far below what hurts. */
export const messageLengthLimit = 20_000_000;

export interface RunningReply {
  readonly sessionId: SessionId;
  readonly replyId: MessageId;
}

export const chatRequests = {
  /**
   * Saves the question and an empty answer, then starts the turn. The ids are made by the window, because an answer
   * to a request and an event have no fixed order between them. Errors: not-found, busy, model-not-chosen,
   * disk-full ...; then nothing was saved and the text is still the window's.
   */
  'chat:send': takes(
    v.strictObject({
      sessionId: sessionIdSchema,
      parentId: v.nullable(messageIdSchema),
      userMessageId: messageIdSchema,
      replyId: messageIdSchema,
      text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(messageLengthLimit)),
    }),
  ).returns<{ readonly user: Message; readonly reply: Message }>(),

  /** Asks again for the user message `userMessageId`: the new answer becomes a sibling of the old ones. */
  'chat:retry': takes(
    v.strictObject({
      sessionId: sessionIdSchema,
      userMessageId: messageIdSchema,
      replyId: messageIdSchema,
    }),
  ).returns<{ readonly reply: Message }>(),

  /** Closes the connection at once; the text so far stays. Nothing happens when the session is not answering. */
  'chat:stop': takes(v.strictObject({ sessionId: sessionIdSchema })).returns<void>(),

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
};

import * as v from 'valibot';
import {
  type InstalledModel,
  type Message,
  type MessageId,
  type MessageRole,
  type MessageStatus,
  type ModelParameters,
  messageIdSchema,
  type Session,
  sessionIdSchema,
} from '../domain.ts';
import { messageLengthLimit } from './chat.ts';
import { takes } from './define.ts';
import { type OpenedSession, within } from './sessions.ts';

const sessionRequest = v.strictObject({ sessionId: sessionIdSchema, within });
const messageRequest = v.strictObject({ sessionId: sessionIdSchema, messageId: messageIdSchema, within });
/** As many as a person can choose. */
const manyMessages = v.pipe(v.array(messageIdSchema), v.minLength(1), v.maxLength(100_000), v.readonly());
const messagesRequest = v.strictObject({ sessionId: sessionIdSchema, messageIds: manyMessages, within });

/** What an answer was made from, and what is known today of what it was made with. */
export interface MessageProvenance {
  readonly model: string;
  /** The very weights, as far as Ollama told; null = it did not. */
  readonly digest: string | null;
  readonly quantization: string | null;
  readonly ollamaAddress: string;
  readonly ollamaVersion: string | null;
  /** Only what was really sent. */
  readonly options: ModelParameters;
  readonly systemPrompt: string;
  /** The remark sent with an answer that was to be bettered; null for any other. */
  readonly remark: string | null;
  /** Whether the thinking of earlier answers was sent too. */
  readonly withThinking: boolean;
  /** Pictures that were not sent because the model cannot see. */
  readonly picturesLeftOut: number;
  /** Lengths of the text from which on it was continued, in UTF-16 units. */
  readonly continuedAt: readonly number[];
  /** What was sent, in its order. Text is the beginning only; null for a message that is gone. */
  readonly sent: readonly {
    readonly id: MessageId;
    readonly role: MessageRole;
    readonly beginning: string;
    /** Whole length, in characters. */
    readonly length: number;
    readonly attachmentCount: number;
    readonly isTrashed: boolean;
  }[];
  /** Messages sent that are not there any more. */
  readonly missing: number;
  /** The model of that name as it is installed now; null when it is not, or nobody knows. */
  readonly installed: InstalledModel | null;
}

/** A message as the tree view draws it. */
export interface OutlineMessage {
  readonly id: MessageId;
  readonly parentId: MessageId | null;
  readonly role: MessageRole;
  readonly status: MessageStatus;
  readonly model: string | null;
  readonly createdAt: number;
  /** The first 120 characters. */
  readonly beginning: string;
}

/** Most messages an outline holds; a longer session shows forks and what is near them. */
export const outlineLimit = 5_000;

export interface Outline {
  /** In the order of their sequence numbers, so a parent stands before its children. */
  readonly messages: readonly OutlineMessage[];
  /**
   * True when runs without forks were shortened: a message's `parentId` is then the nearest one above it that is in the
   * list, and `skipped` of a message says how many are left out between the two.
   */
  readonly skipped: Readonly<Record<MessageId, number>>;
  /** Shown messages that are neither in the list nor counted in `skipped`: whole side branches of a very large tree. */
  readonly omitted: number;
  readonly activeLeafId: MessageId | null;
}

/** Which messages of the active branch a new session gets. */
export const sessionPartSchema = v.variant('kind', [
  /** From the root down to the message. */
  v.strictObject({ kind: v.literal('head'), messageId: messageIdSchema }),
  /** From the message down to the end of the shown branch. */
  v.strictObject({ kind: v.literal('tail'), messageId: messageIdSchema }),
  v.strictObject({
    kind: v.literal('selection'),
    messageIds: manyMessages,
  }),
]);
export type SessionPart = Readonly<v.InferOutput<typeof sessionPartSchema>>;

export const messageRequests = {
  'messages:get': takes(messageRequest).returns<Message>(),
  /** Those that are there, in the order asked for. */
  'messages:get-some': takes(
    v.strictObject({
      sessionId: sessionIdSchema,
      messageIds: v.pipe(v.array(messageIdSchema), v.minLength(1), v.maxLength(200)),
      within,
    }),
  ).returns<readonly Message[]>(),

  /**
   * An answer with other words, as a sibling of the one it was; it is shown. Errors: busy while the session answers,
   * invalid-input for a message that is no answer.
   */
  'messages:edit-answer': takes(
    v.strictObject({
      ...messageRequest.entries,
      newId: messageIdSchema,
      text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(messageLengthLimit)),
    }),
  ).returns<OpenedSession>(),

  /** `messageId` and everything below it, to the trash. Answers with the session on the branch that stays. */
  'messages:trash-branch': takes(messageRequest).returns<OpenedSession>(),
  /**
   * Single messages to the trash, all or none; what follows them follows the nearest one above that stays. Errors: busy
   * while the session answers, not-found when one of them is not there.
   */
  'messages:trash-some': takes(messagesRequest).returns<OpenedSession>(),
  /** Undoes either; the first one is shown. What is gone meanwhile is passed over. */
  'messages:restore': takes(messagesRequest).returns<OpenedSession>(),

  /** A new session in the same place with a part of the active branch. Errors: busy, not-found. */
  'messages:copy-part': takes(
    v.strictObject({ sessionId: sessionIdSchema, part: sessionPartSchema, within }),
  ).returns<Session>(),

  /** An `Outline` as JSON: thousands of objects cross the bridge one by one, which holds the window up; a text does not. */
  'messages:outline': takes(sessionRequest).returns<string>(),

  /** The branch that is shown, from its root down. */
  'messages:branch-ids': takes(sessionRequest).returns<readonly MessageId[]>(),
  /** How many branches there are outside the trash: 1 without forks. */
  'messages:count-branches': takes(sessionRequest).returns<number>(),
  /** Those that are not on the branch their session shows. */
  'messages:elsewhere': takes(
    v.strictObject({
      messages: v.pipe(
        v.array(v.strictObject({ sessionId: sessionIdSchema, messageId: messageIdSchema })),
        v.maxLength(1_000),
        v.readonly(),
      ),
    }),
  ).returns<readonly MessageId[]>(),

  /** Error: not-found also for an answer that nobody kept anything of (imported ones). */
  'messages:provenance': takes(messageRequest).returns<MessageProvenance>(),
};

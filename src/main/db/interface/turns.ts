import type { MessageProvenance } from '#shared/contract/messages.ts';
import type { QueuedMessage, QueuedReply } from '#shared/contract/queue.ts';
import type {
  AttachmentId,
  AttachmentKind,
  Message,
  MessageId,
  MessageRole,
  MessageStatus,
  ModelParameters,
  ReplyUsage,
  SessionId,
  SessionSummary,
} from '#shared/domain.ts';
import type { ErrorReport } from '#shared/errors.ts';
import type { Within } from './within.ts';

/** One question and its answers, from the draft or the queue to the end. See `Database` for what holds of all calls. */
export interface TurnCalls {
  /** Pictures in the form in which they are sent, in the order asked for; those that are gone are left out. */
  readPictures(input: {
    readonly attachmentIds: readonly AttachmentId[];
  }): readonly { readonly id: AttachmentId; readonly bytes: Uint8Array }[];
  /**
   * Question and empty answers (`streaming`) in one transaction, the first answer becoming the active leaf. Sets the
   * preview from the first question, and the title too when nothing has one yet; clears the draft; moves the session up.
   */
  insertTurn(input: NewTurn): {
    readonly user: Message;
    readonly replies: readonly Message[];
    readonly session: SessionSummary;
  };
  /** Messages of a session that wait, in their order; so do the next ones. */
  listQueued(input: { readonly sessionId: SessionId }): readonly QueuedMessage[];
  /** At the end, with those files of the draft, whose text is cleared. Errors: queue-full; invalid-input for a used id. */
  addQueued(input: {
    readonly sessionId: SessionId;
    readonly id: MessageId;
    readonly text: string;
    readonly attachmentIds: readonly AttachmentId[];
    readonly replies: readonly QueuedReply[];
    readonly at: number;
  }): readonly QueuedMessage[];
  changeQueued(input: {
    readonly sessionId: SessionId;
    readonly id: MessageId;
    readonly text: string;
  }): readonly QueuedMessage[];
  /** Out of the queue, but kept until `forgetRemovedQueued`. */
  removeQueued(input: {
    readonly sessionId: SessionId;
    readonly id: MessageId;
    readonly at: number;
  }): readonly QueuedMessage[];
  /** Back in its place. */
  restoreQueued(input: { readonly sessionId: SessionId; readonly id: MessageId }): readonly QueuedMessage[];
  /** At a start: messages removed from their queues go for good. */
  forgetRemovedQueued(): void;
  /**
   * The message that waits as `userMessageId` becomes the question of a turn at the end of the shown branch. What is
   * being written stays. Null when it does not wait (any more).
   */
  sendQueued(input: NewReplies & { readonly remembers: boolean }): SentQueued | null;
  /** More empty answers to a question that is there, the first of them as the active leaf. */
  insertReplies(input: NewReplies): {
    readonly replies: readonly Message[];
    readonly session: SessionSummary;
  };
  /**
   * An answer that did not come to its end is `streaming` again, its text kept. Errors: invalid-input when it ended by
   * itself, has no text, or is no answer.
   */
  continueReply(input: { readonly sessionId: SessionId; readonly replyId: MessageId; readonly at: number }): {
    readonly reply: Message;
    /** As it was before: what comes is added to it. */
    readonly usage: ReplyUsage | null;
    readonly session: SessionSummary;
  };
  /** The branch from its root down to `messageId` and including it: what a model may be sent. */
  listBranch(input: {
    readonly sessionId: SessionId;
    readonly messageId: MessageId;
    readonly withThinking: boolean;
  }): readonly BranchMessage[];
  /** Those of the session that are there, in the order asked for, in the trash or not. */
  listBranchMessages(input: {
    readonly sessionId: SessionId;
    readonly messageIds: readonly MessageId[];
    readonly withThinking: boolean;
  }): readonly BranchMessage[];
  /** Keeps what was sent for an answer. */
  saveProvenance(input: { readonly replyId: MessageId; readonly provenance: Provenance }): void;
  /** Error: not-found 'provenance' for an answer that nobody kept anything of. */
  getProvenance(
    input: { readonly sessionId: SessionId; readonly messageId: MessageId } & Within,
  ): KeptProvenance;
  /** The journal: adds received text to the end of a streaming answer. Does nothing to one that is not streaming. */
  appendReplyText(input: {
    readonly replyId: MessageId;
    readonly content: string;
    readonly thinking: string;
  }): void;
  /** The end of a turn: whole text, status and counts, into the row and the sums of its session. */
  finishReply(input: FinishedReply): { readonly reply: Message; readonly session: SessionSummary | null };
  /** At start: answers left `streaming` by a kill become `interrupted`. Returns how many. */
  interruptStreamingReplies(input: { readonly at: number }): number;
}

/** An answer to be written, by that model. */
export interface NewReply {
  readonly replyId: MessageId;
  readonly model: string;
}

export interface NewReplies {
  readonly sessionId: SessionId;
  readonly userMessageId: MessageId;
  readonly replies: readonly NewReply[];
  readonly at: number;
}

export interface NewTurn extends NewReplies {
  /** The message the question follows; null for the first of a branch. */
  readonly parentId: MessageId | null;
  readonly text: string;
  /** Of the draft, which go with the question, or of other messages of the session, which are copied. */
  readonly attachmentIds: readonly AttachmentId[];
  /** Whether Up and Down shall find the text again. */
  readonly remembers: boolean;
}

export interface SentQueued {
  readonly user: Message;
  readonly replies: readonly Message[];
  readonly session: SessionSummary;
  /** Those that still wait. */
  readonly queue: readonly QueuedMessage[];
}

export interface BranchMessage {
  readonly id: MessageId;
  readonly role: MessageRole;
  readonly content: string;
  /** Empty unless asked for. */
  readonly thinking: string;
  readonly status: MessageStatus;
  readonly attachments: readonly BranchAttachment[];
}

/** A file of a message as a model is sent it. */
export interface BranchAttachment {
  readonly id: AttachmentId;
  readonly kind: AttachmentKind;
  readonly name: string;
  readonly mime: string;
  /** Null for a picture: `readPictures` has it. */
  readonly text: string | null;
}

/** What was sent to get an answer. */
export interface Provenance {
  readonly model: string;
  /** The very weights, as far as Ollama told; null or absent = it did not. */
  readonly digest?: string | null;
  readonly quantization?: string | null;
  readonly ollamaAddress: string;
  readonly ollamaVersion?: string | null;
  /** Only what was really sent. */
  readonly options: ModelParameters;
  readonly systemPrompt: string;
  readonly messageIds: readonly MessageId[];
  /** Sent after the messages with an answer that was to be bettered. */
  readonly remark?: string | null;
  /** Whether the thinking of earlier answers was sent too. */
  readonly withThinking?: boolean;
  /** Pictures that were not sent because the model cannot see. */
  readonly picturesLeftOut?: number;
  /** Lengths of the text from which on it was continued, in UTF-16 units. */
  readonly continuedAt?: readonly number[];
}

/** A provenance with what can be shown of the messages it names. */
export interface KeptProvenance extends Provenance {
  readonly sent: MessageProvenance['sent'];
  /** Messages sent that are gone for good. */
  readonly missing: number;
}

export interface FinishedReply {
  readonly replyId: MessageId;
  readonly status: Exclude<MessageStatus, 'streaming'>;
  readonly error: ErrorReport | null;
  readonly content: string;
  readonly thinking: string;
  readonly usage: ReplyUsage;
  /** True marks the session unread: it is not on the screen. */
  readonly isUnread: boolean;
  readonly at: number;
}

import type { OpenedSession, SessionCursor, SessionPage } from '#shared/contract/library.ts';
import type {
  Message,
  MessageId,
  MessagePage,
  MessageRole,
  MessageStatus,
  ModelParameters,
  ParameterChanges,
  Project,
  ProjectId,
  ReplyUsage,
  Session,
  SessionId,
  SessionSummary,
} from '#shared/domain.ts';
import type { ErrorReport } from '#shared/errors.ts';

/**
 * Every repository call, once. The thread that owns the file implements `Database`; services use `AsyncDatabase`,
 * derived from it. One call is one transaction. Times (`at`, `...At`) are milliseconds since 1970, UTC.
 * Every call may fail with disk-full, data-read-only, database-damaged, database-failed or database-stopped;
 * a call that names a session, message or project that is not there, or is in the trash, fails with not-found.
 */
export interface Database {
  createProject(input: { readonly id: ProjectId; readonly name: string; readonly at: number }): Project;
  listProjects(): readonly Project[];
  renameProject(input: {
    readonly projectId: ProjectId;
    readonly name: string;
    readonly at: number;
  }): Project;
  /** Its sessions go to the Inbox and remember where they came from. */
  trashProject(input: { readonly projectId: ProjectId; readonly at: number }): void;
  /** Takes back the sessions that are still in the Inbox. */
  restoreProject(input: { readonly projectId: ProjectId; readonly at: number }): Project;

  createSession(input: NewSession): Session;
  /** The newest session of that place without a message, a title or a draft; undefined when there is none. */
  findEmptySession(input: { readonly projectId: ProjectId | null }): Session | undefined;
  listSessions(input: {
    readonly projectId: ProjectId | null;
    readonly after: SessionCursor | null;
    readonly limit: number;
  }): SessionPage;
  getSession(input: { readonly sessionId: SessionId }): Session;
  /** Neither renaming nor a change of settings moves the session up in the list. */
  updateSession(input: { readonly sessionId: SessionId; readonly changes: SessionRowChanges }): Session;
  trashSession(input: { readonly sessionId: SessionId; readonly at: number }): void;
  restoreSession(input: { readonly sessionId: SessionId }): Session;

  openSession(input: { readonly sessionId: SessionId; readonly limit: number }): OpenedSession;
  /** The `limit` messages of the active branch above `beforeId`, oldest first. */
  listOlderMessages(input: {
    readonly sessionId: SessionId;
    readonly beforeId: MessageId;
    readonly limit: number;
  }): MessagePage;
  getMessage(input: { readonly sessionId: SessionId; readonly messageId: MessageId }): Message;
  /** Makes the newest leaf below `messageId` the active one. */
  selectBranch(input: { readonly sessionId: SessionId; readonly messageId: MessageId }): Session;
  saveDraft(input: { readonly sessionId: SessionId; readonly text: string; readonly at: number }): void;

  /**
   * Question and empty answer (`streaming`) in one transaction, the answer becoming the active leaf. Sets the preview
   * from the first question, and the title too when nothing has one yet; clears the draft; moves the session up.
   */
  insertTurn(input: NewTurn): {
    readonly user: Message;
    readonly reply: Message;
    readonly session: SessionSummary;
  };
  /** One more empty answer to a question that is there, as the active leaf. */
  insertReply(input: NewReply): { readonly reply: Message; readonly session: SessionSummary };
  /** The branch from its root down to `messageId` and including it: what a model may be sent. */
  listBranch(input: {
    readonly sessionId: SessionId;
    readonly messageId: MessageId;
  }): readonly BranchMessage[];
  /** Keeps what was sent for an answer. */
  saveProvenance(input: { readonly replyId: MessageId; readonly provenance: Provenance }): void;
  /** The journal: adds received text to the end of a streaming answer. Does nothing to one that is not streaming. */
  appendReplyText(input: {
    readonly replyId: MessageId;
    readonly content: string;
    readonly thinking: string;
  }): void;
  /** The end of a turn: whole text, status and counts, into the row and the sums of its session. */
  finishReply(input: FinishedReply): { readonly reply: Message; readonly session: SessionSummary };
  /** At start: answers left `streaming` by a kill become `interrupted`. Returns how many. */
  interruptStreamingReplies(input: { readonly at: number }): number;

  exportSession(input: { readonly sessionId: SessionId }): SessionRecord;

  /** Folds the write-ahead log into the file and closes it. Nothing may be called afterwards. */
  close(): void;
}

/** The same calls from another thread. */
export type AsyncDatabase = {
  readonly [Name in keyof Database]: (
    ...input: Parameters<Database[Name]>
  ) => Promise<ReturnType<Database[Name]>>;
};

/** What a call is given. */
export type CallInput<Name extends keyof Database> = Parameters<Database[Name]>[0];

export interface NewSession {
  readonly id: SessionId;
  readonly projectId: ProjectId | null;
  readonly model: string | null;
  readonly isModelChecked: boolean;
  readonly systemPrompt: string;
  readonly parameters: ModelParameters;
  readonly at: number;
}

export interface SessionRowChanges {
  /** A title given by a person; an empty one hands the title back to the program. */
  readonly title?: string | undefined;
  readonly model?: string | undefined;
  readonly isModelChecked?: boolean | undefined;
  readonly systemPrompt?: string | undefined;
  /** Laid over the parameters there are. */
  readonly parameters?: ParameterChanges | undefined;
}

export interface NewTurn {
  readonly sessionId: SessionId;
  /** The message the question follows; null for the first of a branch. */
  readonly parentId: MessageId | null;
  readonly userMessageId: MessageId;
  readonly text: string;
  readonly replyId: MessageId;
  readonly model: string;
  readonly at: number;
}

export interface NewReply {
  readonly sessionId: SessionId;
  readonly userMessageId: MessageId;
  readonly replyId: MessageId;
  readonly model: string;
  readonly at: number;
}

export interface BranchMessage {
  readonly id: MessageId;
  readonly role: MessageRole;
  readonly content: string;
  readonly status: MessageStatus;
}

/** What was sent to get an answer. */
export interface Provenance {
  readonly model: string;
  readonly ollamaAddress: string;
  /** Only what was really sent. */
  readonly options: ModelParameters;
  readonly systemPrompt: string;
  readonly messageIds: readonly MessageId[];
}

export interface FinishedReply {
  readonly replyId: MessageId;
  readonly status: Exclude<MessageStatus, 'streaming'>;
  readonly error: ErrorReport | null;
  readonly content: string;
  readonly thinking: string;
  readonly usage: ReplyUsage;
  readonly at: number;
}

/** A session with everything that belongs to it, for the writers of files. */
export interface SessionRecord {
  readonly session: Session;
  readonly projectName: string | null;
  readonly tags: readonly string[];
  readonly description: string;
  readonly summary: string | null;
  readonly summaryModel: string | null;
  /** mochi-server's settings (A4), as JSON objects; null when the session never had any. */
  readonly toolSettings: unknown;
  readonly agentSettings: unknown;
  readonly contextWindowConfig: unknown;
  /** Fields of imported files that Parlor does not know, by source. */
  readonly metadata: unknown;
  /** Every message of every branch, in the order of their sequence numbers. */
  readonly messages: readonly MessageRecord[];
}

export interface MessageRecord extends Omit<Message, 'siblingIds' | 'sessionId'> {
  readonly sequence: number;
  readonly finishedAt: number | null;
  readonly sourceFile: string | null;
  readonly toolName: string | null;
  readonly toolCalls: unknown;
  readonly agentName: string | null;
  readonly provenance: unknown;
  readonly metadata: unknown;
}

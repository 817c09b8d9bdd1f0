import type { Edit } from '#shared/contract/edits.ts';
import type { MessageProvenance, Outline, SessionPart } from '#shared/contract/messages.ts';
import type { ProjectChanges } from '#shared/contract/projects.ts';
import type { PromptHistoryPage } from '#shared/contract/prompt-history.ts';
import type {
  Prompt,
  PromptFields,
  PromptId,
  PromptImport,
  PromptSummary,
} from '#shared/contract/prompts.ts';
import type { QueuedMessage, QueuedReply } from '#shared/contract/queue.ts';
import type {
  FoundTitle,
  SearchCursor,
  SearchOrder,
  SearchPage,
  SessionMatches,
} from '#shared/contract/search.ts';
import type {
  BulkChange,
  OpenedSession,
  SessionCursor,
  SessionPage,
  SessionPlace,
  SessionSort,
} from '#shared/contract/sessions.ts';
import type { Statistics, StatisticsScope } from '#shared/contract/statistics.ts';
import type { TagChanges } from '#shared/contract/tags.ts';
import type { RetentionPreview, TrashCursor, TrashedThing, TrashPage } from '#shared/contract/trash.ts';
import type {
  Attachment,
  AttachmentId,
  AttachmentKind,
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
  SessionMetadata,
  SessionSummary,
  Tag,
  TagId,
} from '#shared/domain.ts';
import type { ErrorReport } from '#shared/errors.ts';
import type { Retention } from '#shared/settings.ts';
import type { SequenceShift } from './library/moved-provenance.ts';

/**
 * Every repository call, once. The thread that owns the file implements `Database`; services use `AsyncDatabase`,
 * derived from it. One call is one transaction. Times (`at`, `...At`) are milliseconds since 1970, UTC.
 * Every call may fail with disk-full, data-read-only, database-damaged, database-failed or database-stopped;
 * a call that names a session, message, project or tag that is not there, or is in the trash, fails with not-found.
 * With `within` a session has to be in that project (null = the Inbox), else it is not found either (E1).
 */
export interface Database {
  createProject(input: { readonly id: ProjectId; readonly name: string; readonly at: number }): Project;
  listProjects(): readonly Project[];
  getProject(input: { readonly projectId: ProjectId }): Project;
  updateProject(input: {
    readonly projectId: ProjectId;
    readonly changes: ProjectChanges;
    readonly at: number;
  }): Project;
  /**
   * `limit` of its sessions go to the Inbox, or to the trash with it, and remember where they came from; the project
   * goes with the last of them. To be called with the same `at` until done. The ones sent to the trash get its own
   * `trashed_at`.
   */
  trashProject(input: {
    readonly projectId: ProjectId;
    readonly sessions: 'to-inbox' | 'to-trash';
    readonly at: number;
    readonly limit: number;
  }): ProjectTrashed;
  /**
   * Takes back `limit` of the sessions that are still in the Inbox or went to the trash with it. To be called until
   * done, with the `wentAt` of the answer before (null at first).
   */
  restoreProject(input: {
    readonly projectId: ProjectId;
    readonly at: number;
    readonly wentAt: number | null;
    readonly limit: number;
  }): ProjectRestored;

  listTags(): readonly Tag[];
  /** The tag of that name, whatever its case, also from the trash; else a new one. */
  createTag(input: { readonly name: string }): Tag;
  /** Error: name-taken. */
  updateTag(input: { readonly tagId: TagId; readonly changes: TagChanges }): Tag;
  trashTag(input: { readonly tagId: TagId; readonly at: number }): void;
  restoreTag(input: { readonly tagId: TagId }): Tag;
  /**
   * Writes the tags of `limit` sessions anew after any of the calls above. To be called until done, also at a start.
   * Gives the sessions that changed, without those in the trash.
   */
  refreshTaggedSessions(input: { readonly limit: number }): {
    readonly changed: readonly SessionSummary[];
    readonly isDone: boolean;
  };

  /** Those not in the trash, by folder. */
  listPrompts(): readonly PromptSummary[];
  getPrompt(input: { readonly promptId: PromptId }): Prompt;
  /** Makes it, or writes it anew; not one that is in the trash. */
  savePrompt(input: {
    readonly promptId: PromptId;
    readonly fields: PromptFields;
    readonly at: number;
  }): Prompt;
  /** Passes over what is not there; gives those that went to the trash just now. */
  trashPrompts(input: { readonly promptIds: readonly PromptId[]; readonly at: number }): readonly PromptId[];
  /** Passes over what is not there; gives all of them that are outside the trash now. */
  restorePrompts(input: { readonly promptIds: readonly PromptId[] }): readonly PromptId[];
  movePrompts(input: {
    readonly promptIds: readonly PromptId[];
    readonly folder: string;
    readonly at: number;
  }): void;
  /** With the folders inside it. */
  renamePromptFolder(input: { readonly from: string; readonly to: string; readonly at: number }): void;
  /** Those of a folder and the folders inside it; null = all. */
  readPrompts(input: { readonly folder: string | null }): readonly Prompt[];
  /** Passes over what is there with the same folder, title and body. */
  importPrompts(input: { readonly prompts: readonly Omit<Prompt, 'preview'>[] }): PromptImport;

  createSession(input: NewSession): Session;
  /** The newest session of that place without a message, a title or a draft; undefined when there is none. */
  findEmptySession(input: { readonly projectId: ProjectId | null }): Session | undefined;
  listSessions(input: {
    readonly place: SessionPlace;
    readonly isArchived: boolean;
    readonly sort: SessionSort;
    readonly after: SessionCursor | null;
    readonly limit: number;
  }): SessionPage;
  getSession(input: { readonly sessionId: SessionId } & Within): Session;
  /** Neither renaming nor a change of settings moves the session up in the list. */
  updateSession(
    input: { readonly sessionId: SessionId; readonly changes: SessionRowChanges } & Within,
  ): Session;
  /** For a chunk of ids. Passes over what is not there; gives those that are different now. */
  changeSessions(
    input: {
      readonly sessionIds: readonly SessionId[];
      readonly change: BulkChange;
      readonly at: number;
    } & Within,
  ): readonly SessionSummary[];
  /** For a chunk of ids. Passes over what is not there; gives those that went to the trash just now. */
  trashSessions(
    input: { readonly sessionIds: readonly SessionId[]; readonly at: number } & Within,
  ): readonly SessionId[];
  /** For a chunk of ids. Passes over what is not there; gives all of them that are outside the trash now. */
  restoreSessions(input: { readonly sessionIds: readonly SessionId[] }): readonly SessionSummary[];

  openSession(input: { readonly sessionId: SessionId; readonly limit: number } & Within): OpenedSession;
  /** The `limit` messages of the active branch above `beforeId`, oldest first. */
  listOlderMessages(
    input: {
      readonly sessionId: SessionId;
      readonly beforeId: MessageId;
      readonly limit: number;
    } & Within,
  ): MessagePage;
  /** The `limit` messages of the active branch below `afterId` (null = from its root). Error: not-found when that is on another branch. */
  listNewerMessages(
    input: {
      readonly sessionId: SessionId;
      readonly afterId: MessageId | null;
      readonly limit: number;
    } & Within,
  ): MessagePage;
  /** A message of the active branch with some around it. Error: not-found when it is on another branch. */
  openSessionAt(
    input: {
      readonly sessionId: SessionId;
      readonly messageId: MessageId;
      readonly above: number;
      readonly below: number;
    } & Within,
  ): OpenedSession;
  /** The newest leaf below `messageId`; null when that is on the active branch already. */
  findLeafBelow(
    input: { readonly sessionId: SessionId; readonly messageId: MessageId } & Within,
  ): MessageId | null;
  getMessage(input: { readonly sessionId: SessionId; readonly messageId: MessageId } & Within): Message;
  /** Those that are there, in the order asked for. */
  getSomeMessages(
    input: { readonly sessionId: SessionId; readonly messageIds: readonly MessageId[] } & Within,
  ): readonly Message[];
  /** Every shown message of every branch, at most `limit` (absent: `outlineLimit`) of them. */
  readOutline(input: { readonly sessionId: SessionId; readonly limit?: number } & Within): Outline;
  /** The shown branch, from its root down. */
  listBranchIds(input: { readonly sessionId: SessionId } & Within): readonly MessageId[];
  /** Ends of branches outside the trash; 1 without forks, 0 for a session without messages. */
  countBranches(input: { readonly sessionId: SessionId } & Within): number;
  /** Those that are not on the shown branch of their session. */
  listElsewhere(input: { readonly messages: readonly MessagePlace[] }): readonly MessageId[];
  /** An answer with other words beside the one it was, as the active leaf. Errors: busy, invalid-input. */
  insertEditedAnswer(
    input: {
      readonly sessionId: SessionId;
      readonly messageId: MessageId;
      readonly newId: MessageId;
      readonly text: string;
      readonly at: number;
    } & Within,
  ): Session;
  /** Makes the newest leaf below `messageId` the active one. */
  selectBranch(input: { readonly sessionId: SessionId; readonly messageId: MessageId } & Within): Session;
  saveDraft(
    input: {
      readonly sessionId: SessionId;
      readonly text: string;
      /** Absent = as they are. */
      readonly setAside?: readonly string[] | undefined;
      readonly at: number;
    } & Within,
  ): void;

  /** Other words for a message, not sent yet; null forgets them. */
  saveMessageEdit(input: {
    readonly sessionId: SessionId;
    readonly messageId: MessageId;
    readonly edit: Edit | null;
    readonly at: number;
  }): void;

  /** Puts a file at the end of the draft. Errors: attachment-too-many; invalid-input for an id that is in use. */
  addDraftAttachment(input: NewAttachment): Attachment;
  /** Takes one out of the draft; nothing happens when it is not there. */
  removeDraftAttachment(input: { readonly sessionId: SessionId; readonly attachmentId: AttachmentId }): void;
  /** The text in it; empty for a picture. Error: not-found, as for the next one. */
  getAttachmentText(input: { readonly attachmentId: AttachmentId }): string;
  /** `sent`: the picture as a model gets it; of any other the file as it was given, as with `original`. */
  getAttachmentFile(input: {
    readonly attachmentId: AttachmentId;
    readonly form: 'sent' | 'original';
  }): AttachmentFile;
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

  /** What was sent, newest first; see the contract's request. */
  listPromptHistory(input: {
    readonly before: number | null;
    readonly containing: string;
    readonly limit: number;
  }): PromptHistoryPage;
  clearPromptHistory(): void;

  /** `withFiles`: with what is in the attachments. `withSession` reads that one by one, whatever it comes to. */
  exportSession(
    input: { readonly sessionId: SessionId; readonly withFiles?: boolean | undefined } & Within,
  ): SessionRecord;
  /**
   * A session of a file, whole, into its project and with its tags, which are made when they are not there. Nothing happens
   * when it is here already, in the trash or not, unless a copy is wanted. Ids that are taken are given anew.
   */
  importSession(input: NewImport): ImportOutcome;
  /**
   * Sums over everything outside the trash; days are cut in `timeZone` (an IANA name).
   * Errors: not-found for a scope that is not there, invalid-input for a time zone nobody knows.
   */
  getStatistics(input: { readonly scope: StatisticsScope; readonly timeZone: string }): Statistics;

  /** What is in the trash, newest first; not what is being erased. */
  listTrash(input: { readonly after: TrashCursor | null; readonly limit: number }): TrashPage;
  /**
   * A message and what follows it. Where the shown branch ends there, that of the nearest sibling is shown, else what
   * led to it. Error: busy while it is being answered in that branch.
   */
  trashBranch(
    input: { readonly sessionId: SessionId; readonly messageId: MessageId; readonly at: number } & Within,
  ): Session;
  /**
   * Single messages, all or none; what follows them follows the nearest one above that stays. Error: busy while the
   * session answers.
   */
  trashMessages(
    input: {
      readonly sessionId: SessionId;
      readonly messageIds: readonly MessageId[];
      readonly at: number;
    } & Within,
  ): Session;
  /**
   * Back, the first one as the branch that is shown, together with branches in the trash that they hang on; single
   * messages get back what followed them. What is gone meanwhile is passed over.
   */
  restoreBranches(
    input: { readonly sessionId: SessionId; readonly messageIds: readonly MessageId[] } & Within,
  ): Session;
  /**
   * Things of the trash, a chunk of them: from here on they are gone for everybody, and `eraseSome` takes their rows.
   * Returns about how many rows that are.
   */
  markErased(input: { readonly things: readonly TrashedThing[] }): number;
  /** The same for `limit` sessions that went to the trash with a project; to be called until 0, before the project. */
  markErasedWithProject(input: { readonly projectId: ProjectId; readonly limit: number }): number;
  /** The same for `limit` things that went to the trash at `until` or before; to be called until 0. */
  markErasedUntil(input: { readonly until: number; readonly limit: number }): number;
  /** At a start: copies that were never finished are marked, too. Returns how many. */
  markAbandonedCopies(): number;
  /** Deletes rows of what is marked, for `budgetMs` or until `limit` are gone. To be called until 0. */
  eraseSome(input: { readonly limit: number; readonly budgetMs: number }): number;
  /** Takes titles and names out of what the query planner keeps in mind. */
  forgetSamples(): void;
  /** Cuts the write-ahead log to nothing. False while a reader needs it. */
  truncateLog(): boolean;
  /**
   * Writes the file anew, so that no page keeps traces of what moved. False when it is larger than that. Until it was
   * done, the chore `rewrite-file` says so.
   */
  rewriteFile(input: { readonly largestBytes: number }): boolean;
  /** Whether work is owed to the file, a restart included. `eraseSome` adds `remove-traces`. */
  hasChore(input: { readonly name: ChoreName }): boolean;
  settleChore(input: { readonly name: ChoreName }): void;

  /** See `copies-repository.ts`: begin, append until everything is there, finish; else abandon. Error: busy. */
  beginCopy(
    input: {
      readonly copyId: SessionId;
      /** One is copied with all branches, two are merged. */
      readonly sourceIds: readonly SessionId[];
      /** Only some messages of the one source. */
      readonly isPart?: boolean;
      readonly title: string;
      readonly at: number;
    } & Within,
  ): CopyBegun;
  /** Error: not-found for a part with a message that is not on the shown branch. */
  listCopyOrder(input: { readonly sourceIds: readonly SessionId[]; readonly part?: SessionPart }): CopyOrder;
  appendCopies(input: {
    readonly copyId: SessionId;
    readonly sourceIds: readonly SessionId[];
    readonly keys: readonly number[];
    /** Null: a tree with the numbers of its source. */
    readonly chain: { readonly firstSequence: number; readonly shifts: CopyOrder['shifts'] } | null;
  }): void;
  finishCopy(
    input: CopyBegun & {
      readonly copyId: SessionId;
      readonly sourceIds: readonly SessionId[];
      readonly isPart?: boolean;
      readonly trashSources: boolean;
      readonly at: number;
    },
  ): Session;
  abandonCopy(input: { readonly copyId: SessionId }): void;

  /** Sessions beyond the policy's limits: those used before `oldest`, and all but the newest. Oldest first. */
  listExpired(input: {
    readonly retention: Retention;
    readonly oldest: number | null;
    readonly answering: readonly SessionId[];
    readonly limit: number;
  }): RetentionPreview;
  /** A chunk of them to the trash. Gives those that went. */
  trashExpired(input: {
    readonly sessionIds: readonly SessionId[];
    readonly keepTagged: boolean;
    readonly answering: readonly SessionId[];
    readonly at: number;
  }): readonly SessionId[];

  /** Undefined when a person gave a title, or the session is gone; neither moves it up. */
  setAutoTitle(input: { readonly sessionId: SessionId; readonly title: string }): SessionSummary | undefined;

  /** One page of results; `now` says what `today` is in a filter. Never fails for what was typed. */
  runSearch(input: {
    readonly query: string;
    readonly order: SearchOrder;
    readonly after: SearchCursor | null;
    readonly now: number;
  }): SearchPage;
  findInSession(input: { readonly sessionId: SessionId; readonly text: string }): SessionMatches;
  findTitles(input: { readonly text: string; readonly limit: number }): readonly FoundTitle[];
  /** Reads all titles into the thread's memory, so that the first search of them need not. */
  warmTitles(): void;
  /** A slice of what the search index has still to take out and take in. */
  indexSlice(input: { readonly budgetMs: number }): {
    readonly hasMore: boolean;
    /** Words of what was erased or changed are still in the index. */
    readonly hasRemovals: boolean;
  };
  /** Joins parts of the search index, writing about so many pages of it. */
  mergeSlice(input: { readonly pages: number }): { readonly hasMore: boolean };
  /** False when the search index is damaged inside; not looked at again when it was found sound after `since`. */
  isSearchSound(input: { readonly since: number }): boolean;
  noteSearchSound(input: { readonly at: number }): void;
  /** Empties the search index; slices fill it again. */
  rebuildSearch(): void;
  /** Moves what is in the write-ahead log into the file, as far as no reader needs it there. */
  foldLog(): void;

  /** Folds the write-ahead log into the file and closes it. Nothing may be called afterwards. */
  close(): void;
}

/** The same calls from another thread. */
export type AsyncDatabase = {
  readonly [Name in keyof Database]: (
    ...input: Parameters<Database[Name]>
  ) => Promise<ReturnType<Database[Name]>>;
};

/** A message of a session. */
export interface MessagePlace {
  readonly sessionId: SessionId;
  readonly messageId: MessageId;
}

/** Work that waits for a quiet moment, a restart included. */
export type ChoreName =
  /** Rows were erased; what of them lies outside the rows is still there. */
  | 'remove-traces'
  /** The file has gaps with traces, and nobody was to wait for its rewriting. */
  | 'rewrite-file';

/** What a call is given. */
export type CallInput<Name extends keyof Database> = Parameters<Database[Name]>[0];

/** The project a session is believed to be in; undefined = anywhere. */
export interface Within {
  readonly within?: ProjectId | null | undefined;
}

export interface ProjectTrashed {
  /** Sessions that are in the Inbox now. */
  readonly changed: readonly SessionSummary[];
  /** Sessions that went to the trash. */
  readonly removed: readonly SessionId[];
  readonly isDone: boolean;
}

export interface ProjectRestored {
  readonly project: Project;
  readonly changed: readonly SessionSummary[];
  /** When the project went to the trash. */
  readonly wentAt: number | null;
  readonly isDone: boolean;
}

/** How far the sources of a copy had come when it began. */
export interface CopyBegun {
  readonly nextSequences: readonly number[];
  /** Internal keys of the ends of the shown branches. */
  readonly leafKeys: readonly (number | null)[];
}

/** Internal keys of messages, in the order their copies are written in. */
export interface CopyOrder {
  readonly keys: readonly number[];
  /** Of a merge or a part: the new sequence numbers, by session; null for a plain copy. */
  readonly shifts: Readonly<Record<SessionId, readonly SequenceShift[]>> | null;
}

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
  readonly description?: string | undefined;
  /** The whole of the user's own fields. */
  readonly metadata?: SessionMetadata | undefined;
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

export interface AttachmentFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** A file for the draft of a session, looked at already. */
export interface NewAttachment extends Attachment {
  readonly sessionId: SessionId;
  readonly bytes: Uint8Array;
  /** Of `bytes`, 64 hexadecimal characters. */
  readonly sha256: string;
  /** A picture as it is sent, when that is another one. */
  readonly sent: { readonly bytes: Uint8Array; readonly sha256: string; readonly mime: string } | null;
  readonly text: string | null;
  readonly at: number;
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
  /** What is being written in it; null when that is nothing. */
  readonly draft: DraftRecord | null;
}

export interface DraftRecord {
  readonly text: string;
  /** What comes back when that is sent. */
  readonly setAside: readonly string[];
  readonly attachments: readonly AttachmentRecord[];
}

/** A session read from a file, checked: its messages are a tree, parents first, and all ids in it differ. */
export interface NewImport {
  /** The program it comes from, and its id there. */
  readonly source: string;
  readonly sourceId: string;
  /** With what is in the files; one without is passed over. Sums and the preview are made anew. */
  readonly record: SessionRecord;
  /** Makes a second one of a session that is here already. */
  readonly isCopy: boolean;
  /** For where the ids of the file are taken. */
  readonly freshId: SessionId;
  readonly freshProjectId: ProjectId;
  readonly at: number;
}

export interface ImportOutcome {
  /** The session that came of it, or the one that was here already. */
  readonly session: SessionSummary;
  readonly isNew: boolean;
  readonly isTrashed: boolean;
}

/** What is in an attachment. */
export interface AttachmentContents {
  readonly text: string | null;
  /** The file as it was given; null when files were not asked for. */
  readonly bytes: Uint8Array | null;
  /** A picture as it is sent, when that is another one. */
  readonly sent: { readonly bytes: Uint8Array; readonly mime: string } | null;
}

/** An attachment with what is in it. The pictures left out of a document are in its metadata. */
export interface AttachmentRecord extends Omit<Attachment, 'picturesLeftOut'>, AttachmentContents {
  readonly createdAt: number;
  readonly metadata: unknown;
}

export interface MessageRecord extends Omit<Message, 'siblingIds' | 'sessionId' | 'attachments'> {
  readonly attachments: readonly AttachmentRecord[];
  readonly sequence: number;
  readonly finishedAt: number | null;
  readonly sourceFile: string | null;
  readonly toolName: string | null;
  readonly toolCalls: unknown;
  readonly agentName: string | null;
  readonly provenance: unknown;
  readonly metadata: unknown;
}

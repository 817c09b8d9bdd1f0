import type { AttachmentCalls } from './interface/attachments.ts';
import type { LibraryCalls } from './interface/library.ts';
import type { MessageCalls } from './interface/messages.ts';
import type { PromptCalls } from './interface/prompts.ts';
import type { SearchCalls } from './interface/search.ts';
import type { TransferCalls } from './interface/transfer.ts';
import type { TrashCalls } from './interface/trash.ts';
import type { TurnCalls } from './interface/turns.ts';

export type { AttachmentFile, NewAttachment } from './interface/attachments.ts';
export type {
  CopyBegun,
  CopyOrder,
  NewSession,
  ProjectRestored,
  ProjectTrashed,
  SessionRowChanges,
} from './interface/library.ts';
export type { MessagePlace } from './interface/messages.ts';
export type {
  AttachmentContents,
  AttachmentRecord,
  DraftRecord,
  ImportOutcome,
  MessageRecord,
  NewImport,
  SessionRecord,
} from './interface/transfer.ts';
export type { ChoreName } from './interface/trash.ts';
export type {
  BranchAttachment,
  BranchMessage,
  FinishedReply,
  KeptProvenance,
  NewReplies,
  NewReply,
  NewTurn,
  Provenance,
  SentQueued,
} from './interface/turns.ts';
export type { Within } from './interface/within.ts';

/**
 * Every repository call, once. The thread that owns the file implements `Database`; services use `AsyncDatabase`,
 * derived from it. One call is one transaction. Times (`at`, `...At`) are milliseconds since 1970, UTC.
 * Every call may fail with disk-full, data-read-only, database-damaged, database-failed or database-stopped;
 * a call that names a session, message, project or tag that is not there, or is in the trash, fails with not-found.
 * With `within` a session has to be in that project (null = the Inbox), else it is not found either (E1).
 */
export interface Database
  extends LibraryCalls,
    PromptCalls,
    MessageCalls,
    TurnCalls,
    AttachmentCalls,
    TransferCalls,
    TrashCalls,
    SearchCalls {
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

/** What a call is given. */
export type CallInput<Name extends keyof Database> = Parameters<Database[Name]>[0];

import type { SessionPart } from '#shared/contract/messages.ts';
import type { ProjectChanges } from '#shared/contract/projects.ts';
import type {
  BulkChange,
  SessionCursor,
  SessionPage,
  SessionPlace,
  SessionSort,
} from '#shared/contract/sessions.ts';
import type { Statistics, StatisticsScope } from '#shared/contract/statistics.ts';
import type { TagChanges } from '#shared/contract/tags.ts';
import type { RetentionPreview } from '#shared/contract/trash.ts';
import type {
  ModelParameters,
  ParameterChanges,
  Project,
  ProjectId,
  Session,
  SessionId,
  SessionMetadata,
  SessionSummary,
  Tag,
  TagId,
} from '#shared/domain.ts';
import type { Retention } from '#shared/settings.ts';
import type { SequenceShift } from '../library/moved-provenance.ts';
import type { Within } from './within.ts';

/** Projects, tags, sessions and what is counted of them. See `Database` for what holds of all calls. */
export interface LibraryCalls {
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
  saveDraft(
    input: {
      readonly sessionId: SessionId;
      readonly text: string;
      /** Absent = as they are. */
      readonly setAside?: readonly string[] | undefined;
      readonly at: number;
    } & Within,
  ): void;
  /**
   * Sums over everything outside the trash; days are cut in `timeZone` (an IANA name).
   * Errors: not-found for a scope that is not there, invalid-input for a time zone nobody knows.
   */
  getStatistics(input: { readonly scope: StatisticsScope; readonly timeZone: string }): Statistics;
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

import type { TrashCursor, TrashedThing, TrashPage } from '#shared/contract/trash.ts';
import type { MessageId, ProjectId, Session, SessionId } from '#shared/domain.ts';
import type { Within } from './within.ts';

/** What was deleted: back again, or away for good. See `Database` for what holds of all calls. */
export interface TrashCalls {
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
}

/** Work that waits for a quiet moment, a restart included. */
export type ChoreName =
  /** Rows were erased; what of them lies outside the rows is still there. */
  | 'remove-traces'
  /** The file has gaps with traces, and nobody was to wait for its rewriting. */
  | 'rewrite-file';

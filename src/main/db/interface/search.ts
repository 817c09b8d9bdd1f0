import type {
  FoundTitle,
  SearchCursor,
  SearchOrder,
  SearchPage,
  SessionMatches,
} from '#shared/contract/search.ts';
import type { SessionId } from '#shared/domain.ts';

/** Finding, and keeping the index. See `Database` for what holds of all calls. */
export interface SearchCalls {
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
}

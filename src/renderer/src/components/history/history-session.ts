import type { FoundTitle } from '#shared/contract/search.ts';
import type { SessionId, SessionSummary } from '#shared/domain.ts';

/** A session of the history: as the list knows it, or as the filter found it. */
export interface HistorySession {
  readonly id: SessionId;
  readonly updatedAt: number;
  readonly known: SessionSummary | null;
  readonly found: FoundTitle | null;
}

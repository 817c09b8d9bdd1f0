import type { RequestInput } from '#shared/contract/index.ts';
import type { FoundTitle, SearchPage, SessionMatches } from '#shared/contract/search.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import { createIndexing, type Indexing, isAboutDamage } from './indexing.ts';

export interface SearchService extends Pick<Indexing, 'start' | 'noticeChange' | 'drain' | 'close'> {
  run(input: RequestInput<'search:run'>): Promise<SearchPage>;
  findInSession(input: RequestInput<'search:in-session'>): Promise<SessionMatches>;
  findTitles(input: RequestInput<'search:titles'>): Promise<readonly FoundTitle[]>;
}

export interface SearchServiceOptions {
  readonly db: AsyncDatabase;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

/** Answers searches, and keeps the index of all words up with the library in idle moments. */
export function createSearchService({ db, now, log }: SearchServiceOptions): SearchService {
  const indexing = createIndexing({ db, now, log });

  /** A damaged index is no loss: it is made anew, and until then the search finds what is in it again. */
  async function withSoundIndex<Answer>(search: () => Promise<Answer>): Promise<Answer> {
    try {
      return await search();
    } catch (thrown) {
      if (!isAboutDamage(thrown) || !(await indexing.repair())) throw thrown;
      return search();
    }
  }

  return {
    ...indexing,
    run: (input) => withSoundIndex(() => db.runSearch({ ...input, now: now() })),
    findInSession: (input) => withSoundIndex(() => db.findInSession(input)),
    findTitles: (input) => db.findTitles(input),
  };
}

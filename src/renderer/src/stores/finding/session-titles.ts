import type { FoundTitle } from '#shared/contract/search.ts';
import { api } from '../../api.ts';

const longestText = 1_000;

/** The sessions whose titles fit a few letters, the best first; without letters those used last. */
export function findSessionTitles(written: string, limit: number): Promise<readonly FoundTitle[]> {
  return api.request('search:titles', { text: written.slice(0, longestText), limit });
}

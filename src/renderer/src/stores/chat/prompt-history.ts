import type { PromptHistoryPage } from '#shared/contract/prompt-history.ts';
import { api } from '../../api.ts';

const pageSize = 50;

/** What was sent and contains a text, older than `before`; an empty text is in everything. */
export function listPrompts(containing: string, before: number | null): Promise<PromptHistoryPage> {
  return api.request('prompt-history:list', { before, containing, limit: pageSize });
}

/** The next page that has something: one answer looks through some thousand texts only. */
export async function findPrompts(
  containing: string,
  before: number | null,
  isWanted: () => boolean,
): Promise<PromptHistoryPage> {
  let page = await listPrompts(containing, before);
  while (page.prompts.length === 0 && page.next !== null && isWanted()) {
    page = await listPrompts(containing, page.next);
  }
  return page;
}

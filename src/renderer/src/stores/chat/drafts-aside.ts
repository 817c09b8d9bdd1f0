import { draftsAsideLimit } from '#shared/contract/sessions.ts';

/**
 * The drafts that wait, the newest first, after `takenUp` took the place of `draft`. One that was taken up itself waits
 * no longer, and each waits once.
 */
export function withDraftAside(
  waiting: readonly string[],
  draft: string,
  takenUp: string,
): readonly string[] {
  const others = waiting.filter((text) => text !== draft && text !== takenUp);
  const isWorthKeeping = draft.trim() !== '' && draft !== takenUp;
  return (isWorthKeeping ? [draft, ...others] : others).slice(0, draftsAsideLimit);
}

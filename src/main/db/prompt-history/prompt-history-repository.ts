import {
  type PromptHistoryPage,
  type RememberedPrompt,
  rememberedPromptLimit,
  rememberedPrompts,
} from '#shared/contract/prompt-history.ts';
import { isVisible } from '#shared/domain.ts';
import { folded, foldedTerm } from '#shared/fold/find-folded.ts';
import type { CallInput } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { addChore } from '../trash/chores.ts';

/** Texts one call looks through, so that a search holds up no other one. */
const scannedAtOnce = 5_000;

/**
 * Remembers what was sent, as part of the transaction that saves it: not what shows nothing or is too long, and not
 * the same text twice in a row.
 */
export function rememberPrompt(
  connection: Connection,
  { sessionKey, text, at }: { readonly sessionKey: number; readonly text: string; readonly at: number },
): void {
  if (!isVisible(text) || text.length > rememberedPromptLimit) return;
  const newest = prepared<object, RememberedPrompt>(
    connection,
    'SELECT id, text FROM prompt_history ORDER BY id DESC LIMIT 1',
  ).get({});
  if (newest?.text === text) return;
  const id = (newest?.id ?? 0) + 1;
  prepared<{ id: number; sessionKey: number; text: string; at: number }>(
    connection,
    `INSERT INTO prompt_history (id, session_id, used_at, text)
     VALUES (:id, :sessionKey, :at, :text)`,
  ).run({ id, sessionKey, text, at });
  prepared<{ newestGone: number }>(connection, 'DELETE FROM prompt_history WHERE id <= :newestGone').run({
    newestGone: id - rememberedPrompts,
  });
}

export function listPromptHistory(
  connection: Connection,
  { before, containing, limit }: CallInput<'listPromptHistory'>,
): PromptHistoryPage {
  const term = foldedTerm(containing, 'kept');
  const found: RememberedPrompt[] = [];
  let next = before ?? Number.MAX_SAFE_INTEGER;
  let scanned = 0;
  for (const prompt of olderThan(connection, next)) {
    scanned += 1;
    if (found.at(-1)?.text !== prompt.text && folded(prompt.text, 'kept').includes(term)) found.push(prompt);
    next = prompt.id;
    if (found.length === limit || scanned === scannedAtOnce) return { prompts: found, next };
  }
  return { prompts: found, next: null };
}

export function clearPromptHistory(connection: Connection): void {
  prepared<object>(connection, 'DELETE FROM prompt_history').run({});
  // The write-ahead log and gaps in pages have the texts still.
  addChore(connection, 'remove-traces');
}

function olderThan(connection: Connection, id: number): Iterable<RememberedPrompt> {
  return prepared<{ id: number; limit: number }, RememberedPrompt>(
    connection,
    `SELECT id, text
     FROM prompt_history
     WHERE id < :id
     ORDER BY id DESC
     LIMIT :limit`,
  ).iterate({ id, limit: scannedAtOnce + 1 });
}

import type { SessionMatch, SessionMatches } from '#shared/contract/search.ts';
import { AppError } from '#shared/errors.ts';
import { folded } from '#shared/fold/find-folded.ts';
import type { CallInput } from '../interface.ts';
import { branchPath } from '../messages/branch-path.ts';
import { type Connection, prepared } from '../statements.ts';
import { narrowed } from './narrow.ts';
import { createTrashedBranches } from './trashed-branches.ts';

interface SessionRow {
  readonly key: number;
  readonly leaf: number | null;
  readonly messages: number;
}

interface TextRow {
  readonly key: number;
  readonly id: string;
  readonly content: string;
}

const texts = 'SELECT id AS key, public_id AS id, content FROM messages';

/** Error: not-found. */
export function findInSession(connection: Connection, input: CallInput<'findInSession'>): SessionMatches {
  const session = prepared<{ sessionId: string }, SessionRow>(
    connection,
    `SELECT id AS key, active_leaf_id AS leaf, message_count AS messages
     FROM sessions
     WHERE public_id = :sessionId AND trashed_at IS NULL`,
  ).get({ sessionId: input.sessionId });
  if (session === undefined) {
    throw new AppError({ code: 'not-found', details: { what: 'session', id: input.sessionId } });
  }
  const needle = folded(input.text, 'kept');
  if (needle === '') return { matches: [], elsewhere: 0 };
  const active = new Set(session.leaf === null ? [] : branchPath(connection, session.leaf));
  const isTrashed = createTrashedBranches(connection);
  const matches: SessionMatch[] = [];
  let elsewhere = 0;
  for (const { key, id, content } of rowsOf(connection, session, input.text)) {
    const count = countOf(content, needle);
    if (count === 0) continue;
    if (active.has(key)) matches.push({ messageId: id, count });
    else if (!isTrashed(key, session.key)) elsewhere += 1;
  }
  return { matches, elsewhere };
}

/** A child has a larger sequence number than its parent, so this is the order from the root down. */
function rowsOf(connection: Connection, session: SessionRow, text: string): Iterable<TextRow> {
  const keys = narrowed(connection, session, text);
  if (keys === null) {
    return prepared<{ key: number }, TextRow>(
      connection,
      `${texts}
       WHERE session_id = :key
       ORDER BY sequence`,
    ).iterate({ key: session.key });
  }
  return prepared<{ keys: string }, TextRow>(
    connection,
    `${texts}
     WHERE id IN (SELECT value FROM json_each(:keys))
     ORDER BY sequence`,
  ).iterate({ keys: JSON.stringify(keys) });
}

function countOf(content: string, needle: string): number {
  const text = folded(content, 'kept');
  let count = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) count += 1;
  return count;
}

import type { SessionCursor, SessionPage, SessionPlace, SessionSort } from '#shared/contract/sessions.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput } from '../interface.ts';
import { ownSummaryColumns, type SummaryRow, summaryColumns, toSummary } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { placeKey } from './projects-repository.ts';

/** One page of a list, along the index made for its order: the page costs the same wherever it is and however long the list. */
export function listSessions(connection: Connection, input: CallInput<'listSessions'>): SessionPage {
  const { place, isArchived, sort, limit } = input;
  const after = input.after ?? beforeFirst[sort];
  refuseOtherCursor(sort, after);
  // What is archived is listed in its own place, pinned or not.
  if (place.kind === 'pinned' && isArchived) return { sessions: [], hasMore: false };
  const within =
    place.kind === 'project'
      ? { projectId: place.projectId, projectKey: placeKey(connection, place.projectId) }
      : {};
  const rows: SummaryRow[] = [];
  for (const sql of listSessionsSql(place.kind, isArchived, sort)) {
    const missing = limit + 1 - rows.length;
    if (missing === 0) break;
    rows.push(
      ...prepared<object, SummaryRow>(connection, sql).all({
        ...within,
        value: after.value,
        id: after.id,
        limit: missing,
      }),
    );
  }
  const hasMore = rows.length > limit;
  if (hasMore) rows.pop();
  return { sessions: rows.map(toSummary), hasMore };
}

/** Sorts before every session there can be, so that the first page needs no statement of its own. */
const beforeFirst: { readonly [Sort in SessionSort]: SessionCursor } = {
  activity: { value: Number.MAX_SAFE_INTEGER, id: '' },
  created: { value: Number.MAX_SAFE_INTEGER, id: '' },
  title: { value: '', id: '' },
};

/** A place in a list of another order would give a page of anything. */
function refuseOtherCursor(sort: SessionSort, after: SessionCursor): void {
  if (typeof after.value === typeof beforeFirst[sort].value) return;
  const problem = 'the cursor is of another order';
  throw new AppError({ code: 'invalid-input', details: { request: 'listSessions', problem } });
}

interface Order {
  readonly by: string;
  readonly direction: 'ASC' | 'DESC';
  readonly index: string;
  /** What is after the cursor, one part after the other. */
  readonly after: readonly string[];
}

const orders: { readonly [Sort in SessionSort]: Order } = {
  activity: {
    by: 'sessions.updated_at',
    direction: 'DESC',
    index: 'by_activity',
    after: ['(sessions.updated_at, sessions.public_id) < (:value, :id)'],
  },
  created: {
    by: 'sessions.created_at',
    direction: 'DESC',
    index: 'by_creation',
    after: ['(sessions.created_at, sessions.public_id) < (:value, :id)'],
  },
  title: {
    // Without case, of ASCII: as SQLite compares.
    by: 'sessions.title COLLATE NOCASE',
    direction: 'ASC',
    index: 'by_title',
    // In two parts, as SQLite finds no place in an index for a pair with a collation.
    after: [
      'sessions.title COLLATE NOCASE = :value AND sessions.public_id > :id',
      'sessions.title COLLATE NOCASE > :value',
    ],
  },
};

/**
 * The statements of a page, to be run in turn until it is full. The indexes are named, as the statistics of a lopsided
 * library could talk SQLite into sorting instead.
 */
export function listSessionsSql(
  kind: SessionPlace['kind'],
  isArchived: boolean,
  sort: SessionSort,
): readonly string[] {
  const { by, direction, index, after } = orders[sort];
  const { columns, indexes, conditions } = placeSql(kind, isArchived);
  return after.map(
    (isAfter) => `
    SELECT ${columns}
    FROM sessions INDEXED BY ${indexes}_${index}
    WHERE sessions.trashed_at IS NULL
      AND sessions.archived_at IS ${isArchived ? 'NOT NULL' : 'NULL'}
      ${conditions}
      AND ${isAfter}
    ORDER BY ${by} ${direction}, sessions.public_id ${direction}
    LIMIT :limit`,
  );
}

function placeSql(
  kind: SessionPlace['kind'],
  isArchived: boolean,
): {
  readonly columns: string;
  readonly indexes: string;
  readonly conditions: string;
} {
  switch (kind) {
    case 'project':
      return {
        columns: `${ownSummaryColumns}, :projectId AS project_id`,
        indexes: isArchived ? 'archived' : 'sessions',
        conditions: `AND sessions.project_id IS :projectKey ${isArchived ? '' : 'AND sessions.pinned_at IS NULL'}`,
      };
    case 'pinned':
      return {
        columns: summaryColumns,
        indexes: 'pinned',
        conditions: 'AND sessions.pinned_at IS NOT NULL',
      };
    case 'all':
      return {
        columns: summaryColumns,
        indexes: isArchived ? 'archived_everywhere' : 'active_everywhere',
        conditions: '',
      };
  }
}

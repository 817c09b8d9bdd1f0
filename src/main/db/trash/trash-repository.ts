import { type TrashCursor, type TrashItem, type TrashPage, trashCountCap } from '#shared/contract/trash.ts';
import { previewOf } from '#shared/domain.ts';
import type { CallInput } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';

/**
 * A thing whose `trashed_at` is this is being erased: it is in no list and nothing brings it back. The rows go in
 * chunks, and a start goes on where the last one ended.
 */
export const erasedAt = 0;

/** Things of the same moment stand in this order. */
const kinds = ['session', 'project', 'tag', 'branch', 'prompt'] as const;
type Kind = (typeof kinds)[number];

interface TrashRow {
  readonly key: number;
  readonly id: string | number;
  readonly title: string;
  readonly session_id: string | null;
  readonly session_title: string | null;
  readonly count: number;
  readonly trashed_at: number;
}

const counted = (rows: string) => `(SELECT COUNT(*) FROM (${rows} LIMIT ${trashCountCap}))`;

/** Each with the place for the condition of the page. The keys break ties, as a bulk delete has one time for all. */
const selections: Readonly<Record<Kind, (page: string) => string>> = {
  session: (page) => `
    SELECT
      id AS key,
      public_id AS id,
      CASE WHEN title = '' THEN preview ELSE title END AS title,
      NULL AS session_id,
      NULL AS session_title,
      message_count AS count,
      trashed_at
    FROM sessions
    WHERE ${page}
      AND is_incomplete = 0
    ORDER BY sessions.trashed_at DESC, sessions.id DESC
    LIMIT :limit`,
  project: (page) => `
    SELECT
      id AS key,
      public_id AS id,
      name AS title,
      NULL AS session_id,
      NULL AS session_title,
      ${counted('SELECT 1 FROM sessions WHERE sessions.trashed_project_id = projects.id')} AS count,
      trashed_at
    FROM projects
    WHERE ${page}
    ORDER BY projects.trashed_at DESC, projects.id DESC
    LIMIT :limit`,
  tag: (page) => `
    SELECT
      id AS key,
      id,
      name AS title,
      NULL AS session_id,
      NULL AS session_title,
      ${counted('SELECT 1 FROM session_tags WHERE session_tags.tag_id = tags.id')} AS count,
      trashed_at
    FROM tags
    WHERE ${page}
    ORDER BY tags.trashed_at DESC, tags.id DESC
    LIMIT :limit`,
  // A branch of a session in the trash comes and goes with its session.
  branch: (page) => `
    SELECT
      messages.id AS key,
      messages.public_id AS id,
      substr(messages.content, 1, 300) AS title,
      sessions.public_id AS session_id,
      CASE WHEN sessions.title = '' THEN sessions.preview ELSE sessions.title END AS session_title,
      (
        WITH RECURSIVE below (key) AS (
          SELECT messages.id
          UNION ALL
          SELECT child.id
          FROM below
          CROSS JOIN messages AS child ON child.parent_id = below.key
          LIMIT ${trashCountCap}
        )
        SELECT COUNT(*)
        FROM below
      ) AS count,
      messages.trashed_at
    FROM messages
    CROSS JOIN sessions ON sessions.id = messages.session_id AND sessions.trashed_at IS NULL
    WHERE ${page}
    ORDER BY messages.trashed_at DESC, messages.id DESC
    LIMIT :limit`,
  prompt: (page) => `
    SELECT
      id AS key,
      public_id AS id,
      CASE WHEN title = '' THEN substr(body, 1, 300) ELSE title END AS title,
      NULL AS session_id,
      NULL AS session_title,
      1 AS count,
      trashed_at
    FROM prompts
    WHERE ${page}
    ORDER BY prompts.trashed_at DESC, prompts.id DESC
    LIMIT :limit`,
};

const tables = {
  session: 'sessions',
  project: 'projects',
  tag: 'tags',
  branch: 'messages',
  prompt: 'prompts',
} as const;

/** Two statements a kind: what else has the time of the cursor, then what is older. Each is one walk of an index. */
export const trashSql = {
  tied(kind: Kind): string {
    const table = tables[kind];
    return selections[kind](`${table}.trashed_at = :trashedAt AND ${table}.id < :key`);
  },
  older(kind: Kind): string {
    const table = tables[kind];
    return selections[kind](`${table}.trashed_at < :trashedAt AND ${table}.trashed_at > ${erasedAt}`);
  },
};

export function listTrash(connection: Connection, input: CallInput<'listTrash'>): TrashPage {
  const limit = input.limit + 1;
  const place = input.after === null ? null : readPlace(input.after);
  const lines = kinds
    .flatMap((kind, rank) =>
      readKind(connection, kind, rank, place, limit).map((row) => ({ rank, kind, row })),
    )
    .sort((a, b) => b.row.trashed_at - a.row.trashed_at || a.rank - b.rank || b.row.key - a.row.key);
  const shown = lines.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ kind, row }) => toItem(kind, row)),
    next:
      lines.length <= input.limit || last === undefined
        ? null
        : { trashedAt: last.row.trashed_at, key: `${last.kind}:${last.row.key}` },
    total: countTrash(connection),
  };
}

interface Place {
  readonly trashedAt: number;
  readonly rank: number;
  readonly key: number;
}

/** A cursor that was not made here begins behind everything of its time. */
function readPlace({ trashedAt, key }: TrashCursor): Place {
  const [kind = '', number = ''] = key.split(':');
  const rank = (kinds as readonly string[]).indexOf(kind);
  const known = /^\d{1,15}$/.test(number) && rank >= 0;
  return known ? { trashedAt, rank, key: Number(number) } : { trashedAt, rank: kinds.length, key: 0 };
}

function readKind(
  connection: Connection,
  kind: Kind,
  rank: number,
  place: Place | null,
  limit: number,
): readonly TrashRow[] {
  const trashedAt = place?.trashedAt ?? Number.MAX_SAFE_INTEGER;
  const tied = place === null || rank < place.rank ? [] : readTied(connection, kind, rank, place, limit);
  if (tied.length >= limit) return tied;
  const older = prepared<object, TrashRow>(connection, trashSql.older(kind)).all({
    trashedAt,
    limit: limit - tied.length,
  });
  return [...tied, ...older];
}

function readTied(
  connection: Connection,
  kind: Kind,
  rank: number,
  place: Place,
  limit: number,
): readonly TrashRow[] {
  const key = rank === place.rank ? place.key : Number.MAX_SAFE_INTEGER;
  return prepared<object, TrashRow>(connection, trashSql.tied(kind)).all({
    trashedAt: place.trashedAt,
    key,
    limit,
  });
}

export const countTrashSql = `
  SELECT
    (SELECT IFNULL(SUM(count), 0) FROM session_counts WHERE state = 'trashed')
      - (SELECT COUNT(*) FROM sessions INDEXED BY sessions_incomplete WHERE is_incomplete = 1)
      + (SELECT COUNT(*) FROM projects WHERE trashed_at > ${erasedAt})
      + (SELECT COUNT(*) FROM tags WHERE trashed_at > ${erasedAt})
      + (SELECT COUNT(*) FROM prompts WHERE trashed_at > ${erasedAt})
      + (
        SELECT COUNT(*)
        FROM messages
        CROSS JOIN sessions ON sessions.id = messages.session_id AND sessions.trashed_at IS NULL
        WHERE messages.trashed_at > ${erasedAt}
      )`;

export function countTrash(connection: Connection): number {
  const statement = prepared<object, { readonly total: number }>(connection, `${countTrashSql} AS total`);
  return statement.get({})?.total ?? 0;
}

function toItem(kind: Kind, row: TrashRow): TrashItem {
  const { title, count, trashed_at: trashedAt, session_title: sessionTitle } = row;
  return { thing: toThing(kind, row), title: previewOf(title), sessionTitle, count, trashedAt };
}

function toThing(kind: Kind, { id, session_id: sessionId }: TrashRow): TrashItem['thing'] {
  switch (kind) {
    case 'session':
      return { kind, sessionId: String(id) };
    case 'project':
      return { kind, projectId: String(id) };
    case 'tag':
      return { kind, tagId: Number(id) };
    case 'prompt':
      return { kind, promptId: String(id) };
    case 'branch':
      return { kind, sessionId: sessionId ?? '', messageId: String(id) };
  }
}

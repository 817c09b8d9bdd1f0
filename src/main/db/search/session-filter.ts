import { type Connection, prepared } from '../statements.ts';

/** What sessions have to be for their messages and titles to be found. Each list of keys is a choice: one is enough. */
export interface SessionConditions {
  readonly projects: readonly (readonly number[])[];
  readonly tags: readonly (readonly number[])[];
  readonly excludedProjects: readonly number[];
  readonly excludedTags: readonly number[];
  readonly isArchived: boolean | null;
  readonly isPinned: boolean | null;
}

interface PlaceRow {
  readonly project_key: number | null;
  readonly tag_ids: string;
  readonly is_pinned: 0 | 1;
  readonly is_archived: 0 | 1;
  readonly is_trashed: 0 | 1;
}

/** Says of a session whether it may be shown; each is read once. Nothing in the trash is ever found. */
export function createSessionFilter(
  connection: Connection,
  conditions: SessionConditions,
): (sessionKey: number) => boolean {
  const trashed = isEmpty(conditions) ? fewTrashed(connection) : null;
  if (trashed !== null) return (key) => !trashed.has(key);
  const known = new Map<number, boolean>();
  const statement = prepared<{ key: number }, PlaceRow>(
    connection,
    `SELECT
       project_id AS project_key,
       tag_ids,
       pinned_at IS NOT NULL AS is_pinned,
       archived_at IS NOT NULL AS is_archived,
       trashed_at IS NOT NULL AS is_trashed
     FROM sessions
     WHERE id = :key`,
  );
  return (key) => {
    let isShown = known.get(key);
    if (isShown === undefined) {
      const row = statement.get({ key });
      isShown = row !== undefined && fits(row, conditions);
      known.set(key, isShown);
    }
    return isShown;
  };
}

function isEmpty(conditions: SessionConditions): boolean {
  return (
    conditions.projects.length === 0 &&
    conditions.tags.length === 0 &&
    conditions.excludedProjects.length === 0 &&
    conditions.excludedTags.length === 0 &&
    conditions.isArchived === null &&
    conditions.isPinned === null
  );
}

const fewInTrash = 2_000;

/** The sessions in the trash, when they are so few that asking once is less than asking for each hit. */
function fewTrashed(connection: Connection): ReadonlySet<number> | null {
  const rows = prepared<{ limit: number }, { readonly key: number }>(
    connection,
    `SELECT id AS key
     FROM sessions INDEXED BY sessions_in_trash
     WHERE trashed_at IS NOT NULL
     LIMIT :limit`,
  ).all({ limit: fewInTrash + 1 });
  return rows.length > fewInTrash ? null : new Set(rows.map(({ key }) => key));
}

function fits(row: PlaceRow, conditions: SessionConditions): boolean {
  if (row.is_trashed === 1) return false;
  if (conditions.isArchived !== null && conditions.isArchived !== (row.is_archived === 1)) return false;
  if (conditions.isPinned !== null && conditions.isPinned !== (row.is_pinned === 1)) return false;
  const project = row.project_key;
  const isInProject = (keys: readonly number[]) => project !== null && keys.includes(project);
  if (!conditions.projects.every(isInProject) || isInProject(conditions.excludedProjects)) return false;
  if (conditions.tags.length + conditions.excludedTags.length === 0) return true;
  const tags = row.tag_ids === '[]' ? [] : (JSON.parse(row.tag_ids) as readonly number[]);
  const hasOneOf = (keys: readonly number[]) => keys.some((key) => tags.includes(key));
  return conditions.tags.every(hasOneOf) && !hasOneOf(conditions.excludedTags);
}

/**
 * The sessions the conditions leave, when they are so few (`limit`) that each can be named in a search; null when
 * they are more.
 */
export function fewSessions(
  connection: Connection,
  conditions: SessionConditions,
  limit: number,
): readonly number[] | null {
  const sets: (readonly number[])[] = [];
  const keep = (keys: readonly { readonly key: number }[]) => {
    if (keys.length <= limit) sets.push(keys.map(({ key }) => key));
  };
  for (const projects of conditions.projects) {
    keep(
      prepared<object, { readonly key: number }>(
        connection,
        `SELECT id AS key
         FROM sessions
         WHERE project_id IN (SELECT value FROM json_each(:keys))
         LIMIT :limit`,
      ).all({ keys: JSON.stringify(projects), limit: limit + 1 }),
    );
  }
  for (const tags of conditions.tags) {
    keep(
      prepared<object, { readonly key: number }>(
        connection,
        `SELECT session_id AS key
         FROM session_tags
         WHERE tag_id IN (SELECT value FROM json_each(:keys))
         LIMIT :limit`,
      ).all({ keys: JSON.stringify(tags), limit: limit + 1 }),
    );
  }
  if (conditions.isPinned === true) {
    keep(
      prepared<object, { readonly key: number }>(
        connection,
        `SELECT id AS key
         FROM sessions INDEXED BY sessions_pinned_for_search
         WHERE pinned_at IS NOT NULL
         LIMIT :limit`,
      ).all({ limit: limit + 1 }),
    );
  }
  return sets.reduce<readonly number[] | null>(
    (fewest, set) => (fewest === null || set.length < fewest.length ? set : fewest),
    null,
  );
}

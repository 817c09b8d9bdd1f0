import { type Connection, prepared } from '../statements.ts';

/** Internal keys of a branch, from its root down to its leaf. */
export type BranchPath = Float64Array;

/** Branches kept: those somebody is reading in. One of 100,000 messages takes 800 kB. */
const pathLimit = 8;
const firstStep = 128;
const longestStep = 16_384;

interface KnownPath {
  /** Public id of the leaf. While that row is there, so are all above it. */
  readonly leafId: string;
  readonly path: BranchPath;
}

interface KnownPaths {
  readonly treeVersion: number;
  /** By the key of the leaf, the latest used last. */
  readonly byLeaf: Map<number, KnownPath>;
}

const pathsOf = new WeakMap<Connection, KnownPaths>();

/** Some keys of a branch upwards, the first one being `:startKey`. */
const stepSql = `
  WITH RECURSIVE branch (key, parent_key, height) AS (
    SELECT id, parent_id, 0
    FROM messages
    WHERE id = :startKey
    UNION ALL
    SELECT messages.id, messages.parent_id, branch.height + 1
    FROM branch
    CROSS JOIN messages ON messages.id = branch.parent_key
    LIMIT :limit
  )
  SELECT key
  FROM branch
  ORDER BY height`;

/**
 * The whole branch that ends with a leaf. Nothing leads down a branch but reading it upwards, which takes about 100 ms
 * for 100,000 messages, so it is read once. A branch that has grown since is read only as far as it is new. When a
 * message gets another parent, the version in `tree_state` is another one, and all paths are read again.
 *
 * After an erasure keys can be given anew, and nobody tells this thread: a path is used only while its leaf is the
 * message it was. Should a session be erased and imported again with the same ids, what is read along the path shows it
 * (`readAlong`), and `forgetPaths` comes before a second try.
 */
export function branchPath(connection: Connection, leafKey: number): BranchPath {
  const paths = knownPaths(connection);
  for (const [key, { leafId }] of paths) if (idOf(connection, key) !== leafId) paths.delete(key);
  const known = paths.get(leafKey) ?? {
    leafId: idOf(connection, leafKey) ?? '',
    path: readPath(connection, leafKey, paths),
  };
  paths.delete(leafKey);
  paths.set(leafKey, known);
  for (const oldest of paths.keys()) {
    if (paths.size <= pathLimit) break;
    paths.delete(oldest);
  }
  return known.path;
}

function knownPaths(connection: Connection): Map<number, KnownPath> {
  const treeVersion = readTreeVersion(connection);
  const known = pathsOf.get(connection);
  if (known?.treeVersion === treeVersion) return known.byLeaf;
  const byLeaf = new Map<number, KnownPath>();
  pathsOf.set(connection, { treeVersion, byLeaf });
  return byLeaf;
}

function readTreeVersion(connection: Connection): number {
  const row = prepared<object, { readonly version: number }>(
    connection,
    'SELECT version FROM tree_state',
  ).get({});
  return row?.version ?? 0;
}

export function forgetPaths(connection: Connection): void {
  pathsOf.delete(connection);
}

function idOf(connection: Connection, key: number): string | undefined {
  return prepared<{ key: number }, { readonly id: string }>(
    connection,
    'SELECT public_id AS id FROM messages WHERE id = :key',
  ).get({ key })?.id;
}

function readPath(
  connection: Connection,
  leafKey: number,
  known: ReadonlyMap<number, KnownPath>,
): BranchPath {
  const upwards: number[] = [];
  for (let limit = firstStep, startKey = leafKey; ; limit = Math.min(limit * 4, longestStep)) {
    const keys = prepared<object, number>(connection, stepSql).pluck().all({ startKey, limit });
    upwards.push(...keys);
    const top = keys.at(-1);
    if (top === undefined || keys.length < limit) return downwards([], upwards);
    // The topmost is the first of the next step, or of a path that is known.
    upwards.pop();
    const rest = pathThrough(known, top);
    if (rest !== undefined) return downwards(rest, upwards);
    startKey = top;
  }
}

/** From the root down to `key`. */
function pathThrough(known: ReadonlyMap<number, KnownPath>, key: number): BranchPath | undefined {
  for (const { path } of known.values()) {
    const place = path.indexOf(key);
    if (place !== -1) return path.subarray(0, place + 1);
  }
  return undefined;
}

function downwards(above: ArrayLike<number>, upwards: readonly number[]): BranchPath {
  const path = new Float64Array(above.length + upwards.length);
  path.set(above);
  path.set([...upwards].reverse(), above.length);
  return path;
}

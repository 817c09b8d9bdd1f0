import { type Connection, prepared } from '../statements.ts';

/** 2015-01-01 UTC: older messages share the first hour. */
const epoch = 1_420_070_400_000;
const hourMs = 3_600_000;
/** Messages an hour has room for; what is beyond goes on into the next hour. */
export const keysPerHour = 128;
/** Keeps every id below 2^31, where SQLite stores it in five bytes at most; reached in the year 3929. */
const lastHour = 2 ** 31 / keysPerHour - 2 ** 17;

/**
 * The smallest internal key of a message written at `createdAt` (ms). Keys follow time, so that the index of all
 * words, which is in the order of its keys, is read newest first, and a range of dates is a range of keys.
 */
export function firstKeyAt(createdAt: number): number {
  const hour = Math.floor((createdAt - epoch) / hourMs);
  return Math.min(Math.max(0, hour), lastHour) * keysPerHour + 1;
}

/** The last key given, by the first key of its hour. */
const remembered = new WeakMap<Connection, Map<number, number>>();
const rememberedHours = 1_024;

/** A free internal key for a message written at `createdAt`, for an INSERT in the same transaction. */
export function nextMessageKey(connection: Connection, createdAt: number): number {
  const first = firstKeyAt(createdAt);
  const lastKeys = lastKeysOf(connection);
  const from = (lastKeys.get(first) ?? first - 1) + 1;
  const key = firstFree(connection, from);
  // A transaction that is rolled back leaves a gap, which costs nothing.
  if (lastKeys.size >= rememberedHours) lastKeys.clear();
  lastKeys.set(first, key);
  if (key - first >= keysPerHour) noteOverflow(connection, key - first);
  return key;
}

/** Walks the run of keys that are taken, from `from` on. */
function firstFree(connection: Connection, from: number): number {
  let free = from;
  const taken = prepared<{ from: number }, { readonly id: number }>(
    connection,
    'SELECT id FROM messages WHERE id >= :from ORDER BY id',
  ).iterate({ from });
  for (const { id } of taken) {
    if (id !== free) break;
    free += 1;
  }
  return free;
}

/**
 * How far behind the keys of its hour a key can lie, and below which key there are rows from before keys followed
 * time: what a search by dates has to look through as well.
 */
export function keyDisorder(connection: Connection): {
  readonly widestOverflow: number;
  readonly unorderedBelow: number;
} {
  const row = prepared<object, { readonly widestOverflow: number; readonly unorderedBelow: number }>(
    connection,
    `SELECT widest_overflow AS widestOverflow, unordered_below AS unorderedBelow
     FROM message_key_state`,
  ).get({});
  return row ?? { widestOverflow: 0, unorderedBelow: 0 };
}

function lastKeysOf(connection: Connection): Map<number, number> {
  let known = remembered.get(connection);
  if (known === undefined) {
    known = new Map();
    remembered.set(connection, known);
  }
  return known;
}

/**
 * Rounded up, so that a long run writes this a few times and not at each message. Compared with what is in the file,
 * because a transaction that is rolled back takes its note with it.
 */
function noteOverflow(connection: Connection, overflow: number): void {
  if (overflow <= keyDisorder(connection).widestOverflow) return;
  prepared<{ widest: number }>(
    connection,
    'UPDATE message_key_state SET widest_overflow = MAX(widest_overflow, :widest)',
  ).run({ widest: 2 ** Math.ceil(Math.log2(overflow + 1)) });
}

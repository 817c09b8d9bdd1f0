import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { giantId } from './build-library.ts';
import { dropTriggers, type OpenLibrary, openCopy } from './library-copy.ts';
import { mulberry32 } from './library-text.ts';
import { type Goal, type Measured, measure, print, printCheck } from './measure.ts';

const atMost = (ratio: number): Goal => ({
  text: `<= ${ratio} x floor`,
  isMet: ({ run, floor }) => floor !== null && run.median <= ratio * floor.median,
});

export type RowTimes = Readonly<Record<'open' | 'list' | 'rename' | 'move', Measured>>;

const pageSize = 50;
const rounds = 400;

/** Opening, listing, renaming and moving. The floors write to a copy of their own, which has neither search nor statistics. */
export function benchRows(
  library: OpenLibrary,
  source: string,
  sessions: number,
  hasGiant: boolean,
): RowTimes {
  const bare = openCopy(source);
  dropTriggers(bare.connection);
  const { db } = library;
  const { connection } = bare;
  const random = mulberry32(3);
  const numbers = Array.from({ length: rounds + 5 }, () => 1 + Math.floor(random() * sessions));
  const keyAt = (place: number) => numbers[place % numbers.length] ?? 1;
  const idAt = (place: number) => keyAt(place).toString(16).padStart(10, '0');

  const hotRow = connection.prepare('SELECT * FROM messages WHERE id = ?');
  const firstKey = connection.prepare('SELECT MAX(id) FROM messages').pluck().get();
  const hot = print(measure('one row by its key, hot', 2_000, () => hotRow.get(firstKey)));

  const sessionRow = connection.prepare('SELECT * FROM sessions WHERE public_id = ?');
  const lastRows = connection.prepare(
    'SELECT * FROM messages WHERE session_id = ? ORDER BY sequence DESC LIMIT 50',
  );
  const open = print(
    measure(
      'open a session, last 50',
      rounds,
      (place) => db.openSession({ sessionId: idAt(place), limit: pageSize }),
      {
        floor: (place) => [sessionRow.get(idAt(place)), lastRows.all(keyAt(place))],
      },
    ),
    atMost(1.5),
  );
  if (hasGiant) benchGiant(library, bare);
  printCheck(
    'T10 last 50 / hot row',
    (open.run.median / hot.run.median).toFixed(1),
    open.run.median <= 40 * hot.run.median,
    '<= 40',
  );

  const place = { kind: 'project', projectId: null } as const;
  const query = { place, isArchived: false, sort: 'activity', limit: pageSize } as const;
  const listRows = connection.prepare(
    `SELECT * FROM sessions
     WHERE project_id IS NULL AND trashed_at IS NULL AND archived_at IS NULL AND pinned_at IS NULL
       AND (updated_at, public_id) < (?, ?)
     ORDER BY updated_at DESC, public_id DESC LIMIT 50`,
  );
  const list = print(
    measure('list the first page of the sidebar', rounds, () => db.listSessions({ ...query, after: null }), {
      floor: () => listRows.all(Number.MAX_SAFE_INTEGER, ''),
    }),
    atMost(1.5),
  );
  const cursors: { value: number; id: string }[] = [];
  let after: { value: number; id: string } | null = null;
  for (let page = 0; page < 20; page += 1) {
    const last: { updatedAt: number; id: string } | undefined = db
      .listSessions({ ...query, after })
      .sessions.at(-1);
    if (last === undefined) break;
    after = { value: last.updatedAt, id: last.id };
    cursors.push(after);
  }
  print(
    measure(
      'list the next page',
      rounds,
      (number) => db.listSessions({ ...query, after: cursors[number % cursors.length] ?? null }),
      {
        floor: (number) => {
          const cursor = cursors[number % cursors.length];
          return listRows.all(cursor?.value ?? 0, cursor?.id ?? '');
        },
      },
    ),
    atMost(1.5),
  );
  printCheck(
    'T11 list 50 / hot row',
    (list.run.median / hot.run.median).toFixed(1),
    list.run.median <= 20 * hot.run.median,
    '<= 20',
  );

  const renameRow = connection.prepare(
    "UPDATE sessions SET title = ?, title_source = 'user' WHERE public_id = ?",
  );
  const rename = print(
    measure(
      'rename',
      200,
      (number) => db.updateSession({ sessionId: idAt(number), changes: { title: `New name ${number}` } }),
      {
        floor: (number) => renameRow.run(`New name ${number}`, idAt(number)),
        after: idle(library),
      },
    ),
    atMost(1.5),
  );
  const moveRow = connection.prepare('UPDATE sessions SET project_id = ? WHERE public_id = ?');
  const projectId = `bb${(7).toString(16).padStart(8, '0')}`;
  const move = print(
    measure(
      'move to a project',
      200,
      (number) =>
        db.changeSessions({
          sessionIds: [idAt(number)],
          change: { kind: 'move', projectId: number % 2 === 0 ? projectId : null },
          at: 1,
        }),
      { floor: (number) => moveRow.run(number % 2 === 0 ? 7 : null, idAt(number)), after: idle(library) },
    ),
    atMost(1.5),
  );
  bare.close();
  return { open, list, rename, move };
}

function benchGiant(library: OpenLibrary, bare: OpenLibrary): void {
  const { db } = library;
  const ids = bare.connection
    .prepare(
      'SELECT public_id FROM messages WHERE session_id = (SELECT id FROM sessions WHERE public_id = ?) ORDER BY sequence',
    )
    .pluck()
    .all(giantId) as readonly string[];
  const key = bare.connection.prepare('SELECT id FROM sessions WHERE public_id = ?').pluck().get(giantId);
  const back = bare.connection.prepare(
    'SELECT * FROM messages WHERE session_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT 50',
  );
  const at = (number: number) => 60 + ((number * 7_919) % (ids.length - 100));
  print(
    measure('open the session of 100,000 messages', 100, () =>
      db.openSession({ sessionId: giantId, limit: pageSize }),
    ),
  );
  print(
    measure(
      'page back in it',
      rounds,
      (number) =>
        db.listOlderMessages({ sessionId: giantId, beforeId: ids[at(number)] ?? '', limit: pageSize }),
      { floor: (number) => back.all(key, at(number) + 1) },
    ),
    atMost(1.5),
  );
}

/** What the program does between two things a person does: index, merge, fold the log. */
export function idle({ db }: OpenLibrary): (number: number) => void {
  return (number) => {
    if (number % 10 !== 9) return;
    while (db.indexSlice({ budgetMs: 8 }).hasMore);
    for (let merges = 0; merges < 3 && db.mergeSlice({ pages: 48 }).hasMore; merges += 1);
    db.foldLog();
  };
}

/** One question with its empty answer, and the end of the answer, each in a transaction of its own. */
export function benchAppend(library: OpenLibrary, text: () => string): void {
  const { db } = library;
  const at = Date.UTC(2026, 0, 5);
  const sessionId = (1).toString(16).padStart(10, '0');
  const page = Buffer.alloc(4_096, 1);
  const file = openSync(`${library.path}.floor`, 'w');
  const flush = () => {
    writeSync(file, page);
    fdatasyncSync(file);
  };
  const usage = {
    promptTokens: 1,
    replyTokens: 1,
    loadMs: 1,
    promptEvalMs: 1,
    evalMs: 1,
    totalMs: 1,
    firstTokenMs: 1,
    thinkingMs: null,
    doneReason: 'stop',
  };
  const tail: Goal = {
    text: 'p99 <= 3 x p99 of write + fdatasync',
    isMet: ({ run, floor }) => floor !== null && run.p99 <= 3 * floor.p99,
  };
  const count = 500;
  const question = text();
  const answer = text();
  print(
    measure(
      'append a question (floor: write + fdatasync)',
      count,
      (number) =>
        db.insertTurn({
          sessionId,
          parentId: null,
          userMessageId: `q${number}`,
          text: question,
          attachmentIds: [],
          remembers: false,
          replies: [{ replyId: `r${number}`, model: 'm' }],
          at: at + number,
        }),
      { floor: flush, after: idle(library) },
    ),
    { ...atMost(2), text: 'T12 <= 2 x floor' },
    tail,
  );
  print(
    measure(
      'append an answer (floor: write + fdatasync)',
      count,
      (number) =>
        db.finishReply({
          replyId: `r${number}`,
          status: 'complete',
          error: null,
          content: answer,
          thinking: '',
          usage,
          isUnread: false,
          at: at + number,
        }),
      { floor: flush, after: idle(library) },
    ),
    { ...atMost(2), text: 'T12 <= 2 x floor' },
    tail,
  );
  closeSync(file);
}

export function compareFlatness(small: RowTimes, large: RowTimes): void {
  for (const kind of ['open', 'list', 'rename', 'move'] as const) {
    const ratio = large[kind].run.median / small[kind].run.median;
    printCheck(`${kind}: 100,000 sessions / 1,000`, ratio.toFixed(2), ratio <= 1.5, '<= 1.5');
  }
}

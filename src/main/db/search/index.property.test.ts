import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText } from '#shared/fold/fold.ts';
import type { Connection } from '../statements.ts';
import { memoryDatabase } from '../testing/fixtures.ts';
import { addMessage, addSession, foundMessages, indexAll } from './testing/library.ts';

const vocabulary = [
  'alpha',
  'alphabet',
  'Beta',
  'zebra',
  'Café',
  '中文',
  '文字',
  '搜索中文字',
  'x1',
  "don't",
];
const text = fc.array(fc.constantFrom(...vocabulary), { maxLength: 6 }).map((words) => words.join(' '));

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      session: fc.integer({ min: 1, max: 3 }),
      text,
      thinking: text,
      parent: fc.nat(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('trashOne' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('trashSome' as const), chosen: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('trashBranch' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restoreSome' as const), chosen: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), which: fc.nat(), text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('erase' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('attach' as const), which: fc.nat(), text }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('detach' as const), which: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('trash' as const), session: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('restore' as const), session: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('eraseSession' as const),
      session: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('index' as const), budgetMs: fc.constantFrom(0.01, 0.1, 1) }),
  },
);

interface Place {
  readonly key: number;
  readonly id: string;
  readonly parentKey: number | null;
  readonly sessionId: string;
  readonly trashedAt: number | null;
  readonly isShown: boolean;
}

/** The messages of sessions outside the trash, by their order; shown = neither they nor what they are below is in it. */
function places(connection: Connection): readonly Place[] {
  const rows = connection
    .prepare<[], Omit<Place, 'isShown'>>(
      `SELECT messages.id AS key, messages.public_id AS id, parent_id AS parentKey,
              sessions.public_id AS sessionId, messages.trashed_at AS trashedAt
       FROM messages
       JOIN sessions ON sessions.id = messages.session_id
       WHERE sessions.trashed_at IS NULL
       ORDER BY messages.sequence`,
    )
    .all();
  const shown = new Set<number | null>([null]);
  return rows.map((row) => {
    const isShown = row.trashedAt === null && shown.has(row.parentKey);
    if (isShown) shown.add(row.key);
    return { ...row, isShown };
  });
}

/** Every other message starts a branch of its own; none can be said below what is in the trash. */
function parentIn(connection: Connection, session: number, at: number): number | null {
  const these = places(connection).filter(
    ({ sessionId, isShown }) => isShown && sessionId === session.toString(16).padStart(10, '0'),
  );
  return at % 2 === 0 ? null : (these[at % Math.max(1, these.length)]?.key ?? null);
}

/** Those the bits of `chosen` pick, each session on its own. */
function bySession(these: readonly Place[], chosen: number): ReadonlyMap<string, readonly string[]> {
  const sessions = new Map<string, string[]>();
  for (const [index, { sessionId, id }] of these.entries()) {
    if (((chosen >> (index % 30)) & 1) === 0) continue;
    sessions.set(sessionId, [...(sessions.get(sessionId) ?? []), id]);
  }
  return sessions;
}

it('finds exactly what reading every message finds, whatever was added, changed and erased', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
      const { connection, db } = memoryDatabase();
      connection.exec(
        `INSERT INTO blobs (id, sha256, size_bytes, bytes) VALUES (1, '${'0'.repeat(64)}', 1, x'00')`,
      );
      for (const key of [1, 2, 3]) addSession(connection, key);
      const keys = () =>
        connection.prepare('SELECT id FROM messages ORDER BY id').pluck().all() as readonly number[];
      let added = 0;
      for (const each of steps) {
        const all = keys();
        const chosen = 'which' in each ? all[each.which % Math.max(1, all.length)] : undefined;
        if (each.do === 'index') db.indexSlice({ budgetMs: each.budgetMs });
        else if (each.do === 'add') {
          if (connection.prepare('SELECT 1 FROM sessions WHERE id = ?').get(each.session) === undefined)
            continue;
          added += 1;
          addMessage(connection, {
            id: `m${added}`,
            session: each.session,
            content: each.text,
            thinking: each.thinking,
            parentKey: parentIn(connection, each.session, each.parent),
          });
        } else if (each.do === 'trashOne' || each.do === 'trashBranch') {
          const one = places(connection).find(({ key }) => key === chosen);
          if (one === undefined || !one.isShown) continue;
          const { sessionId, id } = one;
          if (each.do === 'trashOne') db.trashMessages({ sessionId, messageIds: [id], at: 1 });
          else db.trashBranch({ sessionId, messageId: id, at: 1 });
        } else if (each.do === 'trashSome') {
          const these = places(connection).filter(({ isShown }) => isShown);
          for (const [sessionId, messageIds] of bySession(these, each.chosen))
            db.trashMessages({ sessionId, messageIds, at: 1 });
        } else if (each.do === 'restoreSome') {
          const these = places(connection).filter(({ trashedAt }) => trashedAt !== null);
          for (const [sessionId, messageIds] of bySession(these, each.chosen))
            db.restoreBranches({ sessionId, messageIds });
        } else if (each.do === 'edit')
          connection.prepare('UPDATE messages SET content = ? WHERE id = ?').run(each.text, chosen);
        else if (each.do === 'erase') connection.prepare('DELETE FROM messages WHERE id = ?').run(chosen);
        else if (each.do === 'attach' && chosen !== undefined) {
          added += 1;
          connection
            .prepare(
              `INSERT INTO attachments (public_id, message_id, blob_id, position, kind, name, mime, size_bytes, created_at,
                                        extracted_text)
               VALUES (?, ?, 1, 0, 'text', 'n', 'text/plain', 1, 1, ?)`,
            )
            .run(`a${added}`, chosen, each.text);
        } else if (each.do === 'detach')
          connection.prepare('DELETE FROM attachments WHERE message_id = ?').run(chosen);
        else if (each.do === 'trash')
          connection.prepare('UPDATE sessions SET trashed_at = 1 WHERE id = ?').run(each.session);
        else if (each.do === 'restore')
          connection.prepare('UPDATE sessions SET trashed_at = NULL WHERE id = ?').run(each.session);
        else if (each.do === 'eraseSession')
          connection.prepare('DELETE FROM sessions WHERE id = ?').run(each.session);
      }
      indexAll(db);
      const hidden = new Set(
        places(connection)
          .filter(({ isShown }) => !isShown)
          .map(({ id }) => id),
      );
      for (const word of [
        'alpha',
        'lphab',
        'beta',
        'zebra',
        'cafe',
        '中文',
        '文字',
        '中文字',
        '索',
        '"alpha beta"',
        'x1',
      ]) {
        const needle = foldText(word, 'joined').trim();
        const naive = connection
          .prepare(
            `SELECT messages.public_id AS id, content, thinking, group_concat(extracted_text, ' . ') AS attached
             FROM messages
             JOIN sessions ON sessions.id = messages.session_id
             LEFT JOIN attachments ON attachments.message_id = messages.id
             WHERE sessions.trashed_at IS NULL
             GROUP BY messages.id`,
          )
          .all() as readonly { id: string; content: string; thinking: string; attached: string | null }[];
        const expected = naive
          .filter(({ id }) => !hidden.has(id))
          .filter((row) =>
            [row.content, row.thinking, row.attached ?? ''].some((column) => {
              const folded = ` ${foldText(column, 'joined')} `;
              return word.startsWith('"') || (needle.length < 3 && /[a-z]/.test(needle))
                ? folded.includes(` ${needle} `)
                : folded.includes(needle);
            }),
          )
          .map(({ id }) => id);
        const found = foundMessages(db, word);
        // A page shows three hits of a session.
        if (expected.length <= 3) expect([...found].sort()).toEqual([...expected].sort());
        else expect(expected).toEqual(expect.arrayContaining([...found]));
      }
      expect(connection.prepare('SELECT COUNT(*) FROM search_removals').pluck().get()).toBe(0);
      expect(connection.prepare('SELECT COUNT(*) FROM search_queue').pluck().get()).toBe(0);
      expect(db.isSearchSound({ since: Number.POSITIVE_INFINITY })).toBe(true);
      connection.exec('DELETE FROM sessions');
      indexAll(db);
      expect(connection.prepare('SELECT term FROM search_terms').pluck().all()).toEqual([]);
      expect(connection.prepare('SELECT COUNT(*) FROM message_search_docsize').pluck().get()).toBe(0);
      connection.close();
    }),
    { numRuns: 80 },
  );
});

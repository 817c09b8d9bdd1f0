import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionId } from '#shared/domain.ts';
import type { Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { codeOf, finishedReply, hexId, memoryDatabase, newSession, newTurn } from '../testing/fixtures.ts';

let db: Database;
let connection: Connection;
const [one, two, copyId] = [hexId(1), hexId(2), hexId(3)];

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
  db.createSession(newSession({ id: one }));
  db.createSession(newSession({ id: two }));
});

function say(sessionId: SessionId, name: string, parentId: string | null = null): void {
  db.insertTurn(newTurn(name, { sessionId, parentId }));
  db.finishReply(finishedReply(`r${name}`));
}

/** A copy, with something that happens before its messages are listed and after they are written. */
function copy(sourceIds: readonly SessionId[], before = () => {}, after = () => {}) {
  const begun = db.beginCopy({ copyId, sourceIds, title: 'Copy', at: 5 });
  before();
  const { keys, shifts } = db.listCopyOrder({ sourceIds });
  const isMerge = sourceIds.length > 1;
  db.appendCopies({ copyId, sourceIds, keys, chain: isMerge ? { firstSequence: 1, shifts } : null });
  after();
  return db.finishCopy({ copyId, sourceIds, ...begun, trashSources: isMerge, at: 6 });
}

const contents = () =>
  db.openSession({ sessionId: copyId, limit: 50 }).page.messages.map(({ content }) => content);

describe('the row of a copy', () => {
  /** Everything else is the user's or another program's and goes with the copy. */
  const madeAnew = [
    ...['id', 'public_id', 'title', 'title_source', 'created_at', 'updated_at'],
    // Of the messages and tags that the copy has.
    ...[
      'preview',
      'active_leaf_id',
      'next_sequence',
      'message_count',
      'prompt_tokens',
      'reply_tokens',
      'tag_ids',
    ],
    // What happened to the original alone.
    ...['is_unread', 'pinned_at', 'trashed_at', 'trashed_project_id', 'is_incomplete'],
    ...['external_source', 'external_id'],
  ];

  const columns = () =>
    connection
      .prepare<[], { readonly name: string; readonly type: string }>(
        "SELECT name, type FROM pragma_table_info('sessions')",
      )
      .all();
  const rowOf = (id: SessionId) =>
    connection.prepare<[string], object>('SELECT * FROM sessions WHERE public_id = ?').get(id);

  it('has every column, those that are made anew aside', () => {
    db.createProject({ id: hexId(9), name: 'P', at: 1 });
    const copied = columns().filter(({ name }) => !madeAnew.includes(name));
    const values = copied.map(({ name, type }) => `${name} = ${type === 'INTEGER' ? 1 : `'{"a":"b"}'`}`);
    connection.exec(`UPDATE sessions SET ${values.join(', ')} WHERE public_id = '${one}'`);
    copy([one]);
    const source = rowOf(one);
    const wanted = Object.fromEntries(
      copied.map(({ name }) => [name, (source as Record<string, unknown>)[name]]),
    );
    expect(rowOf(copyId)).toMatchObject(wanted);
    expect(columns().map(({ name }) => name)).toEqual(expect.arrayContaining(madeAnew));
  });

  it('of a merge has the fields of both, and the value of the first', () => {
    db.updateSession({ sessionId: one, changes: { metadata: { b: 'one', a: 'one' } } });
    db.updateSession({ sessionId: two, changes: { metadata: { c: 'two', a: 'two' } } });
    expect(Object.entries(copy([one, two]).metadata)).toEqual([
      ['b', 'one'],
      ['a', 'one'],
      ['c', 'two'],
    ]);
  });

  it('is called by the first question that it has', () => {
    say(one, 'a');
    say(one, 'b');
    expect(copy([one], () => db.trashBranch({ sessionId: one, messageId: 'ua', at: 5 })).preview).toBe(
      'Question b',
    );
  });
});

describe('a copy of a session that changes meanwhile', () => {
  beforeEach(() => {
    say(one, 'a');
    say(one, 'b', 'ra');
    say(two, 'c');
  });

  it('shows its newest message when the shown branch comes back too late', () => {
    db.trashBranch({ sessionId: one, messageId: 'ub', at: 5 });
    copy([one], undefined, () => db.restoreBranches({ sessionId: one, messageIds: ['ub'] }));
    expect(contents()).toEqual(['Question a', 'Answer ra']);
  });

  it('shows a branch of its own when that of the source goes', () => {
    copy([one], undefined, () => db.trashBranch({ sessionId: one, messageId: 'ua', at: 5 }));
    expect(contents()).toEqual(['Question a', 'Answer ra', 'Question b', 'Answer rb']);
  });

  it('is refused as a merge when another branch is shown', async () => {
    const trash = () => db.trashBranch({ sessionId: two, messageId: 'uc', at: 5 });
    expect(await codeOf(() => copy([one, two], undefined, trash))).toBe('busy');
    expect(db.getSession({ sessionId: one }).id).toBe(one);
  });

  it('has nothing of another session, and nothing of a branch that is being erased', () => {
    const begun = db.beginCopy({ copyId, sourceIds: [one], title: 'Copy', at: 5 });
    const { keys } = db.listCopyOrder({ sourceIds: [one] });
    const foreign = db.listCopyOrder({ sourceIds: [two] }).keys;
    db.trashBranch({ sessionId: one, messageId: 'ra', at: 5 });
    db.markErased({ things: [{ kind: 'branch', sessionId: one, messageId: 'ra' }] });
    db.eraseSome({ limit: 1, budgetMs: 1_000 });
    db.appendCopies({ copyId, sourceIds: [one], keys: [...keys, ...foreign], chain: null });
    db.finishCopy({ copyId, sourceIds: [one], ...begun, trashSources: false, at: 6 });
    expect(contents()).toEqual(['Question a']);
    expect(db.exportSession({ sessionId: copyId }).messages).toHaveLength(1);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Database, NewImport, SessionRecord } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { newAttachment } from '../testing/attachments.ts';
import { codeOf, finishedReply, hexId, memoryDatabase, newSession, newTurn } from '../testing/fixtures.ts';

const sessionId = hexId(1);

let db: Database;
let connection: Connection;
let record: SessionRecord;

/** A session of another library: in a project, tagged, with a file, a branch, a provenance and a draft. */
function anotherLibrary(): Database {
  const other = memoryDatabase().db;
  other.createProject({ id: hexId(9), name: 'Work', at: 1 });
  other.createSession(newSession({ projectId: hexId(9) }));
  const { id } = other.createTag({ name: 'Tea' });
  other.changeSessions({ sessionIds: [sessionId], change: { kind: 'tag', add: [id], remove: [] }, at: 1 });
  other.addDraftAttachment(newAttachment('note'));
  other.insertTurn(newTurn('1', { attachmentIds: ['note'] }));
  other.finishReply(finishedReply('r1'));
  other.insertTurn(newTurn('2', { parentId: 'r1' }));
  const provenance = {
    model: 'm',
    ollamaAddress: 'a',
    options: {},
    systemPrompt: '',
    messageIds: ['u1', 'r1'],
  };
  other.saveProvenance({ replyId: 'r2', provenance });
  other.saveDraft({ sessionId, text: 'And', at: 3 });
  return other;
}

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
  record = anotherLibrary().exportSession({ sessionId, withFiles: true });
});

const imported = (changes: Partial<NewImport> = {}) =>
  db.importSession({
    source: 'parlor',
    sourceId: sessionId,
    record,
    isCopy: false,
    freshId: hexId(70),
    freshProjectId: hexId(71),
    at: 50,
    ...changes,
  });

it('writes the session as it was, its sums made of its messages', () => {
  expect(imported()).toMatchObject({ isNew: true, isTrashed: false, session: { messageCount: 4 } });
  expect(db.getSession({ sessionId })).toMatchObject({
    preview: 'Question 1',
    messageCount: 4,
    promptTokens: 10,
    replyTokens: 5,
    activeLeafId: 'r2',
    projectId: hexId(9),
  });
  expect(db.openSession({ sessionId, limit: 10 }).draft.text).toBe('And');
  const statistics = db.getStatistics({ scope: { kind: 'all' }, timeZone: 'UTC' });
  expect(JSON.stringify(statistics)).toContain('"answers":2');
});

it('ends an answer that was being written when it was exported', () => {
  imported();
  expect(db.getMessage({ sessionId, messageId: 'r2' }).status).toBe('interrupted');
});

it('can be gone on with: the next message comes after all of them', () => {
  imported();
  db.insertTurn(newTurn('3', { parentId: 'r2' }));
  expect(db.listBranch({ sessionId, messageId: 'r3', withThinking: false }).map(({ id }) => id)).toEqual([
    'u1',
    'r1',
    'u2',
    'r2',
    'u3',
    'r3',
  ]);
});

it('gives new ids where they are taken, and remembers the old ones', () => {
  imported();
  const { session } = imported({ isCopy: true });
  expect(session.id).toBe(hexId(70));
  const copy = db.exportSession({ sessionId: session.id, withFiles: true });
  const ids = copy.messages.map(({ id }) => id);
  expect(ids.some((id) => ['u1', 'r1', 'u2', 'r2'].includes(id))).toBe(false);
  expect(copy.messages.map(({ parentId }) => parentId)).toEqual([null, ids[0], ids[1], ids[2]]);
  expect(copy.session.activeLeafId).toBe(ids[3]);
  expect(copy.messages[3]?.provenance).toMatchObject({ messageIds: [ids[0], ids[1]] });
  expect(copy.messages[0]?.attachments).toMatchObject([{ name: 'note.txt', text: 'words of note' }]);
  expect(
    connection
      .prepare('SELECT external_id FROM messages WHERE session_id = 2 ORDER BY sequence')
      .pluck()
      .all(),
  ).toEqual(['u1', 'r1', 'u2', 'r2']);
  expect(connection.prepare('SELECT COUNT(*) FROM blobs').pluck().get()).toBe(1);
});

it('knows a session of another program by its id there', () => {
  const foreign = { source: 'chat', sourceId: 'abc-1' };
  const made = imported(foreign);
  const session = { ...record.session, id: hexId(80) };
  const again = imported({ ...foreign, record: { ...record, session } });
  expect(again).toEqual({ ...made, isNew: false });
});

it('changes nothing when a part of it cannot be written', async () => {
  const [first] = record.messages;
  if (first === undefined) throw new Error('no message');
  const broken = { ...record, messages: [first, { ...first, id: 'other', sequence: first.sequence }] };
  expect(await codeOf(() => imported({ record: broken }))).toBe('database-failed');
  expect([db.listTags(), db.listProjects()]).toEqual([[], []]);
  expect(imported().isNew).toBe(true);
});

describe('the project', () => {
  const projectOf = () => db.getSession({ sessionId }).projectId;

  it('is made anew with its id when it is not there', () => {
    imported();
    expect(db.listProjects()).toMatchObject([{ id: hexId(9), name: 'Work', sessionCount: 1 }]);
  });

  it('is the one of that name', () => {
    db.createProject({ id: hexId(5), name: 'Work', at: 1 });
    imported();
    expect(projectOf()).toBe(hexId(5));
  });

  it('is another one when it is in the trash', () => {
    db.createProject({ id: hexId(9), name: 'Work', at: 1 });
    db.trashProject({ projectId: hexId(9), sessions: 'to-inbox', at: 5, limit: 100 });
    imported();
    expect(projectOf()).toBe(hexId(71));
  });

  it('is the Inbox for a session without one', () => {
    imported({ record: { ...record, projectName: null, session: { ...record.session, projectId: null } } });
    expect(projectOf()).toBeNull();
  });
});

it('takes the tag of that name, whatever its case', () => {
  const { id } = db.createTag({ name: 'tea' });
  expect(imported().session.tagIds).toEqual([id]);
});

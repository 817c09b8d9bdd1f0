import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrashedThing } from '#shared/contract/trash.ts';
import { openConnection } from '../database.ts';
import type { Database } from '../interface.ts';
import { createDatabase } from '../repository.ts';
import type { Connection } from '../statements.ts';
import { newAttachment, sentPicture } from '../testing/attachments.ts';
import { finishedReply, hexId, newSession, newTurn, temporaryFolder } from '../testing/fixtures.ts';
import { insertChain } from '../testing/long-session.ts';

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
let connection: Connection;
let db: Database;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'parlor.sqlite');
  open();
});
afterEach(() => {
  connection.close();
  folder.remove();
});

function open(): void {
  connection = openConnection(path);
  db = createDatabase(connection);
}

function eraseAll(): void {
  while (db.eraseSome({ limit: 100, budgetMs: 1_000 }) > 0);
  index();
  db.forgetSamples();
  db.rewriteFile({ largestBytes: 1e9 });
  expect(db.truncateLog()).toBe(true);
}

/** Brings the search index up to date. */
function index(): void {
  for (;;) {
    const { hasMore, hasRemovals } = db.indexSlice({ budgetMs: 1_000 });
    if (!hasMore && !hasRemovals) return;
  }
}

/** Those of the texts that are somewhere in the files. */
function found(texts: readonly string[]): readonly string[] {
  const files = [path, `${path}-wal`, `${path}-shm`].filter((file) => existsSync(file));
  const bytes = files.map((file) => readFileSync(file));
  // The index holds words in lower case.
  const forms = (text: string) => [text, text.toLowerCase()];
  return texts.filter((text) => bytes.some((each) => forms(text).some((form) => each.includes(form))));
}

const count = (sql: string) => connection.prepare(sql).pluck().get();

/** Every place where the words of a person are kept. */
function writeCanaries(id: string): readonly string[] {
  const canary = (name: string) => `Canary${name}${id}`;
  const names = ['Title', 'Question', 'Answer', 'Thinking', 'Draft', 'Tag', 'History', 'Queued'];
  const more = ['Description', 'Metadata', 'System', 'Summary', 'Project', 'Folder', 'Named', 'Body'];
  const session = { sessionId: id };
  db.createProject({ id: `f${id.slice(1)}`, name: canary('Project'), at: 1 });
  db.createSession(newSession({ id, projectId: `f${id.slice(1)}`, systemPrompt: canary('System') }));
  db.insertTurn(newTurn(id, { ...session, text: `${canary('Question')} and more` }));
  db.finishReply(
    finishedReply(`r${id}`, { content: canary('Answer').repeat(900), thinking: canary('Thinking') }),
  );
  db.updateSession({
    ...session,
    changes: {
      title: canary('Title'),
      description: canary('Description'),
      metadata: { a: canary('Metadata') },
    },
  });
  db.saveDraft({ ...session, text: canary('Draft'), at: 1 });
  const fields = { folder: canary('Folder'), title: canary('Named'), body: `${canary('Body')} `.repeat(900) };
  db.savePrompt({ promptId: id, fields, at: 1 });
  const tag = db.createTag({ name: canary('Tag') });
  const tagging = { kind: 'tag', add: [tag.id], remove: [] } as const;
  db.changeSessions({ sessionIds: [id], change: tagging, at: 1 });
  connection.exec(`
    INSERT INTO prompt_history (session_id, used_at, text)
    SELECT id, 1, '${canary('History')}' FROM sessions WHERE public_id = '${id}';
    INSERT INTO folds (public_id, session_id, summary, created_at)
    SELECT 'fold${id}', id, '${canary('Summary')}', 1 FROM sessions WHERE public_id = '${id}';
    INSERT INTO queued_messages (public_id, session_id, created_at, text)
    SELECT 'queued${id}', id, 1, '${canary('Queued')}' FROM sessions WHERE public_id = '${id}';
  `);
  // One of each goes to the question, to the draft and to a message that waits.
  const attached = ['', 'Drafted', 'Waiting'].map((owner) => {
    const parts = ['File', 'Attached', 'Blob', 'Sent'].map((part) => canary(`${owner}${part}`));
    const [name = '', text = '', bytes = '', sent = ''] = parts;
    const attachmentId = `${owner}att${id}`;
    db.addDraftAttachment(
      newAttachment(attachmentId, {
        ...session,
        name,
        text,
        bytes: Buffer.from(bytes),
        sent: sentPicture(sent),
      }),
    );
    return { attachmentId, parts };
  });
  connection.exec(`
    UPDATE attachments
    SET message_id = (SELECT id FROM messages WHERE public_id = 'u${id}'), draft_session_id = NULL
    WHERE public_id = 'att${id}';
    UPDATE attachments
    SET queued_id = (SELECT id FROM queued_messages WHERE public_id = 'queued${id}'), draft_session_id = NULL
    WHERE public_id = 'Waitingatt${id}';
  `);
  return [...[...names, ...more].map(canary), ...attached.flatMap(({ parts }) => parts)];
}

function trash(id: string): readonly TrashedThing[] {
  const tag = db.listTags().find(({ name }) => name.includes(id));
  db.trashSessions({ sessionIds: [id], at: 5 });
  db.trashProject({ projectId: `f${id.slice(1)}`, sessions: 'to-inbox', at: 5, limit: 100 });
  db.trashTag({ tagId: tag?.id ?? 0, at: 5 });
  db.trashPrompts({ promptIds: [id], at: 5 });
  while (!db.refreshTaggedSessions({ limit: 10 }).isDone);
  return [
    { kind: 'session', sessionId: id },
    { kind: 'project', projectId: `f${id.slice(1)}` },
    { kind: 'tag', tagId: tag?.id ?? 0 },
    { kind: 'prompt', promptId: id },
  ];
}

describe('deleting for good', () => {
  it('leaves no word in any file, and every word of what stays', () => {
    const gone = writeCanaries(hexId(1));
    const kept = writeCanaries(hexId(2));
    index();
    connection.exec('ANALYZE');
    expect(found(gone)).toEqual(gone);
    db.markErased({ things: trash(hexId(1)) });
    eraseAll();
    expect(found(gone)).toEqual([]);
    expect(found(kept)).toEqual(kept);
    expect(connection.pragma('foreign_key_check')).toEqual([]);
  });

  it('leaves no word of a branch, and the rest of its session', () => {
    db.createSession(newSession());
    db.insertTurn(newTurn('a', { text: 'CanaryKept' }));
    db.finishReply(finishedReply('ra', { content: 'CanaryFirst' }));
    db.insertTurn(newTurn('b', { parentId: 'ra', text: 'CanaryBelow' }));
    db.finishReply(finishedReply('rb'));
    db.insertReplies({
      sessionId: hexId(1),
      userMessageId: 'ua',
      replies: [{ replyId: 'r2', model: 'm' }],
      at: 5,
    });
    db.finishReply(finishedReply('r2', { content: 'CanaryOther' }));
    db.trashBranch({ sessionId: hexId(1), messageId: 'ra', at: 5 });
    db.markErased({ things: [{ kind: 'branch', sessionId: hexId(1), messageId: 'ra' }] });
    eraseAll();
    expect(found(['CanaryFirst', 'CanaryBelow', 'CanaryKept', 'CanaryOther'])).toEqual([
      'CanaryKept',
      'CanaryOther',
    ]);
    expect(db.getSession({ sessionId: hexId(1) })).toMatchObject({ messageCount: 2, activeLeafId: 'r2' });
  });

  it('leaves no word of the first question in the row of its session', () => {
    db.createSession(newSession());
    db.insertTurn(newTurn('1', { text: 'CanaryGone and more' }));
    db.finishReply(finishedReply('r1'));
    db.insertTurn(newTurn('2', { text: 'CanaryKept' }));
    db.finishReply(finishedReply('r2'));
    index();
    db.trashBranch({ sessionId: hexId(1), messageId: 'u1', at: 5 });
    db.markErased({ things: [{ kind: 'branch', sessionId: hexId(1), messageId: 'u1' }] });
    eraseAll();
    expect(db.getSession({ sessionId: hexId(1) })).toMatchObject({
      preview: 'CanaryKept',
      title: 'CanaryKept',
    });
    expect(found(['CanaryGone', 'CanaryKept'])).toEqual(['CanaryKept']);
    expect(db.findTitles({ text: 'CanaryGone', limit: 5 })).toEqual([]);
    const query = { order: 'newest', after: null, now: 1 } as const;
    expect(db.runSearch({ ...query, query: 'CanaryGone' }).groups).toEqual([]);
    expect(db.runSearch({ ...query, query: 'CanaryKept' }).groups).toHaveLength(1);
  });

  it.each([
    [
      'one by one',
      () => void db.markErased({ things: [{ kind: 'branch', sessionId: hexId(1), messageId: 'r1' }] }),
    ],
    ['with the whole trash', () => void db.markErasedUntil({ until: 9, limit: 10 })],
  ])('leaves no title that a model may have made of an erased answer, %s', (_, mark) => {
    db.createSession(newSession());
    db.insertTurn(newTurn('1', { text: 'CanaryKept' }));
    db.finishReply(finishedReply('r1'));
    db.setAutoTitle({ sessionId: hexId(1), title: 'CanaryMade' });
    index();
    db.trashBranch({ sessionId: hexId(1), messageId: 'r1', at: 5 });
    expect(db.getSession({ sessionId: hexId(1) }).title).toBe('CanaryMade');
    mark();
    eraseAll();
    expect(db.getSession({ sessionId: hexId(1) }).title).toBe('CanaryKept');
    expect(found(['CanaryMade'])).toEqual([]);
  });

  it('keeps the title when the first exchange stays', () => {
    db.createSession(newSession());
    db.insertTurn(newTurn('1'));
    db.finishReply(finishedReply('r1'));
    db.insertTurn(newTurn('2', { parentId: 'r1' }));
    db.finishReply(finishedReply('r2'));
    db.setAutoTitle({ sessionId: hexId(1), title: 'Made' });
    db.trashBranch({ sessionId: hexId(1), messageId: 'u2', at: 5 });
    db.markErased({ things: [{ kind: 'branch', sessionId: hexId(1), messageId: 'u2' }] });
    eraseAll();
    expect(db.getSession({ sessionId: hexId(1) }).title).toBe('Made');
  });

  it.each([
    ['', 1, 2],
    [', also when its number is given again', 2, 1],
  ])(
    'leaves no name of a model that nobody answered with, and finds the others by theirs%s',
    (_, gone, kept) => {
      const nameOf = (number: number) => `canarymodel-${number}`;
      const answerWith = (number: number) => {
        const sessionId = hexId(number);
        db.createSession(newSession({ id: sessionId, model: null }));
        db.insertTurn(newTurn(sessionId, { sessionId, model: nameOf(number) }));
        db.finishReply(finishedReply(`r${sessionId}`));
        index();
      };
      const byModel = (number: number) =>
        db
          .runSearch({ query: `model:${nameOf(number)} answer`, order: 'newest', after: null, now: 1 })
          .groups.map(({ session }) => session.id);
      answerWith(1);
      answerWith(2);
      db.trashSessions({ sessionIds: [hexId(gone)], at: 5 });
      db.markErased({ things: [{ kind: 'session', sessionId: hexId(gone) }] });
      while (db.eraseSome({ limit: 100, budgetMs: 1_000 }) > 0);
      // An entry that is still to be taken out needs the number of its model.
      db.forgetSamples();
      eraseAll();
      expect(found([1, 2].map(nameOf))).toEqual([nameOf(kept)]);
      expect(count(`SELECT COUNT(*) FROM message_search WHERE message_search MATCH 'facets:m${gone}'`)).toBe(
        0,
      );
      answerWith(3);
      expect([gone, kept, 3].map(byModel)).toEqual([[], [hexId(kept)], [hexId(3)]]);
    },
  );

  it('keeps the contents of an attachment that another message has, too', () => {
    const gone = writeCanaries(hexId(1));
    const session = { sessionId: hexId(2) };
    db.createSession(newSession({ id: hexId(2) }));
    const bytes = Buffer.from(`CanaryBlob${hexId(1)}`);
    db.addDraftAttachment(
      newAttachment('z', { ...session, bytes, sent: sentPicture(`CanarySent${hexId(1)}`) }),
    );
    db.insertTurn(newTurn('z', { ...session, attachmentIds: ['z'] }));
    db.markErased({ things: trash(hexId(1)) });
    eraseAll();
    expect(found(gone)).toEqual([`CanaryBlob${hexId(1)}`, `CanarySent${hexId(1)}`]);
  });

  it('passes over what is not in the trash', () => {
    db.createSession(newSession());
    expect(db.markErased({ things: [{ kind: 'session', sessionId: hexId(1) }] })).toBe(0);
    expect(db.markErased({ things: [{ kind: 'branch', sessionId: hexId(1), messageId: 'x' }] })).toBe(0);
    expect(db.eraseSome({ limit: 10, budgetMs: 10 })).toBe(0);
    expect(db.getSession({ sessionId: hexId(1) }).id).toBe(hexId(1));
  });

  it('goes on after it was cut off, and shows nothing by halves meanwhile', () => {
    db.createSession(newSession());
    insertChain(connection, hexId(1), 500);
    db.trashSessions({ sessionIds: [hexId(1)], at: 5 });
    db.markErased({ things: [{ kind: 'session', sessionId: hexId(1) }] });
    expect(db.eraseSome({ limit: 100, budgetMs: 1_000 })).toBe(100);
    connection.close();
    open();
    expect(db.listTrash({ after: null, limit: 10 }).total).toBe(0);
    expect(db.restoreSessions({ sessionIds: [hexId(1)] })).toEqual([]);
    eraseAll();
    expect([count('SELECT COUNT(*) FROM messages'), count('SELECT COUNT(*) FROM sessions')]).toEqual([0, 0]);
  });

  it('takes only what went to the trash until then', () => {
    for (const number of [1, 2, 3]) db.createSession(newSession({ id: hexId(number) }));
    db.trashSessions({ sessionIds: [hexId(1)], at: 100 });
    db.trashSessions({ sessionIds: [hexId(2)], at: 200 });
    while (db.markErasedUntil({ until: 150, limit: 10 }) > 0);
    eraseAll();
    expect(db.listTrash({ after: null, limit: 10 }).items.map(({ thing }) => thing)).toEqual([
      { kind: 'session', sessionId: hexId(2) },
    ]);
    expect(db.getSession({ sessionId: hexId(3) }).id).toBe(hexId(3));
  });

  it('takes the sessions that went with a project, and no others of it', () => {
    db.createProject({ id: hexId(9), name: 'Garden', at: 1 });
    for (const number of [1, 2, 3]) {
      db.createSession(newSession({ id: hexId(number), projectId: hexId(9) }));
    }
    db.trashSessions({ sessionIds: [hexId(1)], at: 3 });
    while (!db.trashProject({ projectId: hexId(9), sessions: 'to-trash', at: 5, limit: 1 }).isDone);
    while (db.markErasedWithProject({ projectId: hexId(9), limit: 1 }) > 0);
    db.markErased({ things: [{ kind: 'project', projectId: hexId(9) }] });
    eraseAll();
    expect(db.listTrash({ after: null, limit: 10 }).items.map(({ thing }) => thing)).toEqual([
      { kind: 'session', sessionId: hexId(1) },
    ]);
    expect(db.restoreSessions({ sessionIds: [hexId(1)] })).toMatchObject([{ projectId: null }]);
  });

  it('does not hold the thread for long, whatever the length of a branch', () => {
    db.createSession(newSession());
    insertChain(connection, hexId(1), 5_000);
    db.trashBranch({ sessionId: hexId(1), messageId: 'm2', at: 5 });
    db.markErased({ things: [{ kind: 'branch', sessionId: hexId(1), messageId: 'm2' }] });
    expect(db.eraseSome({ limit: 1_000_000, budgetMs: 5 })).toBeLessThan(4_999);
    eraseAll();
    expect(count('SELECT COUNT(*) FROM messages')).toBe(1);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { queueLimit } from '#shared/contract/queue.ts';
import type { Database, NewAttachment } from '../interface.ts';
import type { Connection } from '../statements.ts';
import {
  codeOf,
  finishedReply,
  hexId,
  memoryDatabase,
  newSession,
  newTurn,
  reportOf,
} from '../testing/fixtures.ts';

let db: Database;
let connection: Connection;
const sessionId = hexId(1);
const own = { model: null, parameters: {} };

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
  db.createSession(newSession());
});

function add(id: string, text = `Text of ${id}`, attachmentIds: readonly string[] = []) {
  return db.addQueued({ sessionId, id, text, attachmentIds, replies: [own], at: 5_000 });
}

function send(replyId: string, userMessageId = 'a') {
  const replies = [{ replyId, model: 'm' }];
  return db.sendQueued({ sessionId, userMessageId, replies, remembers: false, at: 6_000 });
}

function attach(id: string, content = id) {
  const bytes = Buffer.from(content);
  const attachment: NewAttachment = {
    id,
    sessionId,
    kind: 'text',
    name: `${id}.txt`,
    mime: 'text/plain',
    sizeBytes: bytes.length,
    width: null,
    height: null,
    pageCount: null,
    textLength: bytes.length,
    tokenEstimate: 1,
    bytes,
    sha256: Buffer.from(content).toString('hex').padEnd(64, '0').slice(0, 64),
    sent: null,
    text: content,
    at: 1,
  };
  db.addDraftAttachment(attachment);
}

const ids = (messages: readonly { readonly id: string }[]) => messages.map(({ id }) => id);
const open = () => db.openSession({ sessionId, limit: 50 });
const count = (table: string) => connection.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get();

describe('a message that waits', () => {
  it('takes text and files out of the draft, and is read with its session', () => {
    db.saveDraft({ sessionId, text: 'Text of a', at: 1 });
    attach('f1');
    attach('f2');
    add('a', 'Text of a', ['f2', 'f1']);
    const { draft, queue } = open();
    expect(draft).toEqual({ text: '', attachments: [] });
    expect(queue).toMatchObject([{ id: 'a', sessionId, text: 'Text of a', createdAt: 5_000 }]);
    expect(ids(queue[0]?.attachments ?? [])).toEqual(['f2', 'f1']);
  });

  it('is refused whole when a file is not of the draft', async () => {
    db.saveDraft({ sessionId, text: 'Text', at: 1 });
    attach('f1');
    expect(await reportOf(() => add('a', 'Text', ['f1', 'nobody']))).toMatchObject({
      code: 'not-found',
      details: { what: 'attachment' },
    });
    const { draft, queue } = open();
    expect(draft.text).toBe('Text');
    expect(ids(draft.attachments)).toEqual(['f1']);
    expect(queue).toEqual([]);
  });

  it('is refused beyond the limit, the draft staying as it was', async () => {
    for (let number = 0; number < queueLimit; number += 1) add(`m${number}`);
    db.saveDraft({ sessionId, text: 'One more', at: 1 });
    expect(await reportOf(() => add('more', 'One more'))).toEqual({
      code: 'queue-full',
      details: { limit: queueLimit },
    });
    expect(open().draft.text).toBe('One more');
    db.removeQueued({ sessionId, id: 'm3', at: 1 });
    expect(add('more')).toHaveLength(queueLimit);
  });

  it('is added once, and not under the id of a message', async () => {
    db.insertTurn(newTurn('1'));
    add('a');
    expect(await codeOf(() => add('a'))).toBe('invalid-input');
    expect(await codeOf(() => add('u1'))).toBe('invalid-input');
  });

  it('gets other words, but not none', async () => {
    add('a');
    attach('f1');
    add('b', '', ['f1']);
    expect(db.changeQueued({ sessionId, id: 'a', text: 'Better' })[0]?.text).toBe('Better');
    expect(await codeOf(() => db.changeQueued({ sessionId, id: 'a', text: '' }))).toBe('invalid-input');
    expect(db.changeQueued({ sessionId, id: 'b', text: '' })[1]?.text).toBe('');
    expect(await reportOf(() => db.changeQueued({ sessionId, id: 'nobody', text: 'x' }))).toMatchObject({
      code: 'not-found',
      details: { what: 'queued-message' },
    });
  });

  it('keeps the answers it wants, and those of an older file are of the session', () => {
    const replies = [
      { model: 'llama3', parameters: { temperature: 0.5, seed: null } },
      { model: null, parameters: {} },
    ];
    db.addQueued({ sessionId, id: 'a', text: 'A', attachmentIds: [], replies, at: 1 });
    connection.exec(
      "INSERT INTO queued_messages (public_id, session_id, created_at, text) VALUES ('b', 1, 1, 'B')",
    );
    expect(open().queue.map((message) => message.replies)).toEqual([replies, [own]]);
    expect(db.changeQueued({ sessionId, id: 'a', text: 'Better' })[0]?.replies).toEqual(replies);
  });

  it('belongs to its session alone', async () => {
    db.createSession(newSession({ id: hexId(2) }));
    add('a');
    const other = { sessionId: hexId(2), id: 'a' };
    expect(await codeOf(() => db.changeQueued({ ...other, text: 'x' }))).toBe('not-found');
    expect(await codeOf(() => db.removeQueued({ ...other, at: 1 }))).toBe('not-found');
    expect(await codeOf(() => db.restoreQueued(other))).toBe('not-found');
    expect(db.listQueued({ sessionId: hexId(2) })).toEqual([]);
  });

  it('comes back to its place with its files after it was removed', async () => {
    add('a');
    attach('f1');
    add('b', 'B', ['f1']);
    add('c');
    expect(ids(db.removeQueued({ sessionId, id: 'b', at: 7_000 }))).toEqual(['a', 'c']);
    expect(await codeOf(() => db.removeQueued({ sessionId, id: 'b', at: 7_000 }))).toBe('not-found');
    const restored = db.restoreQueued({ sessionId, id: 'b' });
    expect(ids(restored)).toEqual(['a', 'b', 'c']);
    expect(ids(restored[1]?.attachments ?? [])).toEqual(['f1']);
  });

  it('goes for good at the next start, with contents nothing else refers to', () => {
    attach('f1', 'shared');
    add('a', 'A', ['f1']);
    attach('f2', 'shared');
    attach('f3', 'alone');
    add('b', 'B', ['f2', 'f3']);
    db.removeQueued({ sessionId, id: 'b', at: 7_000 });
    db.forgetRemovedQueued();
    expect(ids(open().queue)).toEqual(['a']);
    expect([count('queued_messages'), count('attachments'), count('blobs')]).toEqual([1, 1, 1]);
    expect(db.hasChore({ name: 'remove-traces' })).toBe(true);
  });

  it('keeps its session from counting as an empty one', () => {
    add('a');
    expect(db.findEmptySession({ projectId: null })).toBeUndefined();
  });
});

describe('sending the next one', () => {
  it('makes the turn of it at the end of the shown branch, under its own id', () => {
    db.insertTurn(newTurn('1'));
    db.finishReply(finishedReply('r1'));
    attach('f1');
    add('a', 'First', ['f1']);
    add('b', 'Second');
    const sent = send('ra');
    expect(sent?.user).toMatchObject({ id: 'a', parentId: 'r1', content: 'First', status: 'complete' });
    expect(ids(sent?.user.attachments ?? [])).toEqual(['f1']);
    expect(sent?.replies).toMatchObject([{ id: 'ra', parentId: 'a', status: 'streaming' }]);
    expect(ids(sent?.queue ?? [])).toEqual(['b']);
    expect(ids(open().page.messages)).toEqual(['u1', 'r1', 'a', 'ra']);
    expect(open().session.activeLeafId).toBe('ra');
  });

  it('leaves alone what is being written', () => {
    add('a');
    attach('f1');
    db.saveDraft({ sessionId, text: 'Half a thought', at: 1 });
    send('ra');
    const { draft } = open();
    expect(draft.text).toBe('Half a thought');
    expect(ids(draft.attachments)).toEqual(['f1']);
  });

  it('is answered by everybody it was for', () => {
    add('a');
    const replies = ['x', 'y'].map((model) => ({ replyId: `r${model}`, model }));
    const sent = db.sendQueued({ sessionId, userMessageId: 'a', replies, remembers: false, at: 1 });
    expect(sent?.replies).toMatchObject([
      { id: 'rx', model: 'x', parentId: 'a', siblingIds: ['rx', 'ry'] },
      { id: 'ry', model: 'y', parentId: 'a' },
    ]);
  });

  it('does nothing when it does not wait', () => {
    add('a');
    db.removeQueued({ sessionId, id: 'a', at: 1 });
    expect(send('ra')).toBeNull();
    expect(send('ra', 'nobody')).toBeNull();
    expect(open().page.messages).toEqual([]);
  });

  it('keeps the message waiting when its turn cannot be written', async () => {
    db.insertTurn(newTurn('1'));
    attach('f1');
    add('a', 'First', ['f1']);
    expect(await codeOf(() => send('r1'))).toBe('invalid-input');
    expect(ids(open().queue[0]?.attachments ?? [])).toEqual(['f1']);
    expect(ids(open().page.messages)).toEqual(['u1', 'r1']);
  });

  it('sends nothing from a session in the trash', async () => {
    add('a');
    db.trashSessions({ sessionIds: [sessionId], at: 1 });
    expect(await codeOf(() => send('ra'))).toBe('not-found');
    db.restoreSessions({ sessionIds: [sessionId] });
    expect(ids(open().queue)).toEqual(['a']);
  });
});

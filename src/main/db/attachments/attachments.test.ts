import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { attachmentCountLimit } from '#shared/contract/attachments.ts';
import type { Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { newAttachment, newPicture } from '../testing/attachments.ts';
import { finishedReply, hexId, memoryDatabase, newSession, newTurn, reportOf } from '../testing/fixtures.ts';

let connection: Connection;
let db: Database;
const session = { sessionId: hexId(1) };

beforeEach(() => {
  ({ connection, db } = memoryDatabase());
  db.createSession(newSession());
});

const count = (table: string) => connection.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get();
const opened = (sessionId = hexId(1)) => db.openSession({ sessionId, limit: 50 });
const draftIds = () => opened().draft.attachments.map(({ id }) => id);

describe('files of a draft', () => {
  it('are given with it in the order they came in, and stay when its text goes', () => {
    db.addDraftAttachment(newAttachment('b'));
    db.addDraftAttachment(newPicture('a'));
    db.saveDraft({ ...session, text: 'half a thought', at: 1 });
    db.saveDraft({ ...session, text: '', at: 2 });
    expect(opened().draft).toEqual({
      text: '',
      attachments: [
        {
          id: 'b',
          kind: 'text',
          name: 'b.txt',
          mime: 'text/plain',
          sizeBytes: 10,
          width: null,
          height: null,
          pageCount: null,
          textLength: 10,
          tokenEstimate: 3,
        },
        expect.objectContaining({ id: 'a', kind: 'image', width: 20, height: 10, textLength: null }),
      ],
    });
  });

  it('say how many pictures of a document are left out, in the draft and in the message', () => {
    db.addDraftAttachment(newAttachment('a', { kind: 'docx', picturesLeftOut: 3 }));
    db.addDraftAttachment(newAttachment('b', { kind: 'docx' }));
    const told = (all: readonly { readonly picturesLeftOut?: number }[]) =>
      all.map(({ picturesLeftOut }) => picturesLeftOut);
    expect(told(opened().draft.attachments)).toEqual([3, undefined]);
    const { user } = db.insertTurn(newTurn('1', { attachmentIds: ['a', 'b'] }));
    expect(told(user.attachments)).toEqual([3, undefined]);
  });

  it('are gone with their contents when they are removed', () => {
    db.addDraftAttachment(newPicture('a'));
    db.addDraftAttachment(newAttachment('b'));
    expect(count('blobs')).toBe(3);
    db.removeDraftAttachment({ ...session, attachmentId: 'a' });
    db.removeDraftAttachment({ ...session, attachmentId: 'a' });
    expect(draftIds()).toEqual(['b']);
    expect(count('blobs')).toBe(1);
  });

  it('are not removed by another session', () => {
    db.createSession(newSession({ id: hexId(2) }));
    db.addDraftAttachment(newAttachment('a'));
    db.removeDraftAttachment({ sessionId: hexId(2), attachmentId: 'a' });
    expect(draftIds()).toEqual(['a']);
  });

  it('are limited in number, and an id is used once', async () => {
    for (let index = 0; index < attachmentCountLimit; index++)
      db.addDraftAttachment(newAttachment(`a${index}`));
    const tooMany = await reportOf(() => db.addDraftAttachment(newAttachment('b')));
    expect(tooMany).toEqual({
      code: 'attachment-too-many',
      details: { name: 'b.txt', limit: attachmentCountLimit },
    });
    db.removeDraftAttachment({ ...session, attachmentId: 'a3' });
    expect(await reportOf(() => db.addDraftAttachment(newAttachment('a5')))).toMatchObject({
      code: 'invalid-input',
    });
  });

  it('keep their session from being taken for an empty one', () => {
    db.addDraftAttachment(newAttachment('a'));
    expect(db.findEmptySession({ projectId: null })).toBeUndefined();
    db.removeDraftAttachment({ ...session, attachmentId: 'a' });
    expect(db.findEmptySession({ projectId: null })?.id).toBe(hexId(1));
    connection.exec(
      "INSERT INTO queued_messages (public_id, session_id, created_at, text) VALUES ('q', 1, 1, 'x')",
    );
    expect(db.findEmptySession({ projectId: null })).toBeUndefined();
  });

  it('keep their session from being taken by a retention policy', () => {
    const retention = { maxSessions: null, maxAgeDays: 1, keepTagged: false };
    const expired = () => db.listExpired({ retention, oldest: 9_000, answering: [], limit: 9 }).count;
    expect(expired()).toBe(1);
    db.addDraftAttachment(newAttachment('a'));
    expect(expired()).toBe(0);
    const gone = db.trashExpired({ sessionIds: [hexId(1)], keepTagged: false, answering: [], at: 1 });
    expect(gone).toEqual([]);
  });
});

describe('contents', () => {
  it('are stored once whatever refers to them, and go with the last one', () => {
    const contents = fc.constantFrom('one', 'two', 'three');
    const step = fc.record({
      id: fc.integer({ min: 0, max: 5 }),
      content: contents,
      sent: fc.option(contents),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const fresh = memoryDatabase();
        fresh.db.createSession(newSession());
        const held = new Map<string, readonly string[]>();
        for (const { id, content, sent } of steps) {
          const attachmentId = `a${id}`;
          if (held.delete(attachmentId)) {
            fresh.db.removeDraftAttachment({ ...session, attachmentId });
            continue;
          }
          const bytes = (text: string) => ({
            bytes: Buffer.from(text),
            sha256: createHash('sha256').update(text).digest('hex'),
          });
          const form = sent === null ? null : { ...bytes(sent), mime: 'image/png' };
          fresh.db.addDraftAttachment(newAttachment(attachmentId, { ...bytes(content), sent: form }));
          held.set(attachmentId, sent === null ? [content] : [content, sent]);
        }
        const stored = fresh.connection
          .prepare('SELECT CAST(bytes AS TEXT) FROM blobs ORDER BY 1')
          .pluck()
          .all();
        expect(stored).toEqual([...new Set([...held.values()].flat())].toSorted());
      }),
      { numRuns: 60 },
    );
  });

  it('are given as they came and as they are sent', () => {
    db.addDraftAttachment(newPicture('a'));
    db.addDraftAttachment(newAttachment('b'));
    const content = (attachmentId: string, form: 'sent' | 'original') => {
      const { name, mime, bytes } = db.getAttachmentFile({ attachmentId, form });
      return [name, mime, Buffer.from(bytes).toString()];
    };
    expect(content('a', 'sent')).toEqual(['a.webp', 'image/png', 'sent form of a']);
    expect(content('a', 'original')).toEqual(['a.webp', 'image/webp', 'bytes of a']);
    expect(content('b', 'sent')).toEqual(['b.txt', 'text/plain', 'bytes of b']);
    expect(db.getAttachmentText({ attachmentId: 'a' })).toBe('');
    expect(db.getAttachmentText({ attachmentId: 'b' })).toBe('words of b');
    const pictures = db.readPictures({ attachmentIds: ['gone', 'b', 'a'] });
    expect(pictures.map(({ id, bytes }) => [id, Buffer.from(bytes).toString()])).toEqual([
      ['a', 'sent form of a'],
    ]);
  });

  it('of an attachment that is not there are not found', async () => {
    const missing = { code: 'not-found', details: { what: 'attachment', id: 'x' } };
    expect(await reportOf(() => db.getAttachmentText({ attachmentId: 'x' }))).toEqual(missing);
    expect(await reportOf(() => db.getAttachmentFile({ attachmentId: 'x', form: 'sent' }))).toEqual(missing);
  });
});

describe('sending', () => {
  beforeEach(() => {
    for (const id of ['a', 'b', 'c']) db.addDraftAttachment(newAttachment(id));
  });

  it('takes the chosen files out of the draft, in the order given', () => {
    const { user } = db.insertTurn(newTurn('1', { attachmentIds: ['c', 'a'] }));
    expect(user.attachments.map(({ id }) => id)).toEqual(['c', 'a']);
    expect(draftIds()).toEqual(['b']);
    expect(opened().page.messages.map(({ attachments }) => attachments.length)).toEqual([2, 0]);
  });

  it('copies those of another message of the session, whose own stay', () => {
    db.insertTurn(newTurn('1', { attachmentIds: ['a'] }));
    db.finishReply(finishedReply('r1'));
    const { user } = db.insertTurn(newTurn('2', { attachmentIds: ['a', 'b'] }));
    expect(user.attachments.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
    expect(user.attachments.map(({ id }) => id)).not.toContain('a');
    const first = db.getMessage({ ...session, messageId: 'u1' });
    expect(first.attachments.map(({ id }) => id)).toEqual(['a']);
    expect(count('blobs')).toBe(3);
  });

  it("keeps nothing when one of them is not the session's", async () => {
    db.createSession(newSession({ id: hexId(2) }));
    const turn = newTurn('1', { sessionId: hexId(2), attachmentIds: ['a'] });
    expect(await reportOf(() => db.insertTurn(turn))).toEqual({
      code: 'not-found',
      details: { what: 'attachment', id: 'a' },
    });
    expect(count('messages')).toBe(0);
    expect(draftIds()).toEqual(['a', 'b', 'c']);
  });

  it('gives the model the texts, and pictures by their id', () => {
    db.addDraftAttachment(newPicture('p'));
    db.insertTurn(newTurn('1', { attachmentIds: ['p', 'a'] }));
    const [question] = db.listBranch({ ...session, messageId: 'r1', withThinking: false });
    expect(question?.attachments).toEqual([
      { id: 'p', kind: 'image', name: 'p.webp', mime: 'image/webp', text: null },
      { id: 'a', kind: 'text', name: 'a.txt', mime: 'text/plain', text: 'words of a' },
    ]);
  });
});

describe('messages that wait', () => {
  it('are given in their order, with their files', () => {
    db.addDraftAttachment(newAttachment('a'));
    connection.exec(`
      INSERT INTO queued_messages (id, public_id, session_id, created_at, text)
      VALUES (1, 'q1', 1, 5, 'first'), (2, 'q2', 1, 6, 'second');
      UPDATE attachments SET queued_id = 2, draft_session_id = NULL;
    `);
    const replies = [{ model: null, parameters: {} }];
    expect(opened().queue).toEqual([
      { id: 'q1', ...session, text: 'first', attachments: [], replies, createdAt: 5 },
      {
        id: 'q2',
        ...session,
        text: 'second',
        attachments: [expect.objectContaining({ id: 'a' })],
        replies,
        createdAt: 6,
      },
    ]);
  });
});

describe('an export', () => {
  it('holds the files when they are wanted, and their names always', () => {
    db.addDraftAttachment(newPicture('a'));
    db.insertTurn(newTurn('1', { attachmentIds: ['a'] }));
    const exported = (withFiles: boolean) =>
      db.exportSession({ ...session, withFiles }).messages[0]?.attachments;
    expect(exported(false)).toMatchObject([{ id: 'a', name: 'a.webp', bytes: null, sent: null, text: null }]);
    expect(exported(true)).toMatchObject([
      { bytes: Buffer.from('bytes of a'), sent: { bytes: Buffer.from('sent form of a'), mime: 'image/png' } },
    ]);
  });

  it('holds every file, however much they are together', () => {
    db.addDraftAttachment(newAttachment('large', { sizeBytes: 190_000_000 }));
    db.addDraftAttachment(newAttachment('small', { sizeBytes: 20_000_000 }));
    db.insertTurn(newTurn('1', { attachmentIds: ['large', 'small'] }));
    const [message] = db.exportSession({ ...session, withFiles: true }).messages;
    expect(message?.attachments.map(({ id, text }) => [id, text])).toEqual([
      ['large', 'words of large'],
      ['small', 'words of small'],
    ]);
  });

  it('holds what is being written and its files, and says nothing of it when that is nothing', () => {
    const draft = () => db.exportSession({ ...session, withFiles: true }).draft;
    expect(draft()).toBeNull();
    db.saveDraft({ ...session, text: 'Half a', at: 5 });
    db.addDraftAttachment(newAttachment('a'));
    expect(draft()).toMatchObject({ text: 'Half a', attachments: [{ id: 'a', text: 'words of a' }] });
  });
});

describe('finding', () => {
  it('finds what stands in a file once it is sent, and by the kind of file', () => {
    db.addDraftAttachment(newAttachment('a', { kind: 'pdf', name: 'rocks.pdf', text: 'veins of quartz' }));
    db.addDraftAttachment(newPicture('b'));
    const drain = () => {
      while (db.indexSlice({ budgetMs: 1_000 }).hasMore);
    };
    const found = (query: string) => {
      const { groups } = db.runSearch({ query, order: 'newest', after: null, now: 1 });
      return groups.flatMap(({ hits }) => hits.map(({ messageId }) => messageId));
    };
    drain();
    expect(found('quartz')).toEqual([]);
    db.insertTurn(newTurn('1', { attachmentIds: ['a'] }));
    db.finishReply(finishedReply('r1'));
    drain();
    expect(found('quartz')).toEqual(['u1']);
    expect(found('rocks')).toEqual(['u1']);
    expect(found('has:image')).toEqual([]);
    db.insertTurn(newTurn('2', { parentId: 'r1', attachmentIds: ['b'] }));
    drain();
    expect(found('has:image')).toEqual(['u2']);
  });
});

import { beforeEach, expect, it } from 'vitest';
import type { Database } from '../interface.ts';
import { hexId, memoryDatabase, newSession, newTurn } from '../testing/fixtures.ts';

let db: Database;
const sessionId = hexId(1);
const draft = (id = sessionId) => db.openSession({ sessionId: id, limit: 1 }).draft.text;

beforeEach(() => {
  db = memoryDatabase().db;
  db.createSession(newSession());
  db.createSession(newSession({ id: hexId(2) }));
});

it('is kept per session, the last text alone', () => {
  db.saveDraft({ sessionId, text: 'Half', at: 1 });
  db.saveDraft({ sessionId, text: 'Half a thought', at: 2 });
  expect([draft(), draft(hexId(2))]).toEqual(['Half a thought', '']);
});

it('is gone when its text is', () => {
  db.saveDraft({ sessionId, text: 'Half', at: 1 });
  db.saveDraft({ sessionId, text: '', at: 2 });
  expect(draft()).toBe('');
});

it('leaves drafts that were set aside waiting when it is saved, emptied or sent', () => {
  const aside = () => db.openSession({ sessionId, limit: 1 }).draft.setAside;
  db.saveDraft({ sessionId, text: 'Edited', setAside: ['Half', 'Quarter'], at: 1 });
  db.saveDraft({ sessionId, text: 'Edited more', at: 2 });
  expect([draft(), aside()]).toEqual(['Edited more', ['Half', 'Quarter']]);
  db.saveDraft({ sessionId, text: '', at: 3 });
  expect([draft(), aside()]).toEqual(['', ['Half', 'Quarter']]);
  db.saveDraft({ sessionId, text: 'To be sent', at: 4 });
  db.insertTurn(newTurn('1', { text: 'To be sent' }));
  expect([draft(), aside()]).toEqual(['', ['Half', 'Quarter']]);
  db.saveDraft({ sessionId, text: 'Half', setAside: ['Quarter'], at: 5 });
  expect([draft(), aside()]).toEqual(['Half', ['Quarter']]);
  db.saveDraft({ sessionId, text: '', setAside: [], at: 6 });
  expect([draft(), aside()]).toEqual(['', undefined]);
});

it('waits with its session in the trash', () => {
  db.saveDraft({ sessionId, text: 'Half', at: 1 });
  db.trashSessions({ sessionIds: [sessionId], at: 2 });
  db.restoreSessions({ sessionIds: [sessionId] });
  expect(draft()).toBe('Half');
});

it('does not move its session up in the list', () => {
  db.saveDraft({ sessionId, text: 'Half', at: 9_000 });
  expect(db.getSession({ sessionId }).updatedAt).toBe(1_000);
});

import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '../database.ts';
import type { Database } from '../interface.ts';
import { createDatabase } from '../repository.ts';
import type { Connection } from '../statements.ts';
import {
  codeOf,
  finishedReply,
  hexId,
  memoryDatabase,
  newReplies,
  newSession,
  newTurn,
  temporaryFolder,
} from '../testing/fixtures.ts';

const sessionId = hexId(1);
let db: Database;
let connection: Connection;

function say(on: Database, name: string, parentId: string | null): void {
  on.insertTurn(newTurn(name, { parentId }));
  on.finishReply(finishedReply(`r${name}`));
}

function sayThree(on: Database): void {
  on.createSession(newSession());
  say(on, 'a', null);
  say(on, 'b', 'ra');
  say(on, 'c', 'rb');
}

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
  sayThree(db);
});

const shown = (on = db) => on.openSession({ sessionId, limit: 50 }).page.messages.map(({ id }) => id);
const trashOne = (messageId: string) => db.trashMessages({ sessionId, messageIds: [messageId], at: 5 });
const restore = (messageId: string) => db.restoreBranches({ sessionId, messageIds: [messageId] });

function eraseForGood(messageId: string): void {
  db.markErased({ things: [{ kind: 'branch', sessionId, messageId }] });
  while (db.eraseSome({ limit: 100, budgetMs: 1_000 }) > 0);
}

describe('one message in the trash', () => {
  it('leaves what follows it to its parent, and gets it back', () => {
    expect(trashOne('rb')).toMatchObject({ messageCount: 5, promptTokens: 20, replyTokens: 10 });
    expect(shown()).toEqual(['ua', 'ra', 'ub', 'uc', 'rc']);
    expect(db.listTrash({ after: null, limit: 9 }).items).toMatchObject([{ count: 1, title: 'Answer rb' }]);
    expect(restore('rb')).toMatchObject({ messageCount: 6, promptTokens: 30, activeLeafId: 'rc' });
    expect(shown()).toEqual(['ua', 'ra', 'ub', 'rb', 'uc', 'rc']);
    expect(db.listTrash({ after: null, limit: 9 }).total).toBe(0);
  });

  it('can be the very first question: the session is called by the next one, and gets its name back', () => {
    expect(trashOne('ua')).toMatchObject({ preview: 'Question b', title: 'Question b' });
    expect(shown()).toEqual(['ra', 'ub', 'rb', 'uc', 'rc']);
    expect(restore('ua')).toMatchObject({ preview: 'Question a', title: 'Question a' });
  });

  it('can be a first question with several answers, which begin the session then', () => {
    db.insertReplies(newReplies('ua', 'r2'));
    db.finishReply(finishedReply('r2'));
    trashOne('ua');
    const [first] = db.openSession({ sessionId, limit: 9 }).page.messages;
    expect(first).toMatchObject({ id: 'r2', parentId: null, siblingIds: ['ra', 'r2'] });
  });

  it('leaves all branches of a fork side by side', () => {
    say(db, 'd', 'rb');
    trashOne('rb');
    const { messages } = db.openSession({ sessionId, limit: 9 }).page;
    expect(messages.find(({ id }) => id === 'ud')).toMatchObject({
      parentId: 'ub',
      siblingIds: ['uc', 'ud'],
    });
  });

  it('at the end of the shown branch leaves the answer beside it, or what led to it', () => {
    db.insertReplies(newReplies('uc', 'r2'));
    db.finishReply(finishedReply('r2'));
    expect(trashOne('r2').activeLeafId).toBe('rc');
    expect(trashOne('rc').activeLeafId).toBe('uc');
    expect(trashOne('ua').activeLeafId).toBe('uc');
  });

  it('comes back alone when what followed it was taken out and put back elsewhere', () => {
    trashOne('ub');
    trashOne('rb');
    restore('ub');
    expect(shown()).toEqual(['ua', 'ra', 'ub', 'uc', 'rc']);
    restore('rb');
    expect(shown()).toEqual(['ua', 'ra', 'ub', 'rb', 'uc', 'rc']);
  });

  it('takes nothing else along when it is erased, not even what is in the trash below it', () => {
    trashOne('rb');
    trashOne('ub');
    eraseForGood('ub');
    expect(shown()).toEqual(['ua', 'ra', 'uc', 'rc']);
    restore('rb');
    expect(shown()).toEqual(['ua', 'ra', 'rb', 'uc', 'rc']);
    expect(connection.prepare('SELECT COUNT(*) FROM handed_over').pluck().get()).toBe(0);
  });

  it('gets back what a message erased meanwhile had handed over', () => {
    trashOne('ub');
    trashOne('rb');
    eraseForGood('rb');
    restore('ub');
    expect(shown()).toEqual(['ua', 'ra', 'ub', 'uc', 'rc']);
  });

  it('comes back with the branch it hangs on', () => {
    trashOne('rb');
    db.trashBranch({ sessionId, messageId: 'ub', at: 6 });
    expect(shown()).toEqual(['ua', 'ra']);
    expect(restore('rb')).toMatchObject({ messageCount: 6, activeLeafId: 'rc' });
  });

  it('is refused while the session answers, and when it is not there', async () => {
    expect(await codeOf(() => trashOne('nobody'))).toBe('not-found');
    db.insertReplies(newReplies('ua', 'r2'));
    expect(await codeOf(() => trashOne('rb'))).toBe('busy');
    db.finishReply(finishedReply('r2'));
    trashOne('rb');
    expect(await codeOf(() => trashOne('rb'))).toBe('not-found');
  });

  it('is in no export, and not found by a search', () => {
    trashOne('rb');
    while (db.indexSlice({ budgetMs: 50 }).hasMore);
    expect(db.exportSession({ sessionId }).messages.map(({ id }) => id)).not.toContain('rb');
    const page = db.runSearch({ query: 'Answer', order: 'newest', after: null, now: 9_000 });
    expect(JSON.stringify(page)).toContain('rc');
    expect(JSON.stringify(page)).not.toContain('"rb"');
    expect(db.getStatistics({ scope: { kind: 'session', sessionId }, timeZone: 'UTC' }).sums).toMatchObject({
      messages: 5,
      replyTokens: 10,
    });
  });
});

describe('many messages at once', () => {
  const trashAll = (...messageIds: readonly string[]) => db.trashMessages({ sessionId, messageIds, at: 5 });

  it('go and come back in any order, the first one named being shown', () => {
    expect(trashAll('rb', 'ua', 'ub')).toMatchObject({
      messageCount: 3,
      promptTokens: 20,
      activeLeafId: 'rc',
    });
    expect(shown()).toEqual(['ra', 'uc', 'rc']);
    expect(db.restoreBranches({ sessionId, messageIds: ['ub', 'rb', 'ua'] })).toMatchObject({
      messageCount: 6,
      promptTokens: 30,
      title: 'Question a',
    });
    expect(shown()).toEqual(['ua', 'ra', 'ub', 'rb', 'uc', 'rc']);
  });

  it('go all or not at all', async () => {
    trashOne('rb');
    for (const gone of ['nobody', 'rb']) {
      expect(await codeOf(() => trashAll('ua', gone))).toBe('not-found');
    }
    expect(shown()).toEqual(['ua', 'ra', 'ub', 'uc', 'rc']);
    expect(connection.prepare('SELECT COUNT(*) FROM handed_over').pluck().get()).toBe(1);
  });

  it('can be all there are, and come back but for what is being erased', async () => {
    expect(trashAll('ua', 'ra', 'ub', 'rb', 'uc', 'rc')).toMatchObject({
      messageCount: 0,
      activeLeafId: null,
    });
    expect(shown()).toEqual([]);
    eraseForGood('ub');
    db.markErased({ things: [{ kind: 'branch', sessionId, messageId: 'rb' }] });
    db.restoreBranches({ sessionId, messageIds: ['ua', 'ra', 'ub', 'rb', 'uc', 'rc'] });
    expect(shown()).toEqual(['ua', 'ra', 'uc', 'rc']);
    expect(await codeOf(() => db.restoreBranches({ sessionId, messageIds: ['ub', 'rb'] }))).toBe('not-found');
  });

  it('come back with what follows the only one that stayed, to the end of its branch', () => {
    trashAll('ua', 'ra', 'rb', 'uc', 'rc');
    expect(db.getSession({ sessionId }).activeLeafId).toBe('ub');
    db.restoreBranches({ sessionId, messageIds: ['ua', 'ra', 'rb', 'uc', 'rc'] });
    expect(shown()).toEqual(['ua', 'ra', 'ub', 'rb', 'uc', 'rc']);
  });

  it('take what stays of a fork to the nearest message above', () => {
    say(db, 'd', 'rb');
    trashAll('ub', 'rb', 'ud');
    const { messages } = db.openSession({ sessionId, limit: 9 }).page;
    expect(messages.at(-1)).toMatchObject({ id: 'rd', parentId: 'ra', siblingIds: ['uc', 'rd'] });
  });
});

it('is seen by a thread that knew the way down the branch before', () => {
  const folder = temporaryFolder();
  try {
    const path = join(folder.path, 'parlor.db');
    const owner = createDatabase(openConnection(path));
    const reader = createDatabase(openConnection(path));
    sayThree(owner);
    const read = () =>
      reader
        .openSessionAt({ sessionId, messageId: 'ua', above: 9, below: 9 })
        .page.messages.map(({ id }) => id);
    expect(read()).toHaveLength(6);
    owner.trashMessages({ sessionId, messageIds: ['rb'], at: 5 });
    expect(read()).toEqual(['ua', 'ra', 'ub', 'uc', 'rc']);
    expect(reader.listNewerMessages({ sessionId, afterId: 'ub', limit: 9 }).messages).toHaveLength(2);
    owner.restoreBranches({ sessionId, messageIds: ['rb'] });
    expect(read()).toHaveLength(6);
    reader.close();
    owner.close();
  } finally {
    folder.remove();
  }
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newAttachment, newPicture } from '../db/testing/attachments.ts';
import { finishedReply, hexId, newSession, newTurn, workerPath } from '../db/testing/fixtures.ts';
import { type DatabaseClient, openDatabaseClient } from '../db/thread/client.ts';
import { type CopiesService, createCopiesService } from './copies-service.ts';

let folder: string;
let database: DatabaseClient;
let copies: CopiesService;
let emitted: string[];
let busy: string[];
let swept: number;

const [one, two] = [hexId(1), hexId(2)];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parlor-copies-'));
  database = await openDatabaseClient({ workerPath, databasePath: join(folder, 'parlor.db') });
  emitted = [];
  busy = [];
  swept = 0;
  copies = createCopiesService({
    db: database.db,
    replies: { busy: () => busy },
    sweep: async () => {
      swept += 1;
    },
    emit: (name) => emitted.push(name),
    now: () => 9_000,
  });
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function say(sessionId: string, name: string, parentId: string | null, at: number): Promise<void> {
  const { db } = database;
  await db.insertTurn(newTurn(name, { sessionId, parentId, at }));
  const provenance = { model: 'm', ollamaAddress: 'http://x', options: {}, systemPrompt: '' };
  const sent = (await db.listBranch({ sessionId, messageId: `u${name}`, withThinking: false })).map(
    ({ id }) => id,
  );
  await db.saveProvenance({ replyId: `r${name}`, provenance: { ...provenance, messageIds: sent } });
  await db.finishReply(finishedReply(`r${name}`, { at: at + 1 }));
}

async function twoSessions(): Promise<void> {
  const { db } = database;
  for (const id of [one, two]) {
    await db.createSession(newSession({ id, systemPrompt: `Be ${id}.` }));
    await db.updateSession({ sessionId: id, changes: { title: `T${Number(id)}` } });
  }
  await say(one, 'a', null, 100);
  await say(two, 'b', null, 200);
  await say(one, 'c', 'ra', 300);
}

const contents = async (sessionId: string) =>
  (await database.db.openSession({ sessionId, limit: 50 })).page.messages.map(({ content }) => content);

describe('a duplicate', () => {
  it('has every branch, tags, settings and description, and none of the ids', async () => {
    const { db } = database;
    await twoSessions();
    await db.insertReplies({
      sessionId: one,
      userMessageId: 'ua',
      replies: [{ replyId: 'r2', model: 'm' }],
      at: 400,
    });
    await db.finishReply(finishedReply('r2'));
    const tag = await db.createTag({ name: 'Tea' });
    await db.changeSessions({ sessionIds: [one], change: { kind: 'tag', add: [tag.id], remove: [] }, at: 1 });
    await db.updateSession({ sessionId: one, changes: { description: 'D', metadata: { a: 'b' } } });
    const source = await db.exportSession({ sessionId: one });
    const copy = await copies.duplicate({ sessionId: one });
    const made = await db.exportSession({ sessionId: copy.id });
    expect(copy).toMatchObject({
      title: 'T1 (copy)',
      tagIds: [tag.id],
      description: 'D',
      systemPrompt: 'Be 0000000001.',
    });
    const plain = ({ messages }: typeof made) =>
      messages.map(({ role, content, sequence, usage, status }) => [role, content, sequence, usage, status]);
    expect(plain(made)).toEqual(plain(source));
    expect(made.session.messageCount).toBe(source.session.messageCount);
    expect(made.session.promptTokens).toBe(source.session.promptTokens);
    const ids = new Set(source.messages.map(({ id }) => id));
    expect(made.messages.filter(({ id }) => ids.has(id))).toEqual([]);
    expect(await contents(copy.id)).toEqual(await contents(one));
    expect(emitted).toEqual(['sessions:changed', 'projects:changed']);
    // What was sent for an answer names the messages of the copy.
    const [first] = made.messages;
    expect(made.messages.find(({ role }) => role === 'assistant')?.provenance).toMatchObject({
      messageIds: [first?.id],
    });
  });

  it('has the files of its messages, stored once, and not those of the draft', async () => {
    const { db } = database;
    await db.createSession(newSession({ id: one }));
    await db.addDraftAttachment(newPicture('p'));
    await db.addDraftAttachment(newAttachment('t', { pageCount: 3, kind: 'pdf' }));
    await db.addDraftAttachment(newAttachment('left'));
    await db.insertTurn(newTurn('a', { sessionId: one, attachmentIds: ['t', 'p'] }));
    await db.finishReply(finishedReply('ra'));
    const { id } = await copies.duplicate({ sessionId: one });
    const filesOf = async (sessionId: string) => {
      const { messages } = await db.exportSession({ sessionId, withFiles: true });
      return messages[0]?.attachments.map(({ id: _, ...rest }) => rest);
    };
    expect(await filesOf(id)).toEqual(await filesOf(one));
    expect(await filesOf(id)).toHaveLength(2);
    expect((await db.openSession({ sessionId: id, limit: 1 })).draft.attachments).toEqual([]);
  });

  it('goes on where the original was, with numbers of its own', async () => {
    await twoSessions();
    const { id } = await copies.duplicate({ sessionId: one });
    const { activeLeafId } = await database.db.getSession({ sessionId: id });
    await say(id, 'x', activeLeafId, 500);
    expect((await contents(id)).slice(-2)).toEqual(['Question x', 'Answer rx']);
  });

  it('leaves out what is in the trash, and drafts', async () => {
    await twoSessions();
    await database.db.saveDraft({ sessionId: one, text: 'half', at: 1 });
    await database.db.trashBranch({ sessionId: one, messageId: 'uc', at: 5 });
    const { id, messageCount } = await copies.duplicate({ sessionId: one });
    expect(messageCount).toBe(2);
    expect((await database.db.openSession({ sessionId: id, limit: 5 })).draft.text).toBe('');
  });

  it('of a session without a message is one without a message', async () => {
    await database.db.createSession(newSession({ id: one }));
    expect(await copies.duplicate({ sessionId: one })).toMatchObject({
      messageCount: 0,
      title: '',
      activeLeafId: null,
    });
  });

  it('of an unknown session, or one of another project, is refused', async () => {
    await twoSessions();
    await expect(copies.duplicate({ sessionId: hexId(7) })).rejects.toMatchObject({ code: 'not-found' });
    await expect(copies.duplicate({ sessionId: one, within: hexId(7) })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a merge', () => {
  it('has the messages of both in the order of their times, as one branch', async () => {
    const { db } = database;
    await twoSessions();
    const merged = await copies.merge({ sessionIds: [one, two] });
    expect(await contents(merged.id)).toEqual([
      'Question a',
      'Answer ra',
      'Question b',
      'Answer rb',
      'Question c',
      'Answer rc',
    ]);
    expect(merged).toMatchObject({
      title: 'T1 + T2',
      messageCount: 6,
      promptTokens: 30,
      replyTokens: 15,
      preview: 'Question a',
    });
    const { items } = await db.listTrash({ after: null, limit: 10 });
    expect(items.map(({ title }) => title).sort()).toEqual(['T1', 'T2']);
    expect(emitted).toEqual(['sessions:changed', 'sessions:removed', 'projects:changed', 'trash:changed']);
    const { messages } = await db.exportSession({ sessionId: merged.id });
    const ids = messages.map(({ id }) => id);
    expect(messages[5]?.provenance).toMatchObject({ messageIds: [ids[0], ids[1], ids[4]] });
    expect(messages[3]?.provenance).toMatchObject({ messageIds: [ids[2]] });
  });

  it('is undone by restoring the originals', async () => {
    await twoSessions();
    const merged = await copies.merge({ sessionIds: [one, two] });
    await database.db.restoreSessions({ sessionIds: [one, two] });
    await database.db.trashSessions({ sessionIds: [merged.id], at: 1 });
    expect(await contents(one)).toHaveLength(4);
    expect(await contents(two)).toHaveLength(2);
  });

  it('unites the tags, and keeps the project when both have the same', async () => {
    const { db } = database;
    await twoSessions();
    const tags = await Promise.all(['a', 'b'].map((name) => db.createTag({ name })));
    for (const [index, id] of [one, two].entries()) {
      const change = { kind: 'tag', add: [tags[index]?.id ?? 0], remove: [] } as const;
      await db.changeSessions({ sessionIds: [id], change, at: 1 });
    }
    await db.createProject({ id: hexId(9), name: 'P', at: 1 });
    await db.changeSessions({ sessionIds: [one], change: { kind: 'move', projectId: hexId(9) }, at: 1 });
    const merged = await copies.merge({ sessionIds: [one, two] });
    expect(merged).toMatchObject({ tagIds: tags.map(({ id }) => id), projectId: null });
  });

  it('refuses a session with itself, an unknown one, and one that is answering', async () => {
    await twoSessions();
    await expect(copies.merge({ sessionIds: [one, one] })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(copies.merge({ sessionIds: [one, hexId(7)] })).rejects.toMatchObject({ code: 'not-found' });
    await database.db.insertTurn(newTurn('d', { sessionId: two, parentId: 'rb' }));
    await expect(copies.merge({ sessionIds: [one, two] })).rejects.toMatchObject({ code: 'busy' });
    busy = [one];
    await expect(copies.merge({ sessionIds: [one, two] })).rejects.toMatchObject({ code: 'busy' });
    expect((await database.db.listTrash({ after: null, limit: 10 })).total).toBe(0);
  });

  it('loses nothing that is written while it is being made', async () => {
    const { db } = database;
    await twoSessions();
    const racing = createCopiesService({
      db: {
        ...db,
        appendCopies: async (input) => {
          await db.insertTurn(newTurn('late', { sessionId: two, parentId: 'rb' }));
          return db.appendCopies(input);
        },
      },
      replies: { busy: () => [] },
      sweep: async () => {
        swept += 1;
      },
      emit: () => undefined,
      now: () => 1,
    });
    await expect(racing.merge({ sessionIds: [one, two] })).rejects.toMatchObject({ code: 'busy' });
    expect(await contents(two)).toContain('Question late');
    expect([swept, (await db.listTrash({ after: null, limit: 10 })).total]).toEqual([1, 0]);
  });
});

describe('a part of a session in a new one', () => {
  beforeEach(twoSessions);

  it('has the messages down to one, with the settings of its source', async () => {
    const session = await copies.copyPart({ sessionId: one, part: { kind: 'head', messageId: 'uc' } });
    expect(session).toMatchObject({
      title: 'T1 (up to here)',
      systemPrompt: `Be ${one}.`,
      model: 'qwen3:8b',
    });
    expect(await contents(session.id)).toEqual(['Question a', 'Answer ra', 'Question c']);
    expect(await contents(one)).toHaveLength(4);
  });

  it('has the messages from one on, and knows what was sent of them', async () => {
    const session = await copies.copyPart({ sessionId: one, part: { kind: 'tail', messageId: 'ra' } });
    expect(session).toMatchObject({ title: 'T1 (from here)', preview: 'Question c', messageCount: 3 });
    const { messages } = await database.db.exportSession({ sessionId: session.id });
    expect(messages.map(({ parentId }) => parentId)).toEqual([null, messages[0]?.id, messages[1]?.id]);
    expect(messages[2]?.provenance).toMatchObject({ messageIds: [messages[0]?.id, messages[1]?.id] });
  });

  it('has the chosen messages in the order of the branch, whatever order they were chosen in', async () => {
    const messageIds = ['rc', 'ua'];
    const session = await copies.copyPart({ sessionId: one, part: { kind: 'selection', messageIds } });
    expect(await contents(session.id)).toEqual(['Question a', 'Answer rc']);
    expect(session.title).toBe('T1 (excerpt)');
  });

  it('is refused for a message that is not on the shown branch, leaving nothing behind, and while it answers', async () => {
    const { db } = database;
    const elsewhere = { kind: 'selection', messageIds: ['ua', 'ub'] } as const;
    await expect(copies.copyPart({ sessionId: one, part: elsewhere })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(swept).toBe(1);
    await db.trashMessages({ sessionId: one, messageIds: ['uc'], at: 5 });
    const gone = { kind: 'head', messageId: 'uc' } as const;
    await expect(copies.copyPart({ sessionId: one, part: gone })).rejects.toMatchObject({
      code: 'not-found',
    });
    busy = [one];
    await expect(
      copies.copyPart({ sessionId: one, part: { kind: 'head', messageId: 'ra' } }),
    ).rejects.toMatchObject({ code: 'busy' });
  });

  it('can be hundreds of messages, written in chunks', async () => {
    const { db } = database;
    for (let number = 0; number < 120; number++) {
      const parentId = number === 0 ? 'rc' : `rn${number - 1}`;
      await db.insertTurn(newTurn(`n${number}`, { parentId }));
      await db.finishReply(finishedReply(`rn${number}`));
    }
    const session = await copies.copyPart({ sessionId: one, part: { kind: 'tail', messageId: 'uc' } });
    expect(session.messageCount).toBe(242);
    const { messages } = await db.exportSession({ sessionId: session.id });
    expect(messages.map(({ sequence }) => sequence)).toEqual(messages.map((_, index) => index + 1));
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { TrashItem } from '#shared/contract/trash.ts';
import type { Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { finishedReply, hexId, memoryDatabase, newSession, newTurn } from '../testing/fixtures.ts';
import { countTrashSql, trashSql } from './trash-repository.ts';

let connection: Connection;
let db: Database;

beforeEach(() => {
  ({ connection, db } = memoryDatabase());
});

function addSession(number: number): void {
  db.createSession(newSession({ id: hexId(number), at: number }));
  db.updateSession({ sessionId: hexId(number), changes: { title: `Session ${number}` } });
}

function everyPage(limit: number): readonly TrashItem[] {
  const items: TrashItem[] = [];
  for (let page = db.listTrash({ after: null, limit }); ; ) {
    items.push(...page.items);
    if (page.next === null) return items;
    page = db.listTrash({ after: page.next, limit });
  }
}

describe('the trash', () => {
  it('is empty at first', () => {
    expect(db.listTrash({ after: null, limit: 10 })).toEqual({ items: [], next: null, total: 0 });
  });

  it('lists sessions, projects, tags and branches, newest first', () => {
    addSession(1);
    addSession(2);
    db.insertTurn(newTurn('a'));
    db.finishReply(finishedReply('ra'));
    db.createProject({ id: hexId(9), name: 'Garden', at: 1 });
    const tag = db.createTag({ name: 'Herbs' });
    db.trashBranch({ sessionId: hexId(1), messageId: 'ra', at: 10 });
    db.trashSessions({ sessionIds: [hexId(2)], at: 20 });
    db.trashTag({ tagId: tag.id, at: 30 });
    db.trashProject({ projectId: hexId(9), sessions: 'to-inbox', at: 40, limit: 10 });
    const { items, total } = db.listTrash({ after: null, limit: 10 });
    expect(items.map(({ thing, title, trashedAt }) => [thing.kind, title, trashedAt])).toEqual([
      ['project', 'Garden', 40],
      ['tag', 'Herbs', 30],
      ['session', 'Session 2', 20],
      ['branch', 'Answer ra', 10],
    ]);
    expect(items[3]).toMatchObject({ sessionTitle: 'Session 1', count: 1 });
    expect(total).toBe(4);
  });

  it('gives every thing of one moment exactly once, page by page', () => {
    for (let number = 1; number <= 25; number += 1) addSession(number);
    const ids = Array.from({ length: 25 }, (_, index) => hexId(index + 1));
    const tags = ['a', 'b', 'c'].map((name) => db.createTag({ name }));
    db.trashSessions({ sessionIds: ids, at: 7 });
    for (const tag of tags) db.trashTag({ tagId: tag.id, at: 7 });
    const keys = everyPage(4).map(({ thing }) => JSON.stringify(thing));
    expect(new Set(keys).size).toBe(28);
    expect(keys).toHaveLength(28);
    expect(keys).toEqual(everyPage(100).map(({ thing }) => JSON.stringify(thing)));
  });

  it('goes on behind a line that was restored meanwhile', () => {
    for (let number = 1; number <= 6; number += 1) addSession(number);
    for (let number = 1; number <= 6; number += 1) {
      db.trashSessions({ sessionIds: [hexId(number)], at: number });
    }
    const { next } = db.listTrash({ after: null, limit: 3 });
    db.restoreSessions({ sessionIds: [hexId(4)] });
    const rest = db.listTrash({ after: next, limit: 10 });
    expect(rest.items.map(({ title }) => title)).toEqual(['Session 3', 'Session 2', 'Session 1']);
    expect(rest.total).toBe(5);
  });

  it('shows no copy that is being made and nothing that is being erased', () => {
    addSession(1);
    addSession(2);
    db.beginCopy({ copyId: hexId(3), sourceIds: [hexId(1)], title: 'Copy', at: 5 });
    db.trashSessions({ sessionIds: [hexId(2)], at: 6 });
    db.markErased({ things: [{ kind: 'session', sessionId: hexId(2) }] });
    expect(db.listTrash({ after: null, limit: 10 })).toEqual({ items: [], next: null, total: 0 });
    expect(db.restoreSessions({ sessionIds: [hexId(2)] })).toEqual([]);
  });

  it('leaves out branches of a session that is in the trash itself', () => {
    addSession(1);
    db.insertTurn(newTurn('a'));
    db.finishReply(finishedReply('ra'));
    db.trashBranch({ sessionId: hexId(1), messageId: 'ra', at: 10 });
    db.trashSessions({ sessionIds: [hexId(1)], at: 20 });
    const { items, total } = db.listTrash({ after: null, limit: 10 });
    expect([items.length, total]).toEqual([1, 1]);
  });

  it.each(['session', 'project', 'tag', 'branch'] as const)('walks an index for %ss', (kind) => {
    for (const sql of [trashSql.tied(kind), trashSql.older(kind)]) {
      const plan = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all({ trashedAt: 1, key: 1, limit: 10 });
      const details = plan.map((row) => (row as { readonly detail: string }).detail).join('\n');
      if (kind !== 'tag') expect(details).toMatch(/SEARCH \w+ USING (COVERING )?INDEX \w+_in_trash/);
      if (kind !== 'tag') expect(details).not.toContain('TEMP B-TREE');
    }
  });

  it('counts without a look at the sessions', () => {
    const plan = connection.prepare(`EXPLAIN QUERY PLAN ${countTrashSql}`).all();
    const details = plan.map((row) => (row as { readonly detail: string }).detail).join('\n');
    expect(details).not.toMatch(/SCAN sessions(?! USING COVERING INDEX sessions_incomplete)/);
  });
});

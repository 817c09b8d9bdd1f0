import { beforeEach, describe, expect, it } from 'vitest';
import type { TagId } from '#shared/domain.ts';
import type { Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { codeOf, hexId, memoryDatabase, newSession, reportOf } from '../testing/fixtures.ts';

let db: Database;
let connection: Connection;

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
});

const names = () => db.listTags().map((tag) => tag.name);
const tagsOf = (number: number) => db.getSession({ sessionId: hexId(number) }).tagIds;

function tagged(number: number, ...tagIds: TagId[]): void {
  db.createSession(newSession({ id: hexId(number) }));
  db.changeSessions({ sessionIds: [hexId(number)], change: { kind: 'tag', add: tagIds, remove: [] }, at: 1 });
}

/** Gives the ids of the sessions that changed. */
function refresh(limit = 2): readonly string[] {
  const changed: string[] = [];
  for (;;) {
    const answer = db.refreshTaggedSessions({ limit });
    changed.push(...answer.changed.map((session) => session.id));
    if (answer.isDone) return changed;
  }
}

describe('a new tag', () => {
  it('has the next colour, and the first one again when all are given', () => {
    for (let number = 0; number < 9; number += 1) db.createTag({ name: `${number}` });
    expect(db.listTags().map((tag) => tag.colour)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0]);
  });

  it('is the one of that name, whatever its case, in any alphabet', () => {
    const tea = db.createTag({ name: 'Tea' });
    const danish = db.createTag({ name: 'ÆØÅ' });
    expect(db.createTag({ name: 'tEA' })).toEqual(tea);
    expect(db.createTag({ name: 'æøå' })).toEqual(danish);
    expect(db.createTag({ name: 'e\u0301' })).toEqual(db.createTag({ name: 'é' }));
    expect(names()).toHaveLength(3);
  });

  it('comes back from the trash with its sessions', () => {
    const tea = db.createTag({ name: 'Tea' });
    tagged(1, tea.id);
    db.trashTag({ tagId: tea.id, at: 5 });
    refresh();
    expect(db.createTag({ name: 'tea' })).toEqual(tea);
    refresh();
    expect(tagsOf(1)).toEqual([tea.id]);
  });

  it('takes the name of one that is being erased, and nothing else of it', async () => {
    const old = db.createTag({ name: 'Tea' });
    tagged(1, old.id);
    db.trashTag({ tagId: old.id, at: 5 });
    refresh();
    connection.exec('UPDATE tags SET trashed_at = 0');
    const tea = db.createTag({ name: 'tea' });
    expect(tea.id).not.toBe(old.id);
    expect(await codeOf(() => db.restoreTag({ tagId: old.id }))).toBe('not-found');
    refresh();
    expect(tagsOf(1)).toEqual([]);
    expect(db.listTags()).toEqual([tea]);
  });

  it('holds no NUL and no half characters', () => {
    expect(db.createTag({ name: 'a\0b\uDC00' }).name).toBe('ab\uFFFD');
  });
});

describe('a change', () => {
  it('touches what it names', () => {
    const tea = db.createTag({ name: 'Tea' });
    expect(db.updateTag({ tagId: tea.id, changes: { colour: 7 } })).toEqual({ ...tea, colour: 7 });
    expect(db.updateTag({ tagId: tea.id, changes: { name: 'TEA' } })).toEqual({
      ...tea,
      name: 'TEA',
      colour: 7,
    });
  });

  it('refuses the name of another one, also of one in the trash', async () => {
    const tea = db.createTag({ name: 'Tea' });
    const coffee = db.createTag({ name: 'Coffee' });
    const rename = () => db.updateTag({ tagId: coffee.id, changes: { name: 'tea' } });
    expect(await reportOf(rename)).toEqual({ code: 'name-taken', details: { name: 'Tea' } });
    db.trashTag({ tagId: tea.id, at: 5 });
    expect(await codeOf(rename)).toBe('name-taken');
    expect(names()).toEqual(['Coffee']);
  });

  it('of a name puts the tags of its sessions in order again', () => {
    const [a, b] = [db.createTag({ name: 'a' }).id, db.createTag({ name: 'b' }).id];
    for (const number of [1, 2, 3]) tagged(number, a, b);
    tagged(4, a);
    db.updateTag({ tagId: a, changes: { name: 'z' } });
    expect(refresh()).toEqual([1, 2, 3].map(hexId));
    expect(tagsOf(1)).toEqual([b, a]);
  });
});

describe('a tag in the trash', () => {
  it('is not seen, and comes back with its sessions', async () => {
    const [a, b] = [db.createTag({ name: 'a' }).id, db.createTag({ name: 'b' }).id];
    for (const number of [1, 2, 3]) tagged(number, a, b);
    db.trashTag({ tagId: a, at: 5 });
    expect(refresh()).toHaveLength(3);
    expect(names()).toEqual(['b']);
    expect(tagsOf(2)).toEqual([b]);
    expect(await codeOf(() => db.trashTag({ tagId: a, at: 6 }))).toBe('not-found');
    expect(await codeOf(() => db.updateTag({ tagId: a, changes: {} }))).toBe('not-found');

    expect(db.restoreTag({ tagId: a })).toMatchObject({ name: 'a' });
    expect(refresh()).toHaveLength(3);
    expect(tagsOf(2)).toEqual([a, b]);
  });

  it('comes back to a session that was in the trash meanwhile', () => {
    const { id } = db.createTag({ name: 'a' });
    tagged(1, id);
    db.trashTag({ tagId: id, at: 5 });
    db.trashSessions({ sessionIds: [hexId(1)], at: 6 });
    refresh();
    db.restoreTag({ tagId: id });
    expect(refresh()).toEqual([]);
    expect(db.restoreSessions({ sessionIds: [hexId(1)] })).toMatchObject([{ tagIds: [id] }]);
  });
});

describe('what a tag means for its sessions', () => {
  it('is finished later when it was cut off half way', () => {
    const { id } = db.createTag({ name: 'a' });
    for (const number of [1, 2, 3]) tagged(number, id);
    db.trashTag({ tagId: id, at: 5 });
    db.refreshTaggedSessions({ limit: 1 });
    expect([tagsOf(1), tagsOf(3)]).toEqual([[], [id]]);
    expect(refresh()).toEqual([2, 3].map(hexId));
    expect(refresh()).toEqual([]);
  });

  it('is right after two changes at once', () => {
    const [a, b] = [db.createTag({ name: 'a' }).id, db.createTag({ name: 'b' }).id];
    for (const number of [1, 2, 3]) tagged(number, a, b);
    db.trashTag({ tagId: a, at: 5 });
    db.refreshTaggedSessions({ limit: 1 });
    db.trashTag({ tagId: b, at: 6 });
    db.restoreTag({ tagId: a });
    refresh();
    expect([1, 2, 3].map(tagsOf)).toEqual([[a], [a], [a]]);
  });

  it('is read along an index', () => {
    const plan = connection
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN
         SELECT session_id FROM session_tags WHERE tag_id = 1 AND session_id > 5 ORDER BY session_id LIMIT 3`,
      )
      .all()
      .map((step) => step.detail);
    expect(plan).toEqual([expect.stringMatching(/session_tags_by_tag \(tag_id=\? AND session_id>\?\)/)]);
  });
});

it('knows nothing of a tag that never was', async () => {
  expect(await reportOf(() => db.restoreTag({ tagId: 5 }))).toEqual({
    code: 'not-found',
    details: { what: 'tag', id: '5' },
  });
});

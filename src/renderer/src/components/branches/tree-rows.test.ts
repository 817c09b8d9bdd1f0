import { describe, expect, it } from 'vitest';
import type { Outline } from '#shared/contract/messages.ts';
import { rowAfterKey, rowWithPrefix, treeRows } from './tree-rows.ts';

/** `id: parent`, in the order they were written. */
function outlineOf(
  parents: Readonly<Record<string, string | null>>,
  activeLeafId: string | null,
  skipped: Outline['skipped'] = {},
): Outline {
  const messages = Object.entries(parents).map(([id, parentId], index) => ({
    id,
    parentId,
    role: 'user' as const,
    status: 'complete' as const,
    model: null,
    createdAt: index,
    beginning: `Text ${id}`,
  }));
  return { messages, skipped, omitted: 0, activeLeafId };
}

const drawn = (outline: Outline) =>
  treeRows(outline).map(
    ({ message, depth, isActive }) => `${'  '.repeat(depth)}${message.id}${isActive ? '*' : ''}`,
  );

const fork = { a: null, b: 'a', c: 'b', d: 'a', e: 'd', f: 'a' } as const;

describe('the lines of a tree', () => {
  it('are one straight line without forks', () => {
    expect(drawn(outlineOf({ a: null, b: 'a', c: 'b' }, 'c'))).toEqual(['a*', 'b*', 'c*']);
  });

  it('go straight on with the branch that is shown, the others standing before it, further in', () => {
    expect(drawn(outlineOf(fork, 'e'))).toEqual(['a*', '  b', '  c', '  f', 'd*', 'e*']);
    expect(drawn(outlineOf(fork, 'c'))).toEqual(['a*', '  d', '  e', '  f', 'b*', 'c*']);
  });

  it('go straight on with the newest branch where none is shown', () => {
    const parents = { ...fork, x: null, y: 'b' };
    expect(drawn(outlineOf(parents, 'x'))).toEqual([
      '  a',
      '    d',
      '    e',
      '    f',
      '  b',
      '    c',
      '  y',
      'x*',
    ]);
  });

  it('say what is left out and which stand at the same place', () => {
    const rows = treeRows(outlineOf(fork, 'c', { c: 7 }));
    expect(rows.find(({ message }) => message.id === 'c')?.skipped).toBe(7);
    expect(rows.find(({ message }) => message.id === 'd')?.siblingIds).toEqual(['b', 'd', 'f']);
  });

  it('can be a branch longer than calls can be nested', () => {
    const parents = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`m${index}`, index === 0 ? null : `m${index - 1}`]),
    );
    expect(treeRows(outlineOf(parents, 'm19999'))).toHaveLength(20_000);
  });
});

describe('keys in the tree', () => {
  const rows = treeRows(outlineOf(fork, 'e'));

  it.each([
    ['ArrowDown', 1, 2],
    ['ArrowUp', 0, 0],
    ['End', 0, 5],
    ['Home', 3, 0],
    ['PageDown', 1, 5],
    ['ArrowLeft', 4, 0],
    ['ArrowRight', 0, 1],
    ['ArrowRight', 5, 5],
  ])('%s leads from row %i to row %i', (key, from, to) => {
    expect(rowAfterKey(rows, from, key, 4)).toBe(to);
  });

  it('other keys mean nothing', () => {
    expect(rowAfterKey(rows, 0, 'x', 4)).toBeNull();
  });

  it('letters lead to the next row that begins with them, and nowhere when none does', () => {
    expect(rowWithPrefix(rows, 0, 'text d')).toBe(4);
    expect(rowWithPrefix(rows, 4, 't')).toBe(5);
    expect(rowWithPrefix(rows, 2, 'nothing')).toBe(2);
  });
});

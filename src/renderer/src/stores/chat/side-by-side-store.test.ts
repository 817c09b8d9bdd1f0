import { describe, expect, it } from 'vitest';
import { columnsAround, columnsOf, useSideBySideStore } from './side-by-side-store.ts';

const answer = { id: 'b', parentId: 'q', siblingIds: ['a', 'b', 'c', 'd', 'e'] };

describe('answers beside each other', () => {
  it('are those that were opened, wherever the branch goes on', () => {
    expect(columnsOf({ q: ['a', 'b'] }, answer)).toEqual(['a', 'b']);
    expect(columnsOf({ q: ['a', 'b'] }, { ...answer, id: 'a' })).toEqual(['a', 'b']);
  });

  it('do not hide an answer that is none of them', () => {
    expect(columnsOf({ q: ['a', 'b'] }, { ...answer, id: 'c' })).toEqual([]);
    expect(columnsOf({}, answer)).toEqual([]);
  });

  it('are without those that are gone; one that is left alone stands alone', () => {
    expect(columnsOf({ q: ['a', 'b', 'z'] }, answer)).toEqual(['a', 'b']);
    expect(columnsOf({ q: ['b', 'z'] }, answer)).toEqual([]);
  });
});

describe('of many answers', () => {
  it('at most four are shown, the present one among them', () => {
    for (const id of answer.siblingIds) {
      const columns = columnsAround({ ...answer, id });
      expect(columns).toHaveLength(4);
      expect(columns).toContain(id);
    }
    expect(columnsAround({ id: 'a', siblingIds: ['a', 'b'] })).toEqual(['a', 'b']);
  });
});

it('folds one fork and leaves the others', () => {
  const { open, fold } = useSideBySideStore.getState();
  open('q', ['a', 'b']);
  open('p', ['c', 'd']);
  fold('q');
  expect(useSideBySideStore.getState().forks).toEqual({ p: ['c', 'd'] });
});

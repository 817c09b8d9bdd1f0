import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aMessage, anyRecord, aRecord } from '../testing/session-records.ts';
import { activeBranch } from './active-branch.ts';

const question = aMessage({ id: 'm1' });
const first = aMessage({ id: 'm2', parentId: 'm1', role: 'assistant' });
const second = aMessage({ id: 'm3', parentId: 'm1', role: 'assistant' });

const branchIds = (activeLeafId: string | null, messages = [question, first, second]) =>
  activeBranch(aRecord({ activeLeafId }, messages)).map(({ id }) => id);

test('goes from the root to the active leaf and leaves siblings out', () => {
  expect(branchIds('m2')).toEqual(['m1', 'm2']);
  expect(branchIds('m3')).toEqual(['m1', 'm3']);
});

test('takes the newest message when no leaf is active or the active one is missing', () => {
  expect(branchIds(null)).toEqual(['m1', 'm3']);
  expect(branchIds('gone')).toEqual(['m1', 'm3']);
});

test('is empty for a session without messages', () => {
  expect(branchIds(null, [])).toEqual([]);
});

test('ends with any links between messages, and never takes one twice', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const branch = activeBranch(record);
      expect(new Set(branch).size).toBe(branch.length);
      expect(branch.length === 0).toBe(record.messages.length === 0);
    }),
  );
});

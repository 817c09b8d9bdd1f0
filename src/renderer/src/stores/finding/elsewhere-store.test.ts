import { beforeEach, expect, it, vi } from 'vitest';
import type { SearchGroup } from '#shared/contract/search.ts';
import { useElsewhere } from './elsewhere-store.ts';

let asked: string[][] = [];
let answer: (ids: string[]) => Promise<string[]>;

const groups = (...ids: readonly string[]) =>
  [{ session: { id: 's' }, hits: ids.map((messageId) => ({ messageId })) }] as unknown as SearchGroup[];
const ids = () => [...useElsewhere.getState().ids];
const { read, forget } = useElsewhere.getState();

beforeEach(async () => {
  asked = [];
  answer = async (all) => all.filter((id) => id.startsWith('other'));
  const request = async (_: string, input: { messages: { messageId: string }[] }) => {
    const all = input.messages.map(({ messageId }) => messageId);
    asked.push(all);
    return { ok: true, value: await answer(all) };
  };
  vi.stubGlobal('window', { api: { request } });
  await read([], true);
});

it('asks once for each hit, and keeps what earlier pages told', async () => {
  await read(groups('a', 'other1'), true);
  await read(groups('a', 'other1', 'other2'), false);
  expect(asked).toEqual([['a', 'other1'], ['other2']]);
  expect(ids()).toEqual(['other1', 'other2']);
  await read(groups('other2'), true);
  expect(ids()).toEqual(['other2']);
});

it('does not mix the answer for an older query into a newer one', async () => {
  let late: (value: string[]) => void = () => {};
  answer = () => new Promise((resolve) => (late = resolve));
  const older = read(groups('other1'), true);
  answer = async (all) => all;
  await read(groups('other2'), true);
  late(['other1']);
  await older;
  expect(ids()).toEqual(['other2']);
});

it('asks anew for every hit that is seen again: opening one may have changed the shown branch', async () => {
  await read(groups('a', 'other1'), true);
  await read(groups('a', 'other1', 'other2'), false);
  forget();
  answer = async () => ['a'];
  await read(groups('a', 'other1', 'other2'), false);
  expect(asked.at(-1)).toEqual(['a', 'other1', 'other2']);
  expect(ids()).toEqual(['a']);
});

import { afterEach, expect, it, vi } from 'vitest';
import { aSession } from '../library/testing/library.ts';
import { useHistoryStore } from './history-store.ts';

afterEach(() => vi.useRealTimers());

it('looks for the filter again when sessions change, once for many, and only while there is one', async () => {
  vi.useFakeTimers();
  let titles = [{ session: aSession('a'), title: { text: 'Old name', marks: [] } }];
  const request = vi.fn(async () => ({ ok: true, value: titles }));
  vi.stubGlobal('window', { api: { request } });
  const { setFilter, changed } = useHistoryStore.getState();
  changed([aSession('a')]);
  await vi.runAllTimersAsync();
  expect(request).not.toHaveBeenCalled();

  setFilter('name');
  await vi.runAllTimersAsync();
  titles = [];
  for (let change = 0; change < 5; change += 1) changed([aSession('a', { title: 'Other' })]);
  await vi.runAllTimersAsync();
  expect(useHistoryStore.getState().found?.titles).toEqual([]);
  expect(request).toHaveBeenCalledTimes(2);
});

it('knows what changed while it was read', async () => {
  let answer: (value: unknown) => void = () => undefined;
  const page = new Promise((resolve) => {
    answer = resolve;
  });
  vi.stubGlobal('window', { api: { request: async () => ({ ok: true, value: await page }) } });
  const { load, changed, removed } = useHistoryStore.getState();
  const read = load();
  changed([aSession('new', { updatedAt: 9 })]);
  removed(['gone']);
  answer({ sessions: [aSession('gone', { updatedAt: 2 }), aSession('old')], hasMore: false });
  await read;
  expect(useHistoryStore.getState().pages?.sessions.map(({ id }) => id)).toEqual(['new', 'old']);
});

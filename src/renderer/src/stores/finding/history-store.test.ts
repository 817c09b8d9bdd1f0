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

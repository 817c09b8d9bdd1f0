import { afterEach, expect, it, vi } from 'vitest';
import { useStatisticsStore } from './statistics-store.ts';

afterEach(() => vi.useRealTimers());

it('counts what is shown again after changes, once for many', async () => {
  vi.useFakeTimers();
  const request = vi.fn(async () => ({ ok: true, value: {} }));
  vi.stubGlobal('window', { api: { request } });
  const { load, noteChange } = useStatisticsStore.getState();
  noteChange();
  await vi.runAllTimersAsync();
  expect(request).not.toHaveBeenCalled();
  await load({ kind: 'all' });
  for (let change = 0; change < 5; change += 1) noteChange();
  await vi.runAllTimersAsync();
  expect(request).toHaveBeenCalledTimes(2);
  expect(request).toHaveBeenLastCalledWith(
    'statistics:get',
    expect.objectContaining({ scope: { kind: 'all' } }),
  );
});

import { expect, test, vi } from 'vitest';
import { tellingThreads } from './tell-working.ts';

const job = { kind: 'backup', databasePath: 'a', path: 'b' } as const;

test('tells of a job that takes a while, and of its end, however it ends', async () => {
  vi.useFakeTimers();
  const emit = vi.fn();
  let end: () => void = () => undefined;
  const run = () => new Promise<never>((_, reject) => (end = () => reject(new Error('full'))));
  const threads = tellingThreads({ run, close: async () => undefined }, emit);

  const quick = threads.run(job);
  end();
  await expect(quick).rejects.toThrow('full');
  expect(emit).not.toHaveBeenCalled();

  const long = threads.run(job);
  vi.advanceTimersByTime(1_000);
  expect(emit.mock.calls).toEqual([['transfer:working', { kind: 'backup', isWorking: true }]]);
  end();
  await expect(long).rejects.toThrow('full');
  expect(emit.mock.calls[1]).toEqual(['transfer:working', { kind: 'backup', isWorking: false }]);
  vi.useRealTimers();
});

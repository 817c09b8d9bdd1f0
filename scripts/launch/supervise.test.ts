import { expect, test } from 'vitest';
import type { StopRequest } from './stop-request.ts';
import { supervise } from './supervise.ts';

/** A stop request that the test makes by hand. */
function manualStop(): StopRequest & { readonly send: (signal: NodeJS.Signals) => void } {
  let first: NodeJS.Signals | undefined;
  const listeners = new Set<(signal: NodeJS.Signals) => void>();
  return {
    signal: () => first,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => listeners.clear(),
    send: (signal) => {
      first ??= signal;
      for (const listener of listeners) {
        listener(signal);
      }
    },
  };
}

function runScript(
  script: string,
  stop: StopRequest,
  graceMs?: number,
  onLine: () => void = () => {},
): Promise<number> {
  return supervise(process.execPath, ['-e', script], {
    stop,
    env: process.env,
    ...(graceMs === undefined ? {} : { graceMs }),
    onStderr: (stream) => stream.once('data', onLine),
  });
}

test("gives the program's exit code", async () => {
  expect(await runScript('process.exit(3)', manualStop())).toBe(3);
});

test('passes a stop on once, however often it arrives', async () => {
  const stop = manualStop();
  const counting = `
    let count = 0;
    process.on('SIGINT', () => { count += 1; setTimeout(() => process.exit(40 + count), 200); });
    setInterval(() => {}, 1000);
    console.error('ready');
  `;
  const code = runScript(counting, stop, undefined, () => {
    stop.send('SIGINT');
    stop.send('SIGINT');
  });
  expect(await code).toBe(41);
});

test('ends a program by force that does not stop in time', async () => {
  const stop = manualStop();
  const deaf = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.error('ready');";
  expect(await runScript(deaf, stop, 200, () => stop.send('SIGTERM'))).toBe(137);
});

test('starts nothing when the stop came before', async () => {
  const stop = manualStop();
  stop.send('SIGINT');
  expect(await runScript('process.exit(0)', stop)).toBe(130);
});

test('rejects when there is no such program', async () => {
  const running = supervise('no-such-program-here', [], { stop: manualStop(), env: process.env });
  await expect(running).rejects.toThrow('ENOENT');
});

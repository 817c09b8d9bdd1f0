import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { isAbsolute } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { StopRequest } from './stop-request.ts';

export type SuperviseOptions = {
  readonly stop: StopRequest;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Time between the request to stop and the end by force. Without it the program may take as long as it wants. */
  readonly graceMs?: number;
  /** When given, the program's standard error goes there and not to the terminal. */
  readonly onStderr?: (stream: Readable) => void;
};

/** A Ctrl+C arrives twice: from the terminal, and passed on by npm. */
const repeatWindowMs = 1000;

/**
 * Runs a program until it ends and gives its exit code, as a shell would: 128 + signal number when a signal ended
 * it. A request to stop is passed on once; a second one later, or the end of the grace time, ends the program and
 * all it started by force. Rejects when the program cannot be started.
 */
export async function supervise(
  program: string,
  args: readonly string[],
  options: SuperviseOptions,
): Promise<number> {
  const early = options.stop.signal();
  if (early !== undefined) {
    return codeOfSignal(early);
  }
  const child = start(program, args, options);
  let stoppedAt: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  const unlisten = options.stop.listen((signal) => {
    if (stoppedAt === undefined) {
      stoppedAt = Date.now();
      child.kill(signal);
      if (options.graceMs !== undefined) {
        timer = setTimeout(() => endGroup(child), options.graceMs);
      }
    } else if (Date.now() - stoppedAt > repeatWindowMs) {
      endGroup(child);
    }
  });
  try {
    const closed = new Promise((resolve) => child.once('close', resolve));
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    // Helpers that were left behind would hold on to the display and to the data folder.
    endGroup(child);
    // The last lines of output; not for ever, because a helper in a group of its own may keep the pipe open.
    await Promise.race([closed, delay(500, undefined, { ref: false })]);
    return code ?? codeOfSignal(signal ?? 'SIGKILL');
  } finally {
    clearTimeout(timer);
    unlisten();
  }
}

function codeOfSignal(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

/**
 * In a process group of its own, so that Ctrl+C in the terminal reaches the program once, through this process,
 * and so that the whole group can be ended.
 */
function start(program: string, args: readonly string[], options: SuperviseOptions): ChildProcess {
  const isWindows = process.platform === 'win32';
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env,
    detached: !isWindows,
    // Commands of npm packages are .cmd files there, which only the shell finds and runs.
    shell: isWindows && !isAbsolute(program),
    stdio: ['inherit', 'inherit', options.onStderr === undefined ? 'inherit' : 'pipe'],
  });
  if (child.stderr !== null) {
    options.onStderr?.(child.stderr);
  }
  return child;
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) {
    return;
  }
  if (process.platform === 'win32') {
    child.kill();
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is empty already.
  }
}

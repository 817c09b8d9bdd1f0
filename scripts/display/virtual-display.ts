import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { findProgram, lastLines } from '../setup/command.ts';
import { SetupError } from '../setup/setup-error.ts';
import { xAuthorityFile } from './x-authority.ts';

export type VirtualDisplay = {
  /** To be added to the environment of the programs that shall use the display. */
  readonly env: { readonly DISPLAY: string; readonly XAUTHORITY: string };
  /** Ends the display and removes its cookie. May be called more than once. */
  readonly close: () => Promise<void>;
};

const startTimeoutMs = 15_000;

/** Starts an Xvfb that only this user's programs can connect to. Throws SetupError when that does not succeed. */
export async function openVirtualDisplay(): Promise<VirtualDisplay> {
  const xvfb = findProgram('Xvfb');
  if (xvfb === undefined) {
    throw new SetupError(
      'There is no display here, and no Xvfb to make a virtual one. Install it (Debian, Ubuntu: sudo apt-get install -y xvfb).',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'parlor-display-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  const authority = join(folder, 'xauthority');
  writeFileSync(authority, xAuthorityFile(randomBytes(16)), { mode: 0o600 });
  const server = startServer(xvfb, ['-auth', authority]);
  // Also when this process ends without coming to close(): on an uncaught error.
  const endNow = () => {
    server.kill('SIGTERM');
    removeFolder();
  };
  process.once('exit', endNow);
  try {
    const number = await displayNumber(server);
    return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, close };
  } catch (error) {
    await close();
    throw error;
  }

  async function close(): Promise<void> {
    await end(server);
    removeFolder();
    process.removeListener('exit', endNow);
  }
}

/**
 * In a session of its own, so that Ctrl+C in the terminal does not take the display away from a program that is
 * still saving. setpriv (util-linux) lets it die with this process even when that is killed without warning.
 */
function startServer(xvfb: string, options: readonly string[]): ChildProcess {
  const setpriv = findProgram('setpriv');
  // Without -noreset it starts anew when its last program ends, and refuses one that comes at that moment.
  const fixed = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-noreset'];
  const command = [xvfb, ...fixed, ...options];
  const [program = xvfb, ...args] =
    setpriv === undefined ? command : [setpriv, '--pdeathsig', 'TERM', ...command];
  return spawn(program, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
}

/** Xvfb picks a free number and writes it to file descriptor 3 as soon as it takes connections. */
function displayNumber(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    const fail = (what: string) =>
      reject(new SetupError(`The virtual display could not be started: ${what}\n${lastLines(complaint)}`));
    const timer = setTimeout(() => fail('Xvfb gave no answer within 15 seconds.'), startTimeoutMs);
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-4000);
    });
    server.on('error', (error) => fail(error.message));
    server.on('exit', () => {
      clearTimeout(timer);
      fail('Xvfb ended at once.');
    });
    let answer = '';
    (server.stdio[3] as Readable).setEncoding('utf8').on('data', (text: string) => {
      answer += text;
      if (answer.endsWith('\n')) {
        clearTimeout(timer);
        resolve(Number(answer));
      }
    });
  });
}

function end(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) {
      done();
      return;
    }
    const timer = setTimeout(() => server.kill('SIGKILL'), 3000);
    server.once('exit', () => {
      clearTimeout(timer);
      done();
    });
    server.kill('SIGTERM');
  });
}

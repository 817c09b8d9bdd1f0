import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronProgram } from './launch/electron-program.ts';
import { isBuildFresh } from './launch/freshness.ts';
import { passWithoutNoise } from './launch/noise.ts';
import { mustRunWithoutSandbox } from './launch/sandbox.ts';
import { listenForStop, type StopRequest } from './launch/stop-request.ts';
import { supervise } from './launch/supervise.ts';
import { announcePicture } from './launch/window-picture.ts';
import { modulePath, projectFolder } from './setup/paths.ts';
import { libraryAdvice } from './setup/system-packages.ts';
import { withDisplay } from './with-display.ts';

/** Parlor saves continuously; what takes longer than this to quit hangs. */
const quitGraceMs = 5000;

/**
 * `npm start` and `npm run demo`: builds when needed, then runs Parlor with the given arguments. The exit code is
 * Parlor's; 0 after Ctrl+C or SIGTERM when it has quit in order, since that is no failure (and npm says nothing).
 */
export async function main(args: readonly string[]): Promise<number> {
  const program = electronProgram();
  const stop = listenForStop();
  try {
    if (!isBuildFresh(projectFolder)) {
      console.log('Building Parlor ...');
      const built = await build(stop);
      if (built !== 0) {
        return stop.signal() === undefined ? built : 0;
      }
    }
    const withData = args.includes('--demo') ? withThrowAwayData : withUsersData;
    return await withData((dataSwitches) => run(program, [...dataSwitches, ...args], stop));
  } finally {
    stop.dispose();
  }
}

function build(stop: StopRequest): Promise<number> {
  const electronVite = modulePath('electron-vite', 'bin', 'electron-vite.js');
  const args = [electronVite, 'build', '--logLevel', 'warn'];
  return supervise(process.execPath, args, { stop, env: process.env, cwd: projectFolder });
}

async function run(program: string, args: readonly string[], stop: StopRequest): Promise<number> {
  const sandbox = (await mustRunWithoutSandbox()) ? ['--no-sandbox'] : [];
  const code = await withDisplay(async (env, isVirtual) => {
    // Nobody sees a virtual display, so Parlor is asked for a picture of its window.
    const { PARLOR_PICTURE = join(projectFolder, 'out', 'window.png') } = env;
    const picture = isVirtual ? PARLOR_PICTURE : undefined;
    const stopAnnouncing = picture === undefined ? () => {} : announcePicture(picture);
    try {
      return await supervise(program, [...sandbox, projectFolder, ...args], {
        stop,
        env: picture === undefined ? env : { ...env, PARLOR_PICTURE: picture },
        graceMs: quitGraceMs,
        onStderr: (stream) => passWithoutNoise(stream, process.stderr),
      });
    } finally {
      stopAnnouncing();
    }
  });
  return judge(code, stop);
}

async function judge(code: number, stop: StopRequest): Promise<number> {
  const killed = 137;
  if (stop.signal() !== undefined) {
    if (code === killed) {
      console.error('Parlor did not quit in time and was ended by force.');
      return code;
    }
    return 0;
  }
  // The code of a program whose libraries are not found.
  const advice = code === 127 && process.platform === 'linux' ? await libraryAdvice() : undefined;
  if (advice !== undefined) {
    console.error(`\n${advice}`);
  }
  return code;
}

function withUsersData<T>(use: (switches: readonly string[]) => Promise<T>): Promise<T> {
  return use([]);
}

/** A demonstration neither sees nor changes the user's own conversations. */
async function withThrowAwayData<T>(use: (switches: readonly string[]) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'parlor-demo-'));
  try {
    return await use([`--user-data-dir=${folder}`]);
  } finally {
    // Several tries: on Windows the last process may hold its files for a moment.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

import { electronProgram } from './launch/electron-program.ts';
import { mustRunWithoutSandbox } from './launch/sandbox.ts';
import { listenForStop } from './launch/stop-request.ts';
import { supervise } from './launch/supervise.ts';
import { modulePath, projectFolder } from './setup/paths.ts';
import { withDisplay } from './with-display.ts';

/** `npm run dev`: electron-vite's development server with the program, both renewed when a source changes. */
export async function main(args: readonly string[]): Promise<number> {
  electronProgram();
  const stop = listenForStop();
  try {
    const sandbox = (await mustRunWithoutSandbox()) ? ['--noSandbox'] : [];
    const command = [
      modulePath('electron-vite', 'bin', 'electron-vite.js'),
      'dev',
      '--watch',
      ...sandbox,
      ...args,
    ];
    const code = await withDisplay((env) =>
      supervise(process.execPath, command, { stop, env, cwd: projectFolder, graceMs: 5000 }),
    );
    return stop.signal() === undefined ? code : 0;
  } finally {
    stop.dispose();
  }
}

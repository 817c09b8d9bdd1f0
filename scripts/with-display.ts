import { openVirtualDisplay } from './display/virtual-display.ts';
import { listenForStop } from './launch/stop-request.ts';
import { supervise } from './launch/supervise.ts';
import { SetupError } from './setup/setup-error.ts';
import { hasDisplay } from './setup/system-packages.ts';

/**
 * Calls `use` with an environment that has a display: this process's own, or on Linux without one, that of a
 * virtual display which lasts until `use` has settled.
 */
export async function withDisplay<T>(
  use: (env: NodeJS.ProcessEnv, isVirtual: boolean) => Promise<T>,
): Promise<T> {
  if (process.platform !== 'linux' || hasDisplay()) {
    return use(process.env, false);
  }
  const display = await openVirtualDisplay();
  try {
    console.log(`No display here: using a virtual one (Xvfb ${display.env.DISPLAY}).`);
    // Parlor opens no dialog that nobody could close.
    return await use({ ...process.env, ...display.env, PARLOR_VIRTUAL_DISPLAY: '1' }, true);
  } finally {
    await display.close();
  }
}

/** `node scripts/run.mjs with-display -- COMMAND ...`: the exit code is the command's. */
export async function main(args: readonly string[]): Promise<number> {
  const [program, ...rest] = args[0] === '--' ? args.slice(1) : args;
  if (program === undefined) {
    throw new SetupError('Which command shall run? node scripts/run.mjs with-display -- COMMAND ...');
  }
  const stop = listenForStop();
  try {
    return await withDisplay((env) => supervise(program, rest, { stop, env }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new SetupError(
        `There is no program "${program}". Commands of npm packages are found inside npm scripts only.`,
      );
    }
    throw error;
  } finally {
    stop.dispose();
  }
}

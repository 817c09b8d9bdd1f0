import { join } from 'node:path';
import { build } from 'vite';
import { mainThreads, testThreads, threadsFolder } from './threads.ts';

/** A sandboxed preload must be CommonJS, and main as CommonJS runs on old and new runtimes alike. */
export const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const;

/** What Parlor's main process is built for: the Node of the oldest Electron it runs on. */
export const mainTarget = 'node18';

/**
 * Builds files of this project, by the names they get, as Parlor's main process is built. `folder`, in this project too,
 * is emptied.
 */
export async function buildForNode(input: Readonly<Record<string, string>>, folder: string): Promise<void> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, '../..'),
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: mainTarget,
      rollupOptions: { input, output: commonJs },
    },
  });
}

/** Builds what `builtThread` leads to. */
export function buildThreads(): Promise<void> {
  return buildForNode({ ...mainThreads, ...testThreads }, threadsFolder);
}

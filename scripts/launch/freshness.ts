import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['src', 'resources', 'package.json', 'package-lock.json', 'electron.vite.config.ts'];
const outputs = ['out/main', 'out/preload', 'out/renderer'];

/**
 * True when the three bundles are there and none is older than any source. A broken-off build leaves old or
 * missing bundles behind, so the oldest of the three counts.
 */
export function isBuildFresh(project: string): boolean {
  const tsconfigs = readdirSync(project).filter((name) => /^tsconfig.*\.json$/.test(name));
  const newestSource = Math.max(
    ...[...sources, ...tsconfigs].map((name) => newestChangeMs(join(project, name))),
  );
  const oldestOutput = Math.min(...outputs.map((name) => newestChangeMs(join(project, name))));
  return oldestOutput > newestSource;
}

/** Folders count too: their time changes when a file is removed. 0 when there is nothing. */
function newestChangeMs(path: string): number {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about === undefined) {
    return 0;
  }
  const inside = about.isDirectory() ? readdirSync(path).map((name) => newestChangeMs(join(path, name))) : [];
  return Math.max(about.mtimeMs, ...inside);
}

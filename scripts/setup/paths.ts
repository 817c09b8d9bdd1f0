import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export const projectFolder = resolve(import.meta.dirname, '..', '..');

/** A file or folder inside node_modules. */
export function modulePath(...parts: readonly string[]): string {
  return join(projectFolder, 'node_modules', ...parts);
}

/**
 * Where setup keeps what was expensive to make. It lies outside node_modules, because `npm ci` deletes that
 * folder first. Follows the XDG base directory rules, which ask to ignore a relative path.
 */
export function cachePath(...parts: readonly string[]): string {
  const { XDG_CACHE_HOME: configured } = process.env;
  const base = configured?.startsWith('/') ? configured : join(homedir(), '.cache');
  return join(base, 'parlor', ...parts);
}

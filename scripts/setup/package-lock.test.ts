import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from './paths.ts';

type Entry = {
  readonly gypfile?: boolean;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const lock = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Entry>>;
};

// npm takes binding.gyp for an install script and runs node-gyp, which wants Python. better-sqlite3 says
// "gypfile": false in its own package.json, but npm looks for that in the lock file, and drops it there whenever it
// writes the file. npm 11 and later are told by "allowScripts" as well; for npm 10 this line is all there is.
test('better-sqlite3 is marked "gypfile": false (put the line back after npm has rewritten the lock file)', () => {
  expect(lock.packages['node_modules/better-sqlite3']?.gypfile).toBe(false);
});

// Else `npm ci` refuses the lock file. It happens when the registry lacks a package for another platform.
test('the optional packages of all platforms are in the lock file', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) =>
        !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
    ),
  );
  expect(missing).toEqual([]);
});

test('the lock file leaves the choice of the registry to the user', () => {
  const fixed = Object.values(lock.packages).filter((entry) => entry.resolved?.startsWith('http'));
  expect(fixed).toEqual([]);
});

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isBuildFresh } from './freshness.ts';

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'parlor-freshness-'));
  for (const path of ['src/main/index.ts', 'package.json', 'tsconfig.json']) {
    write(path, 100);
  }
  for (const path of ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html']) {
    write(path, 200);
  }
});

afterEach(() => rmSync(project, { recursive: true }));

/** Its folder gets the same time: here only the files shall tell. */
function write(path: string, seconds: number): void {
  const full = join(project, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, '');
  utimesSync(full, seconds, seconds);
  for (let folder = dirname(full); folder !== project; folder = dirname(folder)) {
    utimesSync(folder, seconds, seconds);
  }
}

test('a build newer than every source is fresh', () => {
  expect(isBuildFresh(project)).toBe(true);
});

test.each(['src/main/index.ts', 'package.json', 'tsconfig.json', 'resources/icon.png'])(
  'a newer %s makes it stale',
  (path) => {
    write(path, 300);
    expect(isBuildFresh(project)).toBe(false);
  },
);

test('a removed source makes it stale', () => {
  utimesSync(join(project, 'src/main'), 300, 300);
  expect(isBuildFresh(project)).toBe(false);
});

test('a build that broke off after the first bundle is stale', () => {
  write('src/main/index.ts', 300);
  write('out/main/index.cjs', 400);
  expect(isBuildFresh(project)).toBe(false);
});

test('no build is stale', () => {
  rmSync(join(project, 'out'), { recursive: true });
  expect(isBuildFresh(project)).toBe(false);
});

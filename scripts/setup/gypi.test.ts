import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDefines } from './gypi.ts';
import { modulePath } from './paths.ts';

test('reads the first list of defines without its comments', () => {
  const text = "# 'defines': ['NOT_THIS']\n{ 'defines': [\n  # why\n  'A=1',\n  'B',\n], 'defines!': ['C'] }";
  expect(readDefines(text)).toEqual(['A=1', 'B']);
});

test('refuses a file without defines', () => {
  expect(() => readDefines("{ 'cflags': ['-w'] }")).toThrow('no list of defines');
});

test("finds full-text search in better-sqlite3's own list, and the Node-API version in its binding", () => {
  const read = (...path: string[]) =>
    readDefines(readFileSync(modulePath('better-sqlite3', ...path), 'utf8'));
  expect(read('deps', 'defines.gypi')).toContain('SQLITE_ENABLE_FTS5');
  expect(read('binding.gyp').some((define) => define.startsWith('NAPI_VERSION='))).toBe(true);
});

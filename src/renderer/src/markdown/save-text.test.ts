import { expect, it } from 'vitest';
import { codeFileName } from './save-text.ts';

it.each([
  ['python', 'code.py'],
  ['TypeScript', 'code.ts'],
  ['c++', 'code.cpp'],
  ['json', 'code.json'],
  ['Dockerfile', 'dockerfile'],
  ['', 'code.txt'],
  ['../../etc/passwd', 'code.txt'],
  ['klingon-script', 'code.txt'],
  ['constructor', 'code.txt'],
  ['exe;', 'code.txt'],
])('a block in %j is called %s', (language, expected) => {
  expect(codeFileName(language)).toBe(expected);
});

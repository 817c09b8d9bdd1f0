import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../db/testing/fixtures.ts';
import { createSpellingService, type SpellingService } from './spelling-service.ts';

let folder: ReturnType<typeof temporaryFolder>;
let logged: string[];
const open: SpellingService[] = [];

function start(writeText = (path: string, text: string) => writeFile(path, text)): SpellingService {
  const service = createSpellingService({
    workerPath: join(import.meta.dirname, 'testing/small-speller-worker.mjs'),
    wordsPath: wordsPath(),
    writeFile: writeText,
    log: (line) => logged.push(line),
  });
  open.push(service);
  return service;
}

const wordsPath = () => join(folder.path, 'own-words.txt');

beforeEach(() => {
  folder = temporaryFolder();
  logged = [];
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((service) => service.close()));
  folder.remove();
});

describe('spelling', () => {
  it('finds what is wrong, and suggests what may have been meant', async () => {
    const spelling = start();
    expect(await spelling.check(['tea', 'recieve'])).toEqual(['recieve']);
    expect(await spelling.suggest('recieve')).toEqual(['receive']);
    expect(await spelling.suggest('tea')).toEqual([]);
  });

  it('keeps an added word, also for the next start, each once', async () => {
    const spelling = start();
    expect(await spelling.check(['mochiki'])).toEqual(['mochiki']);
    await Promise.all([
      spelling.addWord('mochiki'),
      spelling.addWord('parlour’s'),
      spelling.addWord('mochiki'),
    ]);
    expect(await spelling.check(['mochiki'])).toEqual([]);
    expect(await readFile(wordsPath(), 'utf8')).toBe('mochiki\nparlour’s\n');
    await spelling.close();
    expect(await start().check(['mochiki', 'parlour’s', 'wrnog'])).toEqual(['wrnog']);
  });

  it('takes a word that cannot be saved for this run, and says that it was not saved', async () => {
    const spelling = start(() => Promise.reject(new Error('disk full')));
    await expect(spelling.addWord('mochiki')).rejects.toThrow('disk full');
    expect(await spelling.check(['mochiki'])).toEqual([]);
    await expect(spelling.addWord('kimochi')).rejects.toThrow('disk full');
  });

  it('calls nothing wrong when its thread is dead, and nobody waits for ever', async () => {
    const spelling = start();
    const waiting = spelling.check(['die', 'wrnog']);
    expect(await waiting).toEqual([]);
    expect(await spelling.check(['wrnog'])).toEqual([]);
    expect(logged).toEqual(['Spelling: Error: the thread died']);
  });
});

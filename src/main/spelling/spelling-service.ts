import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { SpellingAnswer, SpellingRequest } from './spelling-messages.ts';

export interface SpellingService {
  /** Those of the words that are not spelt right; none when nobody can say. */
  check(words: readonly string[]): Promise<readonly string[]>;
  suggest(word: string): Promise<readonly string[]>;
  /** Keeps a word as one that is right. Errors: disk-full, write-failed. */
  addWord(word: string): Promise<void>;
  close(): Promise<void>;
}

export interface SpellingServiceOptions {
  readonly workerPath: string;
  /** The words somebody added, one a line. */
  readonly wordsPath: string;
  readonly writeFile: (path: string, text: string) => Promise<void>;
  readonly log: (line: string) => void;
}

type Unnumbered<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

/** Checks spelling on this computer alone. Its thread begins with the first word. */
export function createSpellingService(options: SpellingServiceOptions): SpellingService {
  const waiting = new Map<number, (words: readonly string[]) => void>();
  let worker: Worker | null = null;
  let hasFailed = false;
  let lastId = 0;
  let saved: Promise<void> = Promise.resolve();

  function fail(thrown: unknown): void {
    hasFailed = true;
    options.log(`Spelling: ${String(thrown)}`);
    for (const answer of waiting.values()) answer([]);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(options.workerPath);
    started.on('message', ({ id, words }: SpellingAnswer) => {
      waiting.get(id)?.(words);
      waiting.delete(id);
    });
    started.on('error', fail);
    started.unref();
    return started;
  }

  async function ask(request: Unnumbered<SpellingRequest>): Promise<readonly string[]> {
    if (hasFailed) return [];
    if (worker === null) {
      worker = start();
      const words = await ownWords(options.wordsPath);
      if (words.length > 0) void ask({ kind: 'add', words });
    }
    const thread = worker;
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      thread.postMessage({ ...request, id });
    });
  }

  async function save(word: string): Promise<void> {
    const words = await ownWords(options.wordsPath);
    if (words.includes(word)) return;
    await options.writeFile(options.wordsPath, `${[...words, word].join('\n')}\n`);
  }

  return {
    check: (words) => ask({ kind: 'check', words }),
    suggest: (word) => ask({ kind: 'suggest', word }),
    async addWord(word) {
      await ask({ kind: 'add', words: [word] });
      saved = saved.catch(() => undefined).then(() => save(word));
      await saved;
    },
    async close() {
      await saved.catch(() => undefined);
      await worker?.terminate();
    },
  };
}

/** None when nobody added one yet. */
async function ownWords(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').filter((word) => word !== '');
}

import { parentPort } from 'node:worker_threads';

// The protocol of spelling-worker.ts with three words; the real dictionary is tested in speller.test.ts. "die" ends it.
const right = new Set(['tea', 'time', 'receive']);

parentPort.on('message', ({ id, kind, words = [], word }) => {
  if (words.includes('die')) throw new Error('the thread died');
  if (kind === 'add') for (const each of words) right.add(each);
  const answers = {
    check: () => words.filter((each) => !right.has(each)),
    suggest: () => (word === 'recieve' ? ['receive'] : []),
    add: () => [],
  };
  parentPort.postMessage({ id, words: answers[kind]() });
});

import { parentPort } from 'node:worker_threads';
import { createEnglishSpeller } from './english.ts';
import type { SpellingAnswer, SpellingRequest } from './spelling-messages.ts';

// A thread of its own: reading the dictionary and finding suggestions take longer than a key press may wait.

if (parentPort === null) throw new Error('spelling-worker.ts runs as a worker thread only');
const port = parentPort;
const speller = createEnglishSpeller();

port.on('message', (request: SpellingRequest) => {
  const answer: SpellingAnswer = { id: request.id, words: answerTo(request) };
  port.postMessage(answer);
});

function answerTo(request: SpellingRequest): readonly string[] {
  switch (request.kind) {
    case 'check':
      return speller.misspelled(request.words);
    case 'suggest':
      return speller.suggest(request.word);
    case 'add':
      for (const word of request.words) speller.add(word);
      return [];
  }
}

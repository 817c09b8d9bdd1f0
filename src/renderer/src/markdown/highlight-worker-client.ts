import type { ColourPart, ColourRequest } from './highlight-protocol.ts';

/** The worker ends when nothing was coloured for so long; starting it again takes some 50 ms. */
const idleMs = 30_000;

type OnPart = (part: ColourPart) => void;

let worker: Worker | undefined;
let lastId = 0;
let sleepTimer: ReturnType<typeof setTimeout> | undefined;
const waiting = new Map<number, OnPart>();

/** Colours code in the worker. The function that comes back stops the answer from being delivered. */
export function colourInWorker(language: string, code: string, onPart: OnPart): () => void {
  lastId += 1;
  const request: ColourRequest = { id: lastId, language, code };
  waiting.set(request.id, onPart);
  clearTimeout(sleepTimer);
  worker ??= startWorker();
  worker.postMessage(request);
  return () => {
    waiting.delete(request.id);
    sleepWhenIdle();
  };
}

function startWorker(): Worker {
  const started = new Worker(new URL('./highlight-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<ColourPart>) => {
    waiting.get(data.id)?.(data);
    if (!data.isLast) return;
    waiting.delete(data.id);
    sleepWhenIdle();
  });
  // Colour is a comfort: without the worker code stays plain.
  started.addEventListener('error', () => waiting.clear());
  return started;
}

function sleepWhenIdle(): void {
  clearTimeout(sleepTimer);
  if (waiting.size > 0) return;
  sleepTimer = setTimeout(() => {
    worker?.terminate();
    worker = undefined;
  }, idleMs);
}

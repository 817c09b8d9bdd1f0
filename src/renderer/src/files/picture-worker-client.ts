import type { PictureMime } from '#shared/picture-kind.ts';
import type { PictureAnswer, PictureOutcome, PictureRequest } from './picture-protocol.ts';

/** The worker ends when nothing was decoded for so long. */
const idleMs = 30_000;

type OnOutcome = (outcome: PictureOutcome) => void;

let worker: Worker | undefined;
let lastId = 0;
let sleepTimer: ReturnType<typeof setTimeout> | undefined;
const waiting = new Map<number, OnOutcome>();

/** Brings a picture into the form in which it is sent, upright and at most `longestSide` pixels long. */
export function convertPicture(blob: Blob, mime: PictureMime, longestSide: number): Promise<PictureOutcome> {
  lastId += 1;
  const request: PictureRequest = { id: lastId, blob, mime, longestSide };
  clearTimeout(sleepTimer);
  worker ??= startWorker();
  worker.postMessage(request);
  return new Promise((resolve) => waiting.set(request.id, resolve));
}

function startWorker(): Worker {
  const started = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) => {
    waiting.get(data.id)?.(data.outcome);
    waiting.delete(data.id);
    sleepWhenIdle();
  });
  // A picture that brings the worker down takes no other one with it: the next gets a new worker.
  started.addEventListener('error', ({ message }) => {
    for (const resolve of waiting.values()) resolve({ kind: 'damaged', detail: message });
    waiting.clear();
    stop();
  });
  return started;
}

function sleepWhenIdle(): void {
  clearTimeout(sleepTimer);
  if (waiting.size === 0) sleepTimer = setTimeout(stop, idleMs);
}

function stop(): void {
  worker?.terminate();
  worker = undefined;
}

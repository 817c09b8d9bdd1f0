import { charactersPerToken, writeAnswer } from '../answer-text.ts';
import type { RunRequest, RunResult } from '../protocol.ts';
import type { View } from './view.ts';

const framesPerSecond = 60;

/**
 * Streams an answer into a view, one batch a frame, as large as what comes in a sixtieth of a second. The frames follow
 * each other as fast as the window draws them.
 */
export async function streamInto(scroller: HTMLElement, view: View, request: RunRequest): Promise<RunResult> {
  const text = writeAnswer(request.kind, request.tokens, request.seed);
  const batch = (request.tokensPerSecond * charactersPerToken) / framesPerSecond;
  const frames = Math.ceil(text.length / batch);
  const colouring = countColourRequests();
  const stepsMs: number[] = [];
  const framesMs: number[] = [];

  function step(shownText: string, isStreaming: boolean): void {
    const start = performance.now();
    view.show(shownText, isStreaming);
    scroller.scrollTop = scroller.scrollHeight;
    stepsMs.push(performance.now() - start);
  }

  let last = await nextFrame();
  for (const frame of framesToShow(frames, request.sample)) {
    step(text.slice(0, Math.round((frame + 1) * batch)), true);
    const now = await nextFrame();
    framesMs.push(now - last);
    last = now;
  }
  const endStep = stepsMs.length;
  step(text, false);
  await untilIdle(colouring);
  const endStepMs = stepsMs[endStep] ?? 0;
  return {
    frames,
    stepsMs: stepsMs.slice(0, endStep),
    framesMs,
    endStepMs,
    finishedAgain: view.finishedAgain?.() ?? null,
    colourRequestsOfOpenFences: colouring.stop(text),
    elements: scroller.querySelectorAll('*').length,
  };
}

/** All frames, or pairs of neighbours at so many places of the stream. */
function framesToShow(frames: number, sample: number | null): readonly number[] {
  if (sample === null) return Array.from({ length: frames }, (_, frame) => frame);
  return Array.from({ length: sample }, (_, place) => {
    const frame = Math.floor(((place + 1) * (frames - 2)) / sample);
    return [frame, frame + 1];
  }).flat();
}

/** A message and not a timer, so that the next frame is drawn at once. */
function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });
}

interface ColourCount {
  readonly lastAt: () => number;
  readonly stop: (text: string) => number;
}

/** Watches what is asked of the highlighter's worker. */
function countColourRequests(): ColourCount {
  const { postMessage } = Worker.prototype;
  const codes: string[] = [];
  let lastAt = performance.now();
  Worker.prototype.postMessage = function (this: Worker, message: { readonly code: string }) {
    codes.push(message.code);
    lastAt = performance.now();
    postMessage.call(this, message);
  };
  return {
    lastAt: () => lastAt,
    stop(text) {
      Worker.prototype.postMessage = postMessage;
      return codes.filter((code) => !isFinishedBlock(text, code)).length;
    },
  };
}

/** Blank lines before the closing fence are no part of a block's code. */
function isFinishedBlock(text: string, code: string): boolean {
  const start = text.indexOf(`\n${code}`);
  return (
    start !== -1 &&
    text
      .slice(start + 1 + code.length)
      .trimStart()
      .startsWith('```')
  );
}

/** Colours and formulas come in the pauses after the text; they are part of what an answer costs. */
async function untilIdle({ lastAt }: ColourCount): Promise<void> {
  for (let quiet = 0; quiet < 10; ) {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    quiet = performance.now() - lastAt() > 200 ? quiet + 1 : 0;
  }
}

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { chunkRuns } from './code-chunks.ts';
import { highlightedBefore, highlightSoon } from './highlight.ts';
import { colourCode } from './highlight-engine.ts';
import { type ColouredChunks, type ColourPart, chunksPerPart } from './highlight-protocol.ts';
import { colourInWorker } from './highlight-worker-client.ts';

vi.mock('./highlight-worker-client.ts', () => ({ colourInWorker: vi.fn() }));

/** The worker's answers, without a thread. */
function answerAtOnce(language: string, code: string, onPart: (part: ColourPart) => void): () => void {
  const runs = colourCode(language, code);
  onPart({ id: 1, chunks: runs === undefined ? [] : chunkRuns(runs), isLast: true });
  return () => undefined;
}

beforeEach(() => {
  vi.mocked(colourInWorker).mockReset().mockImplementation(answerAtOnce);
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
});

afterEach(() => vi.unstubAllGlobals());

/** What was shown after the other, until `lineCount` lines have colour. */
function shown(language: string, code: string): Promise<readonly ColouredChunks[]> {
  return new Promise((resolve) => {
    const states: ColouredChunks[] = [];
    const textOf = (chunks: ColouredChunks) =>
      chunks
        .flat()
        .map((run) => run.text)
        .join('');
    highlightSoon(language, code, (chunks) => {
      states.push(chunks);
      if (chunks.length === 0 || textOf(chunks) === code) resolve(states);
    });
  });
}

it('colours the same code once, and then knows it at once', async () => {
  expect(highlightedBefore('js', 'let once')).toBeUndefined();
  const first = (await shown('js', 'let once')).at(-1);
  expect((await shown('js', 'let once')).at(-1)).toEqual(first);
  expect(highlightedBefore('js', 'let once')).toEqual(first);
  expect(first?.flat()).toEqual([
    { kind: 'keyword', text: 'let' },
    { kind: undefined, text: ' once' },
  ]);
  expect(colourInWorker).toHaveBeenCalledTimes(1);
});

it('shows a long code part by part, also when it is known', async () => {
  const code = 'let a = 1;\n'.repeat(500);
  for (let turn = 0; turn < 2; turn++) {
    const states = await shown('js', code);
    const steps = states.map((chunks, place) => chunks.length - (states[place - 1]?.length ?? 0));
    expect(Math.max(...steps)).toBe(chunksPerPart);
  }
  expect(highlightedBefore('js', code)).toBeUndefined();
  expect(colourInWorker).toHaveBeenCalledTimes(1);
});

it('leaves an unknown language plain and does not ask again', async () => {
  expect(await shown('klingon', 'qapla')).toEqual([[]]);
  expect(highlightedBefore('klingon', 'qapla')).toEqual([]);
  expect(await shown('klingon', 'qapla')).toEqual([[]]);
  expect(colourInWorker).toHaveBeenCalledTimes(1);
});

it('leaves very long code plain without looking at it', async () => {
  expect(await shown('js', 'let a;\n'.repeat(20_000))).toEqual([[]]);
  expect(colourInWorker).not.toHaveBeenCalled();
});

it('does nothing once it is cancelled', async () => {
  const stop = vi.fn();
  vi.mocked(colourInWorker).mockImplementationOnce((language, code, onPart) => {
    answerAtOnce(language, code, onPart);
    return stop;
  });
  highlightSoon('js', 'let cancelled', () => expect.unreachable())();
  await shown('js', 'let other');
  expect(stop).toHaveBeenCalledTimes(1);
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type HighlightedCode, highlightedBefore, highlightWhenIdle } from './highlight.ts';
import { colourCode } from './highlight-engine.ts';

vi.mock('./highlight-engine.ts', { spy: true });

beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.mocked(colourCode).mockClear();
});

function highlighted(language: string, code: string): Promise<HighlightedCode> {
  return new Promise((resolve) => highlightWhenIdle(language, code, resolve));
}

it('colours the same code once, and then knows it at once', async () => {
  expect(highlightedBefore('js', 'let once')).toBeUndefined();
  const first = await highlighted('js', 'let once');
  expect(await highlighted('js', 'let once')).toBe(first);
  expect(highlightedBefore('js', 'let once')?.code).toBe(first);
  expect(first?.flat()).toEqual([
    { kind: 'keyword', text: 'let' },
    { kind: undefined, text: ' once' },
  ]);
  expect(colourCode).toHaveBeenCalledTimes(1);
});

it('leaves an unknown language plain and does not ask again', async () => {
  expect(await highlighted('klingon', 'qapla')).toBeUndefined();
  expect(await highlighted('klingon', 'qapla')).toBeUndefined();
  expect(colourCode).toHaveBeenCalledTimes(1);
});

it('leaves very long code plain without looking at it', async () => {
  expect(await highlighted('js', 'let a;\n'.repeat(20_000))).toBeUndefined();
  expect(colourCode).not.toHaveBeenCalled();
});

it('does nothing once it is cancelled', async () => {
  highlightWhenIdle('js', 'let cancelled', () => expect.unreachable())();
  await highlighted('js', 'let other');
  expect(colourCode).toHaveBeenCalledTimes(1);
  expect(highlightedBefore('js', 'let cancelled')).toBeUndefined();
});

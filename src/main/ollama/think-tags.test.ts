import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatPiece } from './interface.ts';
import { separateThinking } from './think-tags.ts';

const done: ChatPiece = {
  kind: 'done',
  statistics: {
    doneReason: 'stop',
    promptTokens: 1,
    replyTokens: 1,
    loadMs: null,
    promptEvalMs: null,
    evalMs: null,
  },
};

async function* stream(pieces: readonly ChatPiece[], error?: Error): AsyncGenerator<ChatPiece> {
  yield* pieces;
  if (error !== undefined) throw error;
}

async function separated(pieces: AsyncIterable<ChatPiece>) {
  const texts = { content: '', thinking: '' };
  for await (const piece of separateThinking(pieces)) {
    if (piece.kind !== 'done') texts[piece.kind] += piece.text;
  }
  return texts;
}

const inContent = (...texts: readonly string[]) => texts.map((text) => ({ kind: 'content' as const, text }));

describe('thinking inside the answer', () => {
  it.each([
    ['<think>\nhm, tea\n</think>\n\nGreen.', 'hm, tea\n', 'Green.'],
    ['<think></think>Green.', '', 'Green.'],
    ['\n <think>a</think>\nb <think>c</think>', 'a', 'b <think>c</think>'],
    ['No tags, <think>not here</think>.', '', 'No tags, <think>not here</think>.'],
    ['<thinker>', '', '<thinker>'],
    ['<think>never closed', 'never closed', ''],
    ['<think>a </thin', 'a </thin', ''],
    ['<thi', '', '<thi'],
    ['', '', ''],
  ])('%j, at every cut', async (text, thinking, content) => {
    for (let cut = 0; cut <= text.length; cut += 1) {
      const pieces = [...inContent(text.slice(0, cut), text.slice(cut)), done];
      expect(await separated(stream(pieces))).toEqual({ thinking, content });
    }
    expect(await separated(stream([...inContent(...text), done]))).toEqual({ thinking, content });
  });

  it('is left alone where the server separates it itself', async () => {
    const pieces: readonly ChatPiece[] = [
      { kind: 'thinking', text: 'hm' },
      { kind: 'content', text: '<think> is a tag' },
      done,
    ];
    expect(await separated(stream(pieces))).toEqual({ thinking: 'hm', content: '<think> is a tag' });
  });

  it('does not swallow what it held back when the stream breaks', async () => {
    const seen: ChatPiece[] = [];
    const broken = separateThinking(stream(inContent('<thi'), new Error('cut')));
    await expect(
      (async () => {
        for await (const piece of broken) seen.push(piece);
      })(),
    ).rejects.toThrow('cut');
    expect(seen).toEqual([{ kind: 'content', text: '<thi' }]);
  });

  it('loses and adds no text without tags', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ minLength: 1 })), async (texts) => {
        fc.pre(!texts.join('').trimStart().startsWith('<think>'));
        expect((await separated(stream([...inContent(...texts), done]))).content).toBe(texts.join(''));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatDelta } from '#shared/contract/chat.ts';
import { applyDelta, isMissingText, newLiveReply } from './live-reply.ts';

const ids = { sessionId: '0123456789', replyId: 'reply' };
const fresh = newLiveReply(ids);

function delta(offset: number, text: string, over: Partial<ChatDelta> = {}): ChatDelta {
  return { ...ids, kind: 'content', offset, text, ...over };
}

function readAll(deltas: readonly ChatDelta[]) {
  return deltas.reduce((reply, each) => applyDelta(reply, each, 1_000), fresh);
}

/** A text cut into pieces at any places, surrogate pairs included. */
const piecesOfText = fc
  .tuple(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(fc.nat({ max: 60 }), { maxLength: 12 }))
  .map(([whole, cuts]) => {
    const places = [...new Set([0, ...cuts.filter((cut) => cut < whole.length), whole.length])].sort(
      (one, other) => one - other,
    );
    const deltas = places
      .slice(0, -1)
      .map((from, index) => delta(from, whole.slice(from, places[index + 1])));
    return { whole, deltas };
  });

describe('applyDelta', () => {
  it('puts pieces that arrive in order together exactly', () => {
    fc.assert(
      fc.property(piecesOfText, ({ whole, deltas }) => {
        expect(readAll(deltas).content.known).toBe(whole);
      }),
    );
  });

  it('gives the exact text for any order, repetition and overlap of the pieces', () => {
    const arrivals = piecesOfText.chain(({ whole, deltas }) =>
      fc
        .tuple(
          fc.array(fc.nat({ max: Math.max(0, deltas.length - 1) }), { maxLength: 8 }),
          fc.array(fc.tuple(fc.nat({ max: whole.length }), fc.nat({ max: 20 })), { maxLength: 6 }),
        )
        .chain(([repeated, overlaps]) => {
          const more = repeated.flatMap((index) => deltas[index] ?? []);
          const overlapping = overlaps.map(([from, length]) => delta(from, whole.slice(from, from + length)));
          const all = [...deltas, ...more, ...overlapping];
          return fc.record({
            whole: fc.constant(whole),
            all: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          });
        }),
    );
    fc.assert(
      fc.property(arrivals, ({ whole, all }) => {
        const reply = readAll(all);
        expect(reply.content.known).toBe(whole);
        expect(isMissingText(reply)).toBe(false);
      }),
    );
  });

  it('keeps the very same object when a piece brings nothing new', () => {
    const reply = readAll([delta(0, 'Hello')]);
    expect(applyDelta(reply, delta(0, 'Hel'), 2_000)).toBe(reply);
    expect(applyDelta(reply, delta(5, ''), 2_000)).toBe(reply);
    expect(applyDelta(reply, delta(5, '!', { replyId: 'another' }), 2_000)).toBe(reply);
  });

  it('notices a gap, and closes it when the missing piece comes', () => {
    const withGap = readAll([delta(0, 'Hel'), delta(4, 'o')]);
    expect(withGap.content.known).toBe('Hel');
    expect(isMissingText(withGap)).toBe(true);
    expect(applyDelta(withGap, delta(3, 'l'), 2_000).content.known).toBe('Hello');
  });

  it('keeps thinking and content apart, and when each began', () => {
    const thinking = applyDelta(fresh, delta(0, 'Hm', { kind: 'thinking' }), 1_000);
    const writing = applyDelta(thinking, delta(0, 'Yes'), 7_000);
    expect(writing).toMatchObject({ thinkingSince: 1_000, contentSince: 7_000 });
    expect([writing.thinking.known, writing.content.known]).toEqual(['Hm', 'Yes']);
  });
});

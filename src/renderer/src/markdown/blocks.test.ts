import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import type { AnswerToken } from './answer-tokens.ts';
import { type BlockList, finishBlocks, growBlocks, isShown, noBlocks } from './blocks.ts';
import { lexMarkdown, normaliseLineEnds } from './lex.ts';
import { beginnings, markdownDocument, markdownWithoutDefinitions } from './testing/sample-markdown.ts';

declare const process: { memoryUsage(): { readonly heapUsed: number } };

const pieces = fc.array(fc.integer({ min: 1, max: 17 }), { minLength: 1, maxLength: 5 });

function shownTokens(list: BlockList): readonly AnswerToken[] {
  return [...list.closed, ...list.open].map((block) => block.token);
}

function lexAtOnce(text: string, mayGrow: boolean): readonly AnswerToken[] {
  return lexMarkdown(normaliseLineEnds(text), {}, mayGrow).tokens.filter(isShown);
}

function grow(texts: readonly string[]): BlockList {
  return texts.reduce(growBlocks, noBlocks);
}

describe('blocks of a growing text', () => {
  it('are at every moment what lexing the text at once gives', () => {
    fc.assert(
      fc.property(markdownWithoutDefinitions, pieces, (text, lengths) => {
        let list = noBlocks;
        for (const beginning of beginnings(text, lengths)) {
          list = growBlocks(list, beginning);
          expect(shownTokens(list)).toEqual(lexAtOnce(beginning, true));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are what lexing gives in a paragraph full of marks, begun and never ended ones too', () => {
    const parts = [
      'a',
      'b c',
      ' ',
      ' ',
      'Word ',
      '*',
      '**',
      '_',
      '__',
      '~~',
      '`',
      '``',
      '[',
      ']',
      '(',
      ')',
      '](u)',
      '!',
      '<',
      '>',
    ];
    const others = [
      '<b>',
      '$',
      '$x$',
      '\\(',
      '\\)',
      '\\',
      '&amp;',
      '&',
      '[^1]',
      'www.a.bc',
      'http://d.ef',
      'g@h.ij',
      '.',
      '5',
      '|',
      '\n',
    ];
    const marks = fc.array(fc.constantFrom(...parts, ...others), { minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(marks, pieces, (words, lengths) => {
        let list = noBlocks;
        for (const beginning of beginnings(`So it is: ${words.join('')}`, lengths)) {
          list = growBlocks(list, beginning);
          expect(shownTokens(list)).toEqual(lexAtOnce(beginning, true));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are, once finished, what lexing gives, with link definitions in any place', () => {
    fc.assert(
      fc.property(markdownDocument, pieces, (text, lengths) => {
        const list = finishBlocks(grow(beginnings(text, lengths)), text);
        expect(shownTokens(list)).toEqual(lexAtOnce(text, false));
      }),
      {
        numRuns: 500,
        examples: [
          // Found among 33,000: the last line makes one heading of all the blocks before it.
          ['plain words\n$$ x $$\n    deeper\nplain words\n===\n', [1]],
          ['> - list in quote\n\\[\n   \nplain words\n  ```\n', [1]],
          ['Write <a href="x"> here.\n\nb\n\nc\n\nd\n\nSee https://example.org', [1]],
        ],
      },
    );
  });

  it('keep the identity of closed blocks while text grows', () => {
    fc.assert(
      fc.property(markdownDocument, pieces, (text, lengths) => {
        let before = noBlocks;
        for (const beginning of beginnings(text, lengths)) {
          const after = growBlocks(before, beginning);
          before.closed.forEach((block, place) => {
            expect(after.closed[place]).toBe(block);
          });
          before = after;
        }
      }),
    );
  });

  it('keep the identity of all blocks that come out the same when the text is finished', () => {
    const text = '# A\n\none\n\n- x\n- y\n\n```js\nlet a\n```\n\nend';
    const grown = grow(beginnings(text, [3]));
    const finished = finishBlocks(grown, text);
    const all = [...grown.closed, ...grown.open];
    expect(finished.closed).toHaveLength(5);
    finished.closed.forEach((block, place) => {
      expect(block).toBe(all[place]);
    });
  });

  it('replace at the end only the block whose link is defined below it', () => {
    const text = 'first\n\nsee [ref]\n\nthird\n\nfourth\n\n[ref]: https://example.org';
    const grown = grow(beginnings(text, [5]));
    const finished = finishBlocks(grown, text);
    const before = [...grown.closed, ...grown.open];
    expect(finished.closed.map((block, place) => block === before[place])).toEqual([true, false, true, true]);
  });

  it('use a definition for the text that follows it at once', () => {
    const list = grow(beginnings('[ref]: https://example.org\n\na\n\nb\n\nsee [ref] and more', [4]));
    expect(JSON.stringify(list.open.at(-1)?.token)).toContain('https://example.org');
  });

  it('lex only the last two blocks again', () => {
    const list = grow(beginnings('one\n\ntwo\n\nthree\n\nfour', [2]));
    expect(list.closed.map((block) => block.token.raw)).toEqual(['one', 'two']);
    expect(list.source.slice(list.openFrom)).toBe('three\n\nfour');
  });

  it('keep untouched items of a list that grows', () => {
    const before = growBlocks(noBlocks, '- one\n- two\n- thr');
    const after = growBlocks(before, '- one\n- two\n- three');
    const itemsOf = (list: BlockList) => {
      const token = list.open[0]?.token;
      return token?.type === 'list' ? token.items : [];
    };
    expect(itemsOf(after).map((item, place) => item === itemsOf(before)[place])).toEqual([true, true, false]);
  });

  it('start again when the text is another one', () => {
    const list = growBlocks(growBlocks(noBlocks, 'first answer\n\nx'), 'second answer');
    expect(shownTokens(list)).toEqual(lexAtOnce('second answer', true));
  });

  it('go on after a finished answer and keep what stays', () => {
    const finished = finishBlocks(noBlocks, 'one\n\ntwo\n\nthree');
    const continued = growBlocks(finished, 'one\n\ntwo\n\nthree and more');
    expect(continued.closed[0]).toBe(finished.closed[0]);
    expect(continued.open[0]).toBe(finished.closed[1]);
    expect(continued.open[1]).not.toBe(finished.closed[2]);
  });

  it('are the same list when nothing was added', () => {
    const list = growBlocks(noBlocks, 'text');
    expect(growBlocks(list, 'text')).toBe(list);
    const finished = finishBlocks(list, 'text');
    expect(finishBlocks(finished, 'text')).toBe(finished);
  });

  it('keep no more of the text alive than there is', async () => {
    const v8 = await vi.importActual<{ setFlagsFromString(flags: string): void }>('node:v8');
    const vm = await vi.importActual<{ runInNewContext(code: string): () => void }>('node:vm');
    v8.setFlagsFromString('--expose-gc');
    const collect = vm.runInNewContext('gc');
    const heapMb = () => {
      collect();
      return process.memoryUsage().heapUsed / 1e6;
    };
    const before = heapMb();
    let text = '';
    let list = noBlocks;
    for (let number = 0; number < 300; number += 1) {
      for (const piece of [
        `Paragraph ${number} with **some** words, `,
        'long enough for a slice.\n\n',
        '- item\n\n',
      ]) {
        text += piece;
        list = growBlocks(list, text);
      }
    }
    // 20 kB of text in 900 steps: with all of it kept at every step it was more than 10.
    expect(heapMb() - before).toBeLessThan(4);
    expect(list.closed.length).toBeGreaterThan(500);
  });
});

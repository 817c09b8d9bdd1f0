import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AnswerView } from './answer-view.tsx';
import { finishBlocks, noBlocks } from './blocks.ts';
import { Markdown } from './markdown.tsx';
import { nothingShown, type ShownAnswer, showAnswer } from './shown-answer.ts';
import { beginnings, markdownDocument, richSamples } from './testing/sample-markdown.ts';

/** Without class names, which say nothing here. */
function bare(markup: string): string {
  return markup.replace(/ class="[^"]*"/g, '');
}

function draw(shown: ShownAnswer, isStreaming: boolean): string {
  return bare(renderToStaticMarkup(<AnswerView shown={shown} isStreaming={isStreaming} />));
}

/** The page after the text has come in pieces and ended. */
function streamed(texts: readonly string[], text: string): string {
  const grown = texts.reduce((shown, beginning) => showAnswer(shown, beginning, true), nothingShown);
  // Not through showAnswer, which would find the finished blocks of the same text in its cache.
  const list = finishBlocks(grown.list, text);
  return draw({ ...nothingShown, list, groups: [list.closed], footnotes: list.footnotes }, false);
}

function atOnce(text: string): string {
  const list = finishBlocks(noBlocks, text);
  return draw({ ...nothingShown, list, groups: [list.closed], footnotes: list.footnotes }, false);
}

describe('an answer that has come in pieces', () => {
  it('is in the end the page of the whole text at once, for any text and any pieces', () => {
    const pieces = fc.array(fc.integer({ min: 1, max: 17 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(markdownDocument, pieces, (text, lengths) => {
        expect(streamed(beginnings(text, lengths), text)).toBe(atOnce(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each(richSamples)('is so for every place to cut: %#', (text) => {
    const expected = atOnce(text);
    for (let cut = 0; cut <= text.length; cut++) {
      expect(streamed([text.slice(0, cut), text], text)).toBe(expected);
    }
  });

  it('keeps closed blocks as they are, with every piece', () => {
    fc.assert(
      fc.property(markdownDocument, (text) => {
        let before = nothingShown;
        for (const beginning of beginnings(text, [3])) {
          const after = showAnswer(before, beginning, true);
          const blocks = after.groups.flat();
          before.list.closed.forEach((block, place) => {
            expect(blocks[place]).toBe(block);
          });
          before = after;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the groups in which nothing has changed', () => {
    const text = 'words\n\n'.repeat(100);
    const before = showAnswer(nothingShown, `${text}one`, true);
    const after = showAnswer(before, `${text}one more`, true);
    expect(before.groups).toHaveLength(4);
    expect(after.groups.map((group, place) => group === before.groups[place])).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('while it is half-written', () => {
  const page = (text: string) =>
    bare(renderToStaticMarkup(<Markdown text={text} isStreaming />))
      .replace('<span aria-hidden="true"></span>', '')
      .replaceAll(' dir="auto"', '')
      .replace(/^<div>(.*)<\/div>$/s, '$1');

  it.each([
    ['some **bold wor', '<p>some <strong>bold wor</strong></p>'],
    ['some **bold word*', '<p>some <strong>bold word</strong></p>'],
    ['some **bold word**', '<p>some <strong>bold word</strong></p>'],
    ['some **', '<p>some </p>'],
    ['an *it', '<p>an <em>it</em></p>'],
    ['an _it', '<p>an <em>it</em></p>'],
    ['***both', '<p><em><strong>both</strong></em></p>'],
    ['**bold and *soft', '<p><strong>bold and <em>soft</em></strong></p>'],
    ['~~gone', '<p><del>gone</del></p>'],
    ['call `code(', '<p>call <code>code(</code></p>'],
    ['call `a` and `b', '<p>call <code>a</code> and <code>b</code></p>'],
    ['2 * 3 is', '<p>2 * 3 is</p>'],
    ['snake_case_na', '<p>snake_case_na</p>'],
    ['see [the lin', '<p>see the lin</p>'],
    ['see [the link](https://exam', '<p>see the link</p>'],
    ['![a pict', '<p>a pict</p>'],
    ['H<sub>2', '<p>H<sub>2</sub></p>'],
    ['H<su', '<p>H</p>'],
    ['so $x^2 +', '<p>so <code dir="ltr">x^2 +</code></p>'],
    ['so \\(x', '<p>so <code dir="ltr">x</code></p>'],
    ['it costs $5 and', '<p>it costs $5 and</p>'],
    ['one **two** and **thr', '<p>one <strong>two</strong> and <strong>thr</strong></p>'],
    ['- a **b', '<ul><li>a <strong>b</strong></li></ul>'],
    ['> *q', '<blockquote><p><em>q</em></p></blockquote>'],
    ['# **h', '<h3><strong>h</strong></h3>'],
    ['text\n-', '<p>text</p>'],
    ['text\n- ', '<p>text</p>'],
    ['text\n==', '<p>text</p>'],
    ['- a\n- [', '<ul><li>a</li></ul>'],
    ['text\n``', '<p>text</p>'],
    ['```js\nlet a\n``', '```js\nlet a'],
    ['| a | b |', '| a | b |\n|---|---|'],
    ['| a | b |\n|--', '| a | b |\n|---|---|'],
    ['| a | b |\n|---|---|\n| **c', '| a | b |\n|---|---|\n| **c** |'],
  ])('%j', (text, expected) => {
    expect(page(text)).toBe(expected.startsWith('<') ? expected : page(`${expected}\n`));
  });
});

it('never takes back what was shown, so that no block is read twice', () => {
  fc.assert(
    fc.property(
      markdownDocument,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      (text, lengths) => {
        let before = nothingShown;
        // Carriage returns are dropped before anything is counted.
        for (const beginning of beginnings(text.replaceAll('\r', ''), lengths)) {
          const after = showAnswer(before, beginning, true);
          expect(after.list.source.startsWith(before.list.source)).toBe(true);
          expect(after.list.openFrom).toBeGreaterThanOrEqual(before.list.openFrom);
          before = after;
        }
      },
    ),
  );
});

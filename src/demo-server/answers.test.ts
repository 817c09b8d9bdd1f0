import { describe, expect, it } from 'vitest';
import { answerTo, demoLabel } from './answers.ts';
import { cutIntoPieces } from './pieces.ts';

const prompts = [
  'hello',
  'python',
  'TypeScript?',
  'an SQL query',
  'a table',
  'plan',
  'languages',
  'markdown',
  'story',
];

describe('the answers of the demo', () => {
  it('are different, and each says that no model is running', () => {
    const answers = [...prompts, 'a long answer'].map(answerTo);
    expect(new Set(answers).size).toBe(answers.length);
    for (const answer of answers) expect(answer.startsWith(demoLabel)).toBe(true);
  });

  it('are long when a long one is wanted', () => {
    expect(answerTo('Write a LONG text').split(/\s+/).length).toBeGreaterThan(1_400);
  });

  it('tell how to get real models when nothing else fits', () => {
    expect(answerTo('xyzzy')).toContain('ollama pull');
    expect(answerTo('')).toBe(answerTo('xyzzy'));
  });

  it('understand a prompt in Japanese', () => {
    expect(answerTo('おはよう')).toContain('日本語');
  });

  it('hold every construct there is between them', () => {
    const all = [...prompts, 'long'].map(answerTo).join('\n');
    const constructs = {
      heading: /^## /m,
      table: /^\|:?-+/m,
      task: /^- \[x\] /m,
      footnote: /^\[\^\w+\]: /m,
      'nested list': /^ {2,}(?:-|\d\.) /m,
      quote: /^> /m,
      autolink: /(?<![(<])https:\/\/\S+/,
      'remote picture': /!\[[^\]]+\]\(https:/,
      code: /^```python$/m,
      diagram: /^```mermaid$/m,
      'inline formula': /\$e\^/,
      'formula of its own': /^\$\$$/m,
      price: /of \$5\./,
      'folded part': /<details>/,
      'many scripts': /漢字/,
    };
    for (const [name, construct] of Object.entries(constructs)) expect(construct.test(all), name).toBe(true);
  });

  it('close every code block they open', () => {
    for (const prompt of [...prompts, 'long']) {
      expect(answerTo(prompt).split('```').length % 2).toBe(1);
    }
  });
});

describe('cutting a text into pieces', () => {
  it('keeps the text and never cuts a code point', () => {
    const text = answerTo('markdown') + answerTo('languages');
    const pieces = cutIntoPieces(text);
    expect(pieces.join('')).toBe(text);
    expect(pieces.every((piece) => [...piece].length <= 4 && !/[\uD800-\uDFFF]/u.test(piece))).toBe(true);
    expect(cutIntoPieces('')).toEqual([]);
  });
});

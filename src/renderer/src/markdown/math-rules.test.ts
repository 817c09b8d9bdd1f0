import { describe, expect, it } from 'vitest';
import type { AnswerToken } from './answer-tokens.ts';
import { answerTokens, lexMarkdown } from './lex.ts';

/** The formulas of a text, display formulas in double brackets. */
function formulas(source: string, mayGrow = false): string[] {
  const found: string[] = [];
  const visit = (tokens: readonly AnswerToken[]) => {
    for (const token of tokens) {
      if (token.type === 'math') found.push(token.isDisplay ? `[[${token.text}]]` : token.text);
      else if (token.type === 'list') for (const item of token.items) visit(answerTokens(item.tokens));
      else if ('tokens' in token) visit(answerTokens(token.tokens));
    }
  };
  visit(lexMarkdown(source, {}, mayGrow).tokens);
  return found;
}

describe('formulas', () => {
  it.each([
    ['so $x^2$ and $y$-axis, ($z$)', ['x^2', 'y', 'z']],
    ['\\(a_b\\) then \\[c\\]', ['a_b', '[[c]]']],
    ['$$\nx\n= y\n- z\n$$', ['[[x\n= y\n- z]]']],
    ['words\n$$ x $$\nwords', ['[[x]]']],
    ['words $$x$$ words', ['[[x]]']],
    ['\\[\na \\\\\nb\n\\]', ['[[a \\\\\nb]]']],
    ['- item $a$\n  $$\n  b\n  $$', ['a', '[[b]]']],
    ['**bold $x$** and *soft $a*b$ end*', ['x', 'a*b']],
    ['# heading $x$', ['x']],
    ['$5 \\times 3$', ['5 \\times 3']],
    ['$2$ and $3x$', ['2', '3x']],
  ])('are found in %j', (source, expected) => {
    expect(formulas(source)).toEqual(expected);
  });

  it.each([
    '$5 and $10',
    'between $5-$10 or $5/$6',
    'US$5, NZ$6 and A$ 7',
    'it costs 5$ or 6$',
    'from $100 million to 200 in US$',
    '$HOME and $PATH, $HOME/$PATH',
    'a $ sign and a $ sign',
    '\\$x\\$ and `$y$`',
    '```\n$x$\n$$\ny\n$$\n```',
    '    $x$',
    '[a](https://example.org/$x$)',
    '$$\n\nblank line inside\n\n$$',
    '\\( \\) and \\[ \\]',
    '$$ and more words',
  ])('are not found in %j', (source) => {
    expect(formulas(source)).toEqual([]);
  });

  it('may lack their end only while the text can grow', () => {
    expect(formulas('text\n\n$$\nx = \\frac{1}', true)).toEqual(['[[x = \\frac{1}]]']);
    expect(formulas('text\n\n$$\nx = \\frac{1}', false)).toEqual([]);
  });
});

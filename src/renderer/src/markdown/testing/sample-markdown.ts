import fc from 'fast-check';

/** Lines that open, continue, close or interrupt blocks; joined at random they make nasty documents. */
const lines = [
  'plain words',
  'words with **bold**, *soft*, `code` and ~~gone~~',
  '**open bold',
  '`open code',
  '[text](https://example.org/a?b=1&amp;c "title")',
  '[half](https://exam',
  '![picture](https://example.org/x.png)',
  'a line that ends hard  ',
  'backslash\\',
  '# Heading',
  '## Second #',
  '#tag',
  '#',
  'Setext',
  '===',
  '---',
  '***',
  '- item',
  '- [ ] task',
  '- [x] done',
  '  - nested',
  '    deeper',
  '* star',
  '1. one',
  '2. two',
  '10) ten',
  '-',
  '> quote',
  '> - list in quote',
  '> ```',
  '>',
  'lazy line',
  '```',
  '```python',
  '    indented code',
  '  ```',
  '~~~~',
  'let x = 1;',
  '| a | b |',
  '|---|:-:|',
  '| 1 | 2 |',
  'an <a href="https://example.org/x"> never closed',
  'See https://example.org/y and </a> end',
  '<div>',
  '</div>',
  '<!-- comment',
  '-->',
  '<span>inline</span>',
  '&amp; &lt; &#65;',
  'a formula $x_1^2$ and *one $y*z$ more*, for $5 or 6$',
  'half $\\frac{a}{',
  '$$',
  '$$ x $$',
  '= b',
  '  $$',
  '\\[',
  '\\]',
  '\\(a\\) and \\(b',
  'H<sub>2</sub>O <kbd>Ctrl',
  '<details>',
  '<summary>Title</summary>',
  '</details>',
  '```mermaid',
  '\ttab',
  'https://example.org/path_(x)',
  '日本語の文',
  'مرحبا بالعالم',
  '',
  '',
  '',
  '   ',
];

const definitions = [
  '[ref]: https://example.org/ref',
  '[ref]',
  '[text][ref]',
  '[^1]: note',
  'see [^1] and [^b]',
  '[^b]: **bold** note',
  '    more of the note',
  '- [^B] in a list',
];

const newlines = fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n');

export const markdownWithoutDefinitions: fc.Arbitrary<string> = documentOf(lines);
export const markdownDocument: fc.Arbitrary<string> = documentOf([...lines, ...definitions]);

function documentOf(parts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(fc.constantFrom(...parts), newlines), { maxLength: 24 })
    .map((pairs) => pairs.map(([line, newline]) => line + newline).join(''));
}

/** The beginnings of a text, growing by pieces of the given lengths in turn until it is whole. */
export function beginnings(text: string, pieceLengths: readonly number[]): string[] {
  const result: string[] = [];
  for (let end = 0, turn = 0; end < text.length; turn++) {
    end += pieceLengths[turn % pieceLengths.length] ?? 1;
    result.push(text.slice(0, end));
  }
  return result;
}

/** One sample of every construct and how they meet; short, for they are cut at every place. */
export const richSamples: readonly string[] = [
  '# Title\n\nSome **bold**, *soft*, ~~gone~~ and `code`.\nA [link](https://example.org "t") and https://example.org/x.\n\n---\nSetext\n===\n',
  '- one\n- two\n  - deeper\n    1. deepest\n- [x] done\n- [ ] open\n\n3. three\n\n   with a paragraph\n4. four\nlazy\n',
  '| a | b |\n|:--|--:|\n| `1\\|2` | **3** |\n| 4 |\n\nafter\n',
  '```python\ndef f():\n    return "```"\n```\n\n~~~\nx\n\ny\n~~~\n    indented\n',
  'A note[^1] and [^b].\n\n[^1]: first *words*\n    and more\n\n    a paragraph\n\nBetween.\n\n[^b]: second\n',
  'See [ref] and [text][ref].\n\n- [ref]\n\n[ref]: https://example.org/ref "title"\n\nLater [ref].\n',
  'Let $x_1 = 2$ and \\(y\\).\n\n$$\na\n= b\n- c\n$$\nthen\n\\[\nz \\\\\n\\]\n\nIt is $5 or $6. Or $$d$$ in line.\n',
  'x<sub>1</sub> <kbd>Ctrl</kbd><br>\n\n<details open>\n<summary>More *x*</summary>\n\n- a\n\n```\nb\n```\n</details>\n\n<div onclick="x">raw</div>\n',
  '> quote **b**\n> > inner\n> - list\n\n> ```js\n> let a\n> ```\n\n```mermaid\ngraph TD; A-->B\n```\n',
];

import fc from 'fast-check';

/** Lines that open, continue, close or interrupt blocks; joined at random they make nasty documents. Test data. */
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
  '<div>',
  '</div>',
  '<!-- comment',
  '-->',
  '<span>inline</span>',
  '&amp; &lt; &#65;',
  '\ttab',
  'https://example.org/path_(x)',
  '日本語の文',
  'مرحبا بالعالم',
  '',
  '',
  '',
  '   ',
];

const definitions = ['[ref]: https://example.org/ref', '[ref]', '[text][ref]', '[^1]: note', 'see [^1]'];

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

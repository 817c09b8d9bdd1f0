import { expect, test } from 'vitest';
import { closingOfOpenBlock } from './open-block.ts';

test.each([
  ['a fence', 'See:\n```js\nlet a;', '```'],
  ['a longer fence around a shorter one', '````md\n```\nx\n```', '````'],
  ['a fence of tildes around one of backticks', '~~~\n```\n```', '~~~'],
  ['a fence with Windows line ends', '```\r\na\r\n```\r\n```js\r\nlet a;\r\n', '```'],
  ['a fence opened after a list', '- a\n  - b\n\n```js\nlet a;', '```'],
  ['an HTML element that swallows lines', 'a\n\n<pre>\nb', '</pre>'],
  ['one in capitals', '<SCRIPT>\nb', '</SCRIPT>'],
])('closes %s', (_name, text, closing) => {
  expect(closingOfOpenBlock(text)).toBe(closing);
});

test.each([
  ['nothing special', 'a\n\nb'],
  ['a closed fence', '```js\nlet a;\n```'],
  ['a fence in a list, which ends with the list', '- a\n  ```js\n  let a;'],
  ['a fence in a quote, which ends with the quote', '> ```\n> a'],
  ['code inside a line', 'a ```b``` c'],
  ['an indented fence, which is code', 'a\n\n    ```\n    b'],
  ['a closed element', '<pre>\na\n</pre>\n'],
  ['an element in the middle of a line', 'use <pre> here'],
])('adds nothing to %s', (_name, text) => {
  expect(closingOfOpenBlock(text)).toBeNull();
});

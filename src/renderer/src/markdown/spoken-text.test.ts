import { expect, it } from 'vitest';
import { nothingSpoken, speakAnswer } from './spoken-text.ts';

const spoken = (source: string) => speakAnswer(nothingSpoken, source, false).text;

it('says words, not marks', () => {
  expect(spoken('## A *title*\n\nSome **bold** `code` and [a link](https://example.org).')).toBe(
    'A title\nSome bold code and a link.',
  );
  expect(spoken('- [x] one\n- two\n\n> said')).toBe('one\ntwo\nsaid');
  expect(spoken('| a | b |\n|---|---|\n| 1 | 2 |')).toBe('a, b\n1, 2');
});

it('names a block of code once and reads none of it', () => {
  expect(spoken('Look:\n\n```python\nprint(1)\nprint(2)\n```\n\nDone.')).toBe(
    'Look:\nCode block, python.\nDone.',
  );
  expect(spoken('```\nx\n```')).toBe('Code block.');
});

it('grows with the answer', () => {
  const first = speakAnswer(nothingSpoken, 'One. Two', true);
  const second = speakAnswer(first, 'One. Two is it.\n\n```js\nlet', true);
  expect(first.text).toBe('One. Two');
  expect(second.text.startsWith('One. Two is it.\nCode block')).toBe(true);
});

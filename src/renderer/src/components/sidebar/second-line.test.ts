import { expect, it } from 'vitest';
import { text } from '#shared/text/index.ts';
import { secondLine } from './second-line.ts';

const session = { preview: 'Why is the sky blue?', messageCount: 4, model: 'tea:latest' };

it('is how the session begins', () => {
  expect(secondLine(session, 'Light and air')).toBe('Why is the sky blue?');
  expect(secondLine({ ...session, preview: '' }, 'Light and air')).toBe(text.library.noMessages);
});

it('does not say again what the title says', () => {
  expect(secondLine(session, 'Why is the sky blue?')).toBe('4 messages · tea:latest');
  const long = 'A question whose first line is longer than a preview may be';
  expect(secondLine({ ...session, model: null, preview: `${long.slice(0, 50)}...` }, long)).toBe(
    '4 messages',
  );
});

it('is not taken for said where the title only begins with the same letters', () => {
  expect(secondLine({ ...session, preview: 'Hi' }, 'History of Rome')).toBe('Hi');
  expect(secondLine({ ...session, preview: '...' }, 'Dots')).toBe('...');
});

it('says what follows the line the title was made of', () => {
  expect(secondLine({ ...session, preview: 'Hello.\nWhy is it?' }, 'Hello.')).toBe('Hello.\nWhy is it?');
});

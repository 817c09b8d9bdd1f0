import { describe, expect, it } from 'vitest';
import { errorText } from './error-text.ts';

const nested = JSON.stringify({ error: { code: 500, message: 'no pictures, please', type: 'server_error' } });

describe('the sentence inside an error', () => {
  it.each([
    ['plain text', 'plain text'],
    ['  with space \n', 'with space'],
    [{ error: 'in an object' }, 'in an object'],
    ['{"error":"in a body"}', 'in a body'],
    [{ message: 'a message' }, 'a message'],
    [{ error: { message: 'inside' } }, 'inside'],
    [nested, 'no pictures, please'],
    [{ error: nested }, 'no pictures, please'],
    [JSON.stringify({ error: nested }), 'no pictures, please'],
    ['{ not JSON', '{ not JSON'],
    ['{"code":7}', '{"code":7}'],
  ])('is found in %j', (error, text) => {
    expect(errorText(error)).toBe(text);
  });

  it.each([null, undefined, 7, [], '', '   ', {}, { code: 7 }])('is missing in %j', (error) => {
    expect(errorText(error)).toBeNull();
  });

  it('is cut when it is a novel', () => {
    expect(errorText('x'.repeat(100_000))?.length).toBeLessThan(600);
  });
});

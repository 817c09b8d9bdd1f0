import { describe, expect, it } from 'vitest';
import { enterParameter, shownValue } from './parameter-fields.ts';

describe('enterParameter', () => {
  it('takes a value, and with an empty field the default of the model', () => {
    expect(enterParameter('temperature', ' 0.7 ')).toEqual({
      isValid: true,
      changes: { temperature: 0.7 },
    });
    expect(enterParameter('temperature', '')).toEqual({
      isValid: true,
      changes: { temperature: null },
    });
  });

  it('understands a decimal comma', () => {
    expect(enterParameter('topP', '0,9')).toEqual({ isValid: true, changes: { topP: 0.9 } });
  });

  it('takes one stop text a line', () => {
    expect(enterParameter('stop', 'END\n\n###\n')).toEqual({
      isValid: true,
      changes: { stop: ['END', '###'] },
    });
  });

  it.each([
    ['temperature', 'warm', 'This has to be a number.'],
    ['temperature', '9', 'This may be at most 5.'],
    ['topK', '1.5', 'This has to be a whole number.'],
    ['numCtx', '1', 'This has to be at least 4.'],
    ['keepAlive', 'soon', 'Write a time such as 30s, 10m or 2h, 0 or -1.'],
  ] as const)('says what is wrong with %s = %s', (name, entered, problem) => {
    expect(enterParameter(name, entered)).toEqual({ isValid: false, problem });
  });
});

it('shows what was entered', () => {
  const parameters = { temperature: 0.7, stop: ['a', 'b'] };
  expect(shownValue(parameters, 'temperature')).toBe('0.7');
  expect(shownValue(parameters, 'stop')).toBe('a\nb');
  expect(shownValue(parameters, 'seed')).toBe('');
});

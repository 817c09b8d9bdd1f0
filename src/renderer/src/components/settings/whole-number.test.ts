import { expect, it } from 'vitest';
import { toWholeNumber, wholeNumberProblem } from './whole-number.ts';

it.each(['', ' ', '1', ' 30 ', '3650'])('takes %o', (entered) => {
  expect(wholeNumberProblem(entered, 3_650)).toBeUndefined();
});

it.each(['0', '-1', '1.5', '3651', 'many', '1e3', '0x10', '99999999999999999'])('refuses %o', (entered) => {
  expect(wholeNumberProblem(entered, 3_650)).toContain('3,650');
});

it('reads nothing as no limit', () => {
  expect([toWholeNumber(' '), toWholeNumber(' 30 ')]).toEqual([null, 30]);
});

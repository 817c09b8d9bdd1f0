import { expect, it } from 'vitest';
import { parametersOf, problemsOf } from './answer-parameters.ts';

it('changes what is filled in and leaves the rest to the session', () => {
  expect(parametersOf({ temperature: '0,5', seed: ' 7 ', topK: ' ' }, null)).toEqual({
    temperature: 0.5,
    seed: 7,
  });
  expect(parametersOf({}, 'high')).toEqual({ think: 'high' });
  expect(parametersOf({}, null)).toEqual({});
});

it('says what is wrong where it is wrong', () => {
  expect(Object.keys(problemsOf({ temperature: '9', seed: '7', topP: '' }))).toEqual(['temperature']);
});

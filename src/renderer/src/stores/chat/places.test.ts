import { expect, it } from 'vitest';
import { forgetPlace, placeOf, rememberPlace } from './places.ts';

it('remembers where each session was left, however many were visited since', () => {
  for (let number = 0; number < 500; number++)
    rememberPlace(`s${number}`, { messageId: `m${number}`, offset: number });
  expect(placeOf('s0')).toEqual({ messageId: 'm0', offset: 0 });
  forgetPlace('s0');
  expect(placeOf('s0')).toBeUndefined();
});

it('forgets the oldest rather than growing for ever', () => {
  for (let number = 0; number <= 1_000; number++) rememberPlace(`t${number}`, { messageId: 'm', offset: 0 });
  expect(placeOf('t0')).toBeUndefined();
  expect(placeOf('t1000')).toBeDefined();
});

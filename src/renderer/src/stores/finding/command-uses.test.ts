import { expect, it } from 'vitest';
import { mostUsed, parseUses } from './command-uses.ts';

it('commands chosen most often come first, before what a new user is offered', () => {
  const uses = parseUses('{"session.export": 2, "trash.open": 5, "no.such": 9, "session.new": "x"}');
  expect(mostUsed(uses).slice(0, 3)).toEqual(['trash.open', 'session.export', 'session.new']);
  expect(mostUsed({})[0]).toBe('session.new');
});

it('what cannot be read counts as nothing', () => {
  for (const json of [null, '', '{', '3', 'null', '[]']) expect(parseUses(json)).toEqual({});
});

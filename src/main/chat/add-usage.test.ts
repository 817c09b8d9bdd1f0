import { expect, it } from 'vitest';
import type { ReplyUsage } from '#shared/domain.ts';
import { addUsage } from './add-usage.ts';

const none: ReplyUsage = {
  promptTokens: null,
  replyTokens: null,
  loadMs: null,
  promptEvalMs: null,
  evalMs: null,
  totalMs: null,
  firstTokenMs: null,
  thinkingMs: null,
  doneReason: null,
};

it('adds counts and times of both parts', () => {
  const part = { ...none, promptTokens: 10, replyTokens: 5, evalMs: 100, totalMs: 130, doneReason: 'length' };
  expect(addUsage(part, { ...part, replyTokens: 7, doneReason: 'stop' })).toEqual({
    ...none,
    promptTokens: 20,
    replyTokens: 12,
    evalMs: 200,
    totalMs: 260,
    doneReason: 'stop',
  });
});

it('keeps the first piece the first, and what only one part reported', () => {
  const stopped = { ...none, totalMs: 50, firstTokenMs: 20, thinkingMs: 5 };
  const rest = { ...none, replyTokens: 9, totalMs: 30, firstTokenMs: 10, doneReason: 'stop' };
  expect(addUsage(stopped, rest)).toEqual({
    ...none,
    replyTokens: 9,
    totalMs: 80,
    firstTokenMs: 20,
    thinkingMs: 5,
    doneReason: 'stop',
  });
});

it('changes nothing where there was nothing', () => {
  expect(addUsage(null, none)).toBe(none);
});

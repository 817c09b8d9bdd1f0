import { expect, it } from 'vitest';
import type { Session } from '#shared/domain.ts';
import { updateInOrder, updatesSettled } from './session-updates.ts';

/** A change that main answers when a test says so. */
function aChange(log: string[], name: string) {
  let settle: (isTaken: boolean) => void = () => undefined;
  const answered = new Promise<Session>((resolve, reject) => {
    settle = (isTaken) => (isTaken ? resolve({ title: name } as Session) : reject(new Error(name)));
  });
  const send = () => {
    log.push(name);
    return answered;
  };
  return { send, settle };
}

it('sends a change when the one before it is answered, refused or not', async () => {
  const log: string[] = [];
  const [slow, quick] = [aChange(log, 'slow'), aChange(log, 'quick')];
  const first = updateInOrder('a', slow.send);
  const second = updateInOrder('a', quick.send);
  quick.settle(true);
  const elsewhere = aChange(log, 'elsewhere');
  elsewhere.settle(true);
  await updateInOrder('b', elsewhere.send);
  expect(log).toEqual(['slow', 'elsewhere']);
  slow.settle(false);
  await expect(first).rejects.toThrow('slow');
  expect((await second).title).toBe('quick');
  expect(log).toEqual(['slow', 'elsewhere', 'quick']);
});

it('is settled when the last change is', async () => {
  const log: string[] = [];
  const [one, two] = [aChange(log, 'one'), aChange(log, 'two')];
  void updateInOrder('c', one.send);
  void updateInOrder('c', two.send);
  const settled = updatesSettled('c').then(() => log.push('settled'));
  one.settle(true);
  two.settle(true);
  await settled;
  expect(log).toEqual(['one', 'two', 'settled']);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { createStepQueue } from './step-queue.ts';

let at = 0;
let release: (isThere: boolean) => void = () => {};

/** Everything from 3 on, and below 0, has to be read first. */
const step = () =>
  createStepQueue((by) => {
    const next = at + by;
    if (next >= 0 && next <= 3) {
      at = next;
      return true;
    }
    return new Promise((resolve) => {
      release = (isThere) => {
        if (isThere) at = next;
        resolve(isThere);
      };
    });
  });

const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  at = 0;
});

describe('a held key', () => {
  it('has its effect at once where nothing has to be read', () => {
    const go = step();
    void go(1);
    void go(1);
    expect(at).toBe(2);
  });

  it('loses no press that comes while messages are read', async () => {
    const go = step();
    at = 3;
    for (let press = 0; press < 5; press += 1) void go(1);
    for (const reached of [4, 5, 6, 7, 8]) {
      release(true);
      await settled();
      expect(at).toBe(reached);
    }
    release(true);
    await settled();
    expect(at).toBe(8);
  });

  it('is taken back by the other key', async () => {
    const go = step();
    at = 3;
    void go(1);
    void go(1);
    void go(-1);
    void go(-1);
    release(true);
    await settled();
    expect(at).toBe(3);
  });

  it('stops at the end, and goes on with the next press', async () => {
    const go = step();
    at = 3;
    for (let press = 0; press < 5; press += 1) void go(1);
    release(false);
    await settled();
    expect(at).toBe(3);
    void go(-1);
    await settled();
    expect(at).toBe(2);
  });

  it('is not stuck after a step that failed', async () => {
    let fails = true;
    const go = createStepQueue(async () => {
      if (fails) throw new Error('no');
      at += 1;
      return true;
    });
    await expect(go(1)).rejects.toThrow('no');
    fails = false;
    await go(1);
    expect(at).toBe(1);
  });
});

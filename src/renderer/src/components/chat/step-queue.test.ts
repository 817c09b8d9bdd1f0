import { beforeEach, describe, expect, it } from 'vitest';
import { createStepQueue } from './step-queue.ts';

let at = 0;
/** What comes behind this has to be read first, two at a time. */
let known = 3;
let release: (isThere: boolean) => void = () => {};

const step = () =>
  createStepQueue((by) => {
    const gone = goTo(at + by);
    if (gone !== 0) return gone;
    return new Promise((resolve) => {
      release = (isThere) => {
        release = () => {};
        if (isThere) known += 2;
        resolve(goTo(at + by));
      };
    });
  });

/** As far towards it as is known. */
function goTo(place: number): number {
  const next = Math.max(0, Math.min(place, known));
  const gone = next - at;
  at = next;
  return gone;
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  at = 0;
  known = 3;
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
    // The first waits alone, the others go together as far as they can.
    for (const reached of [5, 7, 8]) {
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

  it('forgets at the end what led beyond it, and goes back what was pressed back meanwhile', async () => {
    const go = step();
    at = 3;
    for (let press = 0; press < 5; press += 1) void go(1);
    void go(-1);
    release(false);
    await settled();
    expect(at).toBe(2);
  });

  it('is not stuck after a step that failed', async () => {
    let fails = true;
    const go = createStepQueue(async () => {
      if (fails) throw new Error('no');
      at += 1;
      return 1;
    });
    await expect(go(1)).rejects.toThrow('no');
    fails = false;
    await go(1);
    expect(at).toBe(1);
  });
});

import { expect, it } from 'vitest';
import { createFrameBuffer } from './frame-buffer.ts';

function setUp() {
  const handedOver: (readonly string[])[] = [];
  const waiting: (() => void)[] = [];
  const buffer = createFrameBuffer<string>(
    (items) => handedOver.push(items),
    (run) => {
      waiting.push(run);
      return () => waiting.splice(waiting.indexOf(run), 1);
    },
  );
  return { buffer, handedOver, nextFrame: () => waiting.shift()?.(), waiting };
}

it('hands everything of one frame over together', () => {
  const { buffer, handedOver, nextFrame, waiting } = setUp();
  buffer.push('a');
  buffer.push('b');
  expect(waiting).toHaveLength(1);
  nextFrame();
  buffer.push('c');
  nextFrame();
  expect(handedOver).toEqual([['a', 'b'], ['c']]);
});

it('hands over at once when asked, and nothing twice', () => {
  const { buffer, handedOver, waiting } = setUp();
  buffer.push('a');
  buffer.flush();
  buffer.flush();
  expect(waiting).toHaveLength(0);
  expect(handedOver).toEqual([['a']]);
});

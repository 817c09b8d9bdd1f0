import { useEffect, useState } from 'react';

/** Few enough for one frame. */
const blocksPerFrame = 2;

/** How many of `count` blocks are drawn: two more with every frame, so that a long comparison never holds up the window. */
export function useDrawnBlocks(count: number): number {
  const [drawn, setDrawn] = useState(blocksPerFrame);
  useEffect(() => {
    if (drawn >= count) return;
    const frame = requestAnimationFrame(() => setDrawn(drawn + blocksPerFrame));
    return () => cancelAnimationFrame(frame);
  }, [drawn, count]);
  return Math.min(drawn, count);
}

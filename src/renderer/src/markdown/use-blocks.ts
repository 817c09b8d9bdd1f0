import { useState } from 'react';
import { type Block, type BlockList, finishBlocks, growBlocks, noBlocks } from './blocks.ts';
import { BoundedCache } from './bounded-cache.ts';

/** A session shown again mounts its answers again; about the last 4 million characters are not lexed again. */
const finishedLists = new BoundedCache<BlockList>(4_000_000);

export interface ShownBlocks {
  readonly closed: readonly Block[];
  readonly open: readonly Block[];
}

/** The blocks of a text that may grow from render to render. */
export function useBlocks(text: string, isStreaming: boolean): ShownBlocks {
  // A memory of the last result, not state: the same text always gives equal blocks, so writing it in render is safe.
  const [memory] = useState<{ list: BlockList }>(() => ({ list: noBlocks }));
  memory.list = isStreaming ? growBlocks(memory.list, text) : finished(memory.list, text);
  return memory.list;
}

function finished(before: BlockList, text: string): BlockList {
  if (before.isFinished && before.source === text) return before;
  const known = before === noBlocks ? finishedLists.get(text) : undefined;
  if (known !== undefined) return known;
  const list = finishBlocks(before, text);
  finishedLists.set(text, list, text.length);
  return list;
}

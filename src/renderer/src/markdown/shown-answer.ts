import { type Block, type BlockList, finishBlocks, growBlocks, noBlocks } from './blocks.ts';
import { BoundedCache } from './bounded-cache.ts';
import { completeBlock } from './complete-block.ts';
import { type Footnotes, noFootnotes } from './footnotes.ts';
import { groupBlocks } from './grouping.ts';
import { withoutUndecidedEnd } from './undecided-end.ts';

/** A session shown again mounts its answers again; about the last 200,000 characters are not lexed again. */
const finishedLists = new BoundedCache<BlockList>(200_000);

/** What of an answer is on the page. */
export interface ShownAnswer {
  /** What it was made from. */
  readonly list: BlockList;
  readonly groups: readonly (readonly Block[])[];
  /** The last block while more text is expected. */
  readonly growing: Block | undefined;
  readonly footnotes: Footnotes;
}

export const nothingShown: ShownAnswer = {
  list: noBlocks,
  groups: [],
  growing: undefined,
  footnotes: noFootnotes,
};

/** The answer for a text of which `before` shows an earlier state; everything that has not changed is the same object. */
export function showAnswer(before: ShownAnswer, text: string, isStreaming: boolean): ShownAnswer {
  const list = isStreaming
    ? growBlocks(before.list, withoutUndecidedEnd(before.list, text))
    : finished(before.list, text);
  if (list === before.list) return before;
  const blocks = [...list.closed, ...list.open];
  const last = list.open.at(-1);
  const growing = last === undefined ? undefined : completed(last, list);
  if (growing !== undefined) blocks[blocks.length - 1] = growing;
  return { list, groups: groupBlocks(before.groups, blocks), growing, footnotes: list.footnotes };
}

function completed(block: Block, list: BlockList): Block {
  const token = completeBlock(block.token, list.closedLinks);
  return token === block.token ? block : { ...block, token };
}

function finished(before: BlockList, text: string): BlockList {
  if (before.isFinished && before.source === text) return before;
  const known = before === noBlocks ? finishedLists.get(text) : undefined;
  if (known !== undefined) return known;
  const list = finishBlocks(before, text);
  finishedLists.set(text, list, text.length);
  return list;
}

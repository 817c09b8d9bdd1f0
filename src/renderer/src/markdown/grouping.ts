import type { Block } from './blocks.ts';

/** How many blocks are looked at together: an answer of a thousand blocks costs thirty comparisons a frame. */
export const blocksPerGroup = 32;

/**
 * Blocks in groups by their place, so that a block stays in its group whatever happens to it. Groups that have not changed
 * are the ones of `before`.
 */
export function groupBlocks(
  before: readonly (readonly Block[])[],
  blocks: readonly Block[],
): readonly (readonly Block[])[] {
  const groups: (readonly Block[])[] = [];
  for (let start = 0; start < blocks.length; start += blocksPerGroup) {
    const known = before[groups.length];
    const end = Math.min(start + blocksPerGroup, blocks.length);
    groups.push(known !== undefined && isSlice(known, blocks, start, end) ? known : blocks.slice(start, end));
  }
  return groups;
}

function isSlice(group: readonly Block[], blocks: readonly Block[], start: number, end: number): boolean {
  return group.length === end - start && group.every((block, place) => block === blocks[start + place]);
}

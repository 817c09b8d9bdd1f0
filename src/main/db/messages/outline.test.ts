import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  finishedReply,
  hexId,
  memoryDatabase,
  newReplies,
  newSession,
  newTurn,
} from '../testing/fixtures.ts';
import { shortenTree, type TreeNode } from './outline-shortening.ts';

const tree = fc.array(fc.nat(), { minLength: 1, maxLength: 60 }).map((picks): readonly TreeNode[] =>
  // Mostly straight on, as conversations are.
  picks.map((pick, index) => ({
    key: index + 1,
    parentKey: index === 0 ? null : pick % 3 === 0 ? (pick % index) + 1 : index,
  })),
);

describe('a tree made shorter', () => {
  it('loses nothing without saying so, and every line hangs on the nearest one above it that is there', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 2, max: 60 }), fc.nat(), (nodes, limit, leaf) => {
        const activeLeaf = nodes[leaf % nodes.length]?.key ?? null;
        const { nodes: kept, omitted } = shortenTree(nodes, limit, activeLeaf);
        expect(kept.length).toBe(Math.min(limit, nodes.length));
        const keys = new Set(kept.map(({ node }) => node.key));
        expect(activeLeaf === null || keys.has(activeLeaf)).toBe(true);
        const between = new Set<number>();
        for (const { node, parentKey, skipped } of kept) {
          let above = node.parentKey;
          let steps = 0;
          while (above !== null && !keys.has(above)) {
            between.add(above);
            above = nodes[above - 1]?.parentKey ?? null;
            steps += 1;
          }
          expect([parentKey, skipped]).toEqual([above, steps]);
        }
        expect(kept.length + between.size + omitted).toBe(nodes.length);
      }),
    );
  });

  it('keeps beginning, end and forks of a branch of 100,000 messages', () => {
    const nodes = Array.from({ length: 100_000 }, (_, index) => ({
      key: index + 1,
      parentKey: index === 0 ? null : index === 99_000 ? 50_000 : index,
    }));
    const { nodes: kept } = shortenTree(nodes, 100, 100_000);
    const keys = kept.map(({ node }) => node.key);
    expect(keys).toEqual(expect.arrayContaining([1, 50_000, 50_001, 99_000, 99_001, 100_000]));
    expect(kept).toHaveLength(100);
  });
});

it('has every shown message, with how it begins', () => {
  const { db } = memoryDatabase();
  const sessionId = hexId(1);
  db.createSession(newSession());
  db.insertTurn(newTurn('a', { text: 'x'.repeat(500) }));
  db.finishReply(finishedReply('ra'));
  db.insertReplies(newReplies('ua', 'r2', { model: 'other' }));
  expect(db.readOutline({ sessionId })).toMatchObject({
    messages: [
      { id: 'ua', parentId: null, role: 'user', beginning: 'x'.repeat(120) },
      { id: 'ra', parentId: 'ua', status: 'complete', beginning: 'Answer ra' },
      { id: 'r2', parentId: 'ua', status: 'streaming', model: 'other' },
    ],
    skipped: {},
    omitted: 0,
    activeLeafId: 'r2',
  });
  db.finishReply(finishedReply('r2'));
  db.trashBranch({ sessionId, messageId: 'ra', at: 5 });
  expect(db.readOutline({ sessionId }).messages.map(({ id }) => id)).toEqual(['ua', 'r2']);
});

export interface TreeNode {
  readonly key: number;
  readonly parentKey: number | null;
}

export interface ShortenedNode<Node extends TreeNode> {
  readonly node: Node;
  /** The nearest one above that is kept. */
  readonly parentKey: number | null;
  /** How many are left out between the two. */
  readonly skipped: number;
}

export interface ShortenedTree<Node extends TreeNode> {
  readonly nodes: readonly ShortenedNode<Node>[];
  /** Those left out that are not between two kept ones. */
  readonly omitted: number;
}

/**
 * The `limit` nodes that show most of the shape of a tree: beginnings, ends and forks, those of the active branch
 * first, then what is near them. Nodes come with parents before their children, and stay in that order.
 */
export function shortenTree<Node extends TreeNode>(
  nodes: readonly Node[],
  limit: number,
  activeLeafKey: number | null,
): ShortenedTree<Node> {
  const places = new Map(nodes.map(({ key }, index) => [key, index]));
  const parents = nodes.map(({ parentKey }) => (parentKey === null ? -1 : (places.get(parentKey) ?? -1)));
  const kept =
    nodes.length <= limit ? null : mostTelling(parents, limit, places.get(activeLeafKey ?? -1) ?? -1);
  return withoutOthers(nodes, parents, kept);
}

function mostTelling(parents: readonly number[], limit: number, activeLeaf: number): ReadonlySet<number> {
  const distance = distances(parents, activeLeaf);
  const isActive = new Set<number>();
  for (let at = activeLeaf; at !== -1; at = parents[at] ?? -1) isActive.add(at);
  const rank = (index: number) => {
    const steps = distance[index] ?? 0;
    return steps === 0 && isActive.has(index) ? -1 : steps;
  };
  const order = parents.map((_, index) => index);
  // Of two that tell as much, the newer one.
  order.sort((one, other) => rank(one) - rank(other) || other - one);
  return new Set(order.slice(0, limit));
}

/** Steps from each node to the next that begins, ends or forks a branch. */
function distances(parents: readonly number[], activeLeaf: number): Float64Array {
  const children = new Float64Array(parents.length);
  for (const parent of parents) if (parent !== -1) children[parent] = (children[parent] ?? 0) + 1;
  const distance = new Float64Array(parents.length);
  parents.forEach((parent, index) => {
    const telling =
      parent === -1 || index === activeLeaf || children[index] !== 1 || (children[parent] ?? 0) > 1;
    distance[index] = telling ? 0 : (distance[parent] ?? 0) + 1;
  });
  for (let index = parents.length - 1; index >= 0; index--) {
    const parent = parents[index] ?? -1;
    if (parent !== -1) distance[parent] = Math.min(distance[parent] ?? 0, (distance[index] ?? 0) + 1);
  }
  return distance;
}

function withoutOthers<Node extends TreeNode>(
  nodes: readonly Node[],
  parents: readonly number[],
  kept: ReadonlySet<number> | null,
): ShortenedTree<Node> {
  const above: { readonly key: number | null; readonly skipped: number }[] = [];
  const shortened: ShortenedNode<Node>[] = [];
  nodes.forEach((node, index) => {
    const parent = parents[index] ?? -1;
    const parentNode = nodes[parent];
    const isParentKept = parentNode !== undefined && (kept === null || kept.has(parent));
    const beyond = above[parent];
    const own =
      parentNode === undefined || isParentKept
        ? { key: parentNode?.key ?? null, skipped: 0 }
        : { key: beyond?.key ?? null, skipped: (beyond?.skipped ?? 0) + 1 };
    above.push(own);
    if (kept === null || kept.has(index)) shortened.push({ node, parentKey: own.key, skipped: own.skipped });
  });
  return { nodes: shortened, omitted: countOmitted(parents, kept) };
}

/** Nodes left out below which nothing is kept either. */
function countOmitted(parents: readonly number[], kept: ReadonlySet<number> | null): number {
  if (kept === null) return 0;
  const leadsToKept = new Uint8Array(parents.length);
  let omitted = 0;
  for (let index = parents.length - 1; index >= 0; index--) {
    const isUseful = kept.has(index) || leadsToKept[index] === 1;
    const parent = parents[index] ?? -1;
    if (isUseful && parent !== -1) leadsToKept[parent] = 1;
    if (!isUseful) omitted += 1;
  }
  return omitted;
}

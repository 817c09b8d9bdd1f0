import type { Outline, OutlineMessage } from '#shared/contract/messages.ts';
import type { MessageId } from '#shared/domain.ts';

export interface TreeRow {
  readonly message: OutlineMessage;
  /** How many side branches it is away from the main line. */
  readonly depth: number;
  /** On the branch that is shown. */
  readonly isActive: boolean;
  /** Messages left out between this row and its parent. */
  readonly skipped: number;
  /** All that have the same parent, this one included, oldest first. */
  readonly siblingIds: readonly MessageId[];
}

/**
 * The tree as lines. One line goes straight on: the branch that is shown, elsewhere the one that was written in last.
 * The others at a fork stand before it, one step further in.
 */
export function treeRows({ messages, skipped, activeLeafId }: Outline): readonly TreeRow[] {
  const childrenOf = new Map<MessageId | null, OutlineMessage[]>();
  for (const message of messages) {
    const children = childrenOf.get(message.parentId);
    if (children === undefined) childrenOf.set(message.parentId, [message]);
    else children.push(message);
  }
  // One list for all of a fork, which can be thousands of versions.
  const siblingsBelow = new Map<MessageId | null, readonly MessageId[]>();
  for (const [parentId, children] of childrenOf)
    siblingsBelow.set(
      parentId,
      children.map(({ id }) => id),
    );
  const active = activePath(messages, activeLeafId);
  const newest = newestBelow(messages);
  const rows: TreeRow[] = [];
  // A stack, because a branch can be longer than the calls JavaScript can nest.
  const waiting: { readonly message: OutlineMessage; readonly depth: number }[] = [];

  function expect(parentId: MessageId | null, depth: number): void {
    const children = childrenOf.get(parentId) ?? [];
    const main = mainOf(children, active, newest);
    if (main !== undefined) waiting.push({ message: main, depth });
    for (const message of [...children].reverse()) {
      if (message !== main) waiting.push({ message, depth: depth + 1 });
    }
  }

  expect(null, 0);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { message, depth } = next;
    rows.push({
      message,
      depth,
      isActive: active.has(message.id),
      skipped: skipped[message.id] ?? 0,
      siblingIds: siblingsBelow.get(message.parentId) ?? [],
    });
    expect(message.id, depth);
  }
  return rows;
}

function activePath(messages: readonly OutlineMessage[], leafId: MessageId | null): ReadonlySet<MessageId> {
  const parents = new Map(messages.map(({ id, parentId }) => [id, parentId]));
  const path = new Set<MessageId>();
  for (let id = leafId; id !== null && parents.has(id); id = parents.get(id) ?? null) path.add(id);
  return path;
}

/** The place of the newest message below each one; a parent stands before its children. */
function newestBelow(messages: readonly OutlineMessage[]): ReadonlyMap<MessageId, number> {
  const newest = new Map(messages.map(({ id }, index) => [id, index]));
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index];
    if (message === undefined || message.parentId === null) continue;
    const own = newest.get(message.id) ?? index;
    newest.set(message.parentId, Math.max(own, newest.get(message.parentId) ?? 0));
  }
  return newest;
}

function mainOf(
  children: readonly OutlineMessage[],
  active: ReadonlySet<MessageId>,
  newest: ReadonlyMap<MessageId, number>,
): OutlineMessage | undefined {
  const shown = children.find(({ id }) => active.has(id));
  if (shown !== undefined) return shown;
  return children.reduce<OutlineMessage | undefined>((best, child) => {
    const isNewer = best === undefined || (newest.get(child.id) ?? 0) > (newest.get(best.id) ?? 0);
    return isNewer ? child : best;
  }, undefined);
}

/** Where a key leads in the list of rows; null for a key that means nothing there. */
export function rowAfterKey(
  rows: readonly TreeRow[],
  current: number,
  key: string,
  pageRows: number,
): number | null {
  const within = (index: number) => Math.max(0, Math.min(rows.length - 1, index));
  const row = rows[current];
  switch (key) {
    case 'ArrowDown':
      return within(current + 1);
    case 'ArrowUp':
      return within(current - 1);
    case 'PageDown':
      return within(current + pageRows);
    case 'PageUp':
      return within(current - pageRows);
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    case 'ArrowLeft': {
      const parent = rows.findIndex(({ message }) => message.id === row?.message.parentId);
      return parent < 0 ? current : parent;
    }
    case 'ArrowRight': {
      const child = rows.findIndex(({ message }) => message.parentId === row?.message.id);
      return child < 0 ? current : child;
    }
    default:
      return null;
  }
}

/** The next row, after `current` and around, whose text begins with what was typed. */
export function rowWithPrefix(rows: readonly TreeRow[], current: number, typed: string): number {
  const wanted = typed.toLocaleLowerCase();
  const order = rows.map((_, step) => (current + step + 1) % rows.length);
  return (
    order.find((index) =>
      rows[index]?.message.beginning.trimStart().toLocaleLowerCase().startsWith(wanted),
    ) ?? current
  );
}

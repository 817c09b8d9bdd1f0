import type { TrashedThing, TrashItem } from '#shared/contract/trash.ts';

/** What tells one thing in the trash from another. */
export function keyOf(thing: TrashedThing): string {
  switch (thing.kind) {
    case 'session':
      return `session:${thing.sessionId}`;
    case 'project':
      return `project:${thing.projectId}`;
    case 'tag':
      return `tag:${thing.tagId}`;
    case 'prompt':
      return `prompt:${thing.promptId}`;
    case 'branch':
      return `branch:${thing.sessionId}:${thing.messageId}`;
  }
}

export interface TrashSelection {
  readonly keys: ReadonlySet<string>;
  /** Where a range begins. */
  readonly anchor: string | null;
}

export const nothingSelected: TrashSelection = { keys: new Set(), anchor: null };

export function toggled({ keys }: TrashSelection, key: string): TrashSelection {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { keys: next, anchor: key };
}

/** Everything from the anchor to `key`; with no anchor in the list, `key` alone. */
export function extended(
  selection: TrashSelection,
  items: readonly TrashItem[],
  key: string,
): TrashSelection {
  const order = items.map(({ thing }) => keyOf(thing));
  const to = order.indexOf(key);
  const from = selection.anchor === null ? to : order.indexOf(selection.anchor);
  const start = from < 0 ? to : from;
  const keys = order.slice(Math.min(start, to), Math.max(start, to) + 1);
  return { keys: new Set(keys), anchor: order[start] ?? key };
}

/** Without those that are not in the list any more. */
export function stillThere(selection: TrashSelection, items: readonly TrashItem[]): TrashSelection {
  const present = new Set(items.map(({ thing }) => keyOf(thing)));
  const keys = [...selection.keys].filter((key) => present.has(key));
  if (keys.length === selection.keys.size) return selection;
  return { keys: new Set(keys), anchor: keys.at(-1) ?? null };
}

/** The row with the keyboard: the thing it shows, and where that was when the keyboard came to it. */
export interface ActiveRow {
  /** Null = whatever is there. */
  readonly key: string | null;
  readonly index: number;
}

/** Where the row with the keyboard is now; when its thing is gone, what took its place. -1 = there is no row. */
export function indexOfActive(items: readonly TrashItem[], { key, index }: ActiveRow): number {
  const place = key === null ? -1 : items.findIndex(({ thing }) => keyOf(thing) === key);
  return place >= 0 ? place : Math.min(index, items.length - 1);
}

/** The row for the keyboard once `leaving` are gone: the next one that stays, else the one before. */
export function neighbourOf(
  items: readonly TrashItem[],
  current: number,
  leaving: readonly TrashItem[],
): ActiveRow {
  const gone = new Set(leaving.map(({ thing }) => keyOf(thing)));
  const stays = ({ thing }: TrashItem) => !gone.has(keyOf(thing));
  const next = items.slice(current).find(stays) ?? items.slice(0, Math.max(0, current)).findLast(stays);
  if (next === undefined) return { key: null, index: 0 };
  const index = items.filter(stays).indexOf(next);
  return { key: keyOf(next.thing), index };
}

const dayMs = 24 * 60 * 60 * 1_000;

/** Days until it is deleted for good, begun ones counted; null when it stays. */
export function daysLeft(trashedAt: number, trashDays: number | null, now: number): number | null {
  if (trashDays === null) return null;
  return Math.max(0, Math.ceil((trashedAt + trashDays * dayMs - now) / dayMs));
}

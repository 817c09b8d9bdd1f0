/**
 * A lexed tree again, but with every part of `old` that is the same in `fresh`, so that memoised components see the
 * identical object. `fresh` is changed in place; `old` never is.
 *
 * `isSourceEnough`: no link is defined anywhere, so a block with the same source is the same block. Of long lists, where
 * comparing every word each time would take longest, only the source is compared then.
 */
export function reuse<Value>(old: unknown, fresh: Value, isSourceEnough: boolean): Value {
  if ((isSourceEnough && isSameItem(old, fresh)) || isSame(old, fresh)) return old as Value;
  if (Array.isArray(old) && Array.isArray(fresh)) {
    for (let index = 0; index < fresh.length && index < old.length; index++) {
      fresh[index] = reuse(old[index], fresh[index], isSourceEnough);
    }
  } else if (isRecord(old) && isRecord(fresh)) {
    reuseParts(old, fresh, isSourceEnough);
  }
  return fresh;
}

function reuseParts(
  old: Record<string, unknown>,
  fresh: Record<string, unknown>,
  isSourceEnough: boolean,
): void {
  for (const part of ['tokens', 'items', 'rows', 'header', 'summary']) {
    if (Array.isArray(fresh[part])) fresh[part] = reuse(old[part], fresh[part], isSourceEnough);
  }
}

/** The source of a list item says all but whether a blank line elsewhere in the list makes its texts paragraphs. */
function isSameItem(old: unknown, fresh: unknown): boolean {
  if (!isRecord(old) || !isRecord(fresh) || fresh['type'] !== 'list_item') return false;
  return old['raw'] === fresh['raw'] && old['loose'] === fresh['loose'] && old['type'] === 'list_item';
}

/** Structural equality of plain data. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((part, index) => isSame(part, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  // Most differences show in the source, and comparing two strings is cheap.
  if (a['raw'] !== b['raw']) return false;
  for (const key in a) if (!isSame(a[key], b[key])) return false;
  for (const key in b) if (!(key in a)) return false;
  return true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A lexed tree again, but with every part of `old` that is the same in `fresh`, so that memoised components see the
 * identical object. `fresh` is changed in place; `old` never is.
 */
export function reuse<Value>(old: unknown, fresh: Value): Value {
  if (isSame(old, fresh)) return old as Value;
  if (Array.isArray(old) && Array.isArray(fresh)) reuseEach(old, fresh);
  else if (isRecord(old) && isRecord(fresh)) reuseParts(old, fresh);
  return fresh;
}

function reuseEach(old: readonly unknown[], fresh: unknown[]): void {
  for (let index = 0; index < fresh.length && index < old.length; index++) {
    fresh[index] = reuse(old[index], fresh[index]);
  }
}

function reuseParts(old: Record<string, unknown>, fresh: Record<string, unknown>): void {
  for (const part of ['tokens', 'items', 'rows', 'header']) {
    if (Array.isArray(fresh[part])) fresh[part] = reuse(old[part], fresh[part]);
  }
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

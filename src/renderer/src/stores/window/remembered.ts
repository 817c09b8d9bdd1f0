/** Small things of this window that may be forgotten: where it was, not what was said. */
export type RememberedName =
  | 'sidebar'
  | 'open-session'
  | 'folded'
  | 'recency'
  | 'used-commands'
  | 'edits'
  | 'side-by-side'
  | 'next-models';

export function recall(name: RememberedName): string | null {
  try {
    return localStorage.getItem(`parlor.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: RememberedName, value: string): void {
  try {
    localStorage.setItem(`parlor.${name}`, value);
  } catch {
    // Without storage the window starts as if it were new.
  }
}

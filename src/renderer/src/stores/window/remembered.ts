import { api } from '../../api.ts';

/** Small things of this window that may be forgotten: where it was, not what was said. */
export type RememberedName =
  | 'sidebar'
  | 'open-session'
  | 'folded'
  | 'recency'
  | 'used-commands'
  | 'side-by-side'
  | 'diff-view'
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
    keepSoon();
  } catch {
    // Without storage the window starts as if it were new.
  }
}

const keepDelayMs = 300;
let keeping: ReturnType<typeof setTimeout> | undefined;

/** The browser takes its time to write; a kill meanwhile would cost seconds. */
function keepSoon(): void {
  if (keeping !== undefined) return;
  keeping = setTimeout(() => {
    keeping = undefined;
    // What cannot be written now is written by the browser some time.
    api.request('window:keep-remembered').catch(() => undefined);
  }, keepDelayMs);
}

import type { Row, SidebarLayout } from '../../stores/library/sidebar-layout.ts';
import { rowAt } from '../../stores/library/sidebar-layout.ts';

/** The part of a key press the list looks at. */
export interface TreeKeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What a key asks for, with the active row at `index`. */
export type TreeIntent =
  /** Go to a row; `isExtending` selects what lies between. */
  | { readonly kind: 'go'; readonly to: number; readonly isExtending: boolean }
  | { readonly kind: 'fold'; readonly isFolded: boolean }
  | { readonly kind: 'type'; readonly letter: string }
  | { readonly kind: 'open' | 'rename' | 'delete' | 'toggle' | 'select-all' | 'clear' | 'menu' };

/** Null when the key means nothing here. `pageRows`: how many rows one page holds. */
export function intentOf(
  press: TreeKeyPress,
  layout: SidebarLayout,
  index: number,
  pageRows: number,
): TreeIntent | null {
  const row = rowAt(layout, index);
  if (row === undefined || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return withControl(press, layout, index);
  const last = layout.rowCount - 1;
  const go = (to: number): TreeIntent => {
    const target = Math.max(0, Math.min(to, last));
    const step = to < index ? -1 : 1;
    return press.shiftKey
      ? { kind: 'go', to: sessionFrom(layout, target, step) ?? index, isExtending: true }
      : { kind: 'go', to: target, isExtending: false };
  };
  switch (press.key) {
    case 'ArrowDown':
      return go(index + 1);
    case 'ArrowUp':
      return go(index - 1);
    case 'PageDown':
      return go(index + pageRows);
    case 'PageUp':
      return go(index - pageRows);
    case 'Home':
      return go(0);
    case 'End':
      return go(last);
    case 'ArrowRight':
      return inwards(row, index);
    case 'ArrowLeft':
      return outwards(row, layout);
    case 'Enter':
      return { kind: 'open' };
    case ' ':
      return { kind: 'toggle' };
    case 'F2':
      return { kind: 'rename' };
    case 'Delete':
      return { kind: 'delete' };
    case 'Escape':
      return { kind: 'clear' };
    case 'ContextMenu':
      return { kind: 'menu' };
    case 'F10':
      return press.shiftKey ? { kind: 'menu' } : null;
    default:
      return Array.from(press.key).length === 1 ? { kind: 'type', letter: press.key } : null;
  }
}

/** The first row from `index` on, going round, whose words begin with `typed`. */
export function rowBeginningWith(
  layout: SidebarLayout,
  index: number,
  typed: string,
  wordsOf: (row: Row) => string,
): number | undefined {
  const wanted = typed.toLocaleLowerCase();
  for (let step = 0; step < layout.rowCount; step += 1) {
    const at = (index + step) % layout.rowCount;
    const row = rowAt(layout, at);
    if (row !== undefined && wordsOf(row).toLocaleLowerCase().startsWith(wanted)) return at;
  }
  return undefined;
}

function withControl(press: TreeKeyPress, layout: SidebarLayout, index: number): TreeIntent | null {
  if (press.key === ' ') return { kind: 'toggle' };
  if (press.key.toLowerCase() === 'a' && !press.shiftKey) return { kind: 'select-all' };
  if (press.key === 'Home') return { kind: 'go', to: 0, isExtending: false };
  if (press.key === 'End') return { kind: 'go', to: layout.rowCount - 1, isExtending: false };
  if (press.key === 'ArrowDown') {
    return { kind: 'go', to: Math.min(index + 1, layout.rowCount - 1), isExtending: false };
  }
  if (press.key === 'ArrowUp') return { kind: 'go', to: Math.max(index - 1, 0), isExtending: false };
  return null;
}

/** The nearest session at or beyond a row, in the direction of `step`. */
function sessionFrom(layout: SidebarLayout, index: number, step: 1 | -1): number | undefined {
  for (let at = index; at >= 0 && at < layout.rowCount; at += step) {
    if (rowAt(layout, at)?.kind === 'session') return at;
  }
  return undefined;
}

function inwards(row: Row, index: number): TreeIntent | null {
  if (row.kind !== 'heading') return null;
  if (row.section.isFolded) return { kind: 'fold', isFolded: false };
  return row.section.rowCount > 1 ? { kind: 'go', to: index + 1, isExtending: false } : null;
}

function outwards(row: Row, layout: SidebarLayout): TreeIntent | null {
  const { section } = row;
  if (row.kind !== 'heading') return { kind: 'go', to: section.start, isExtending: false };
  if (!section.isFolded) return { kind: 'fold', isFolded: true };
  const above = layout.sections.find(({ key }) => key === 'archived-projects');
  return section.level === 2 && above !== undefined
    ? { kind: 'go', to: above.start, isExtending: false }
    : null;
}

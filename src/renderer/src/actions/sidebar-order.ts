import type { SessionSummary } from '#shared/domain.ts';
import { useFoldsStore } from '../stores/library/folds-store.ts';
import { useSessionsStore } from '../stores/library/sessions-store.ts';
import { type LayoutInput, layoutOf, type SidebarLayout } from '../stores/library/sidebar-layout.ts';

let last: { readonly input: LayoutInput; readonly layout: SidebarLayout } | undefined;

/** The rows of the sidebar as they are now; the same object until something changes. */
export function layoutNow(): SidebarLayout {
  const { projects, groups, view } = useSessionsStore.getState();
  const { folded } = useFoldsStore.getState();
  const input = { projects, groups, view, folded };
  if (last === undefined || !isSame(last.input, input)) last = { input, layout: layoutOf(input) };
  return last.layout;
}

/** The loaded sessions that are not folded away, in the order of the sidebar. */
export function sessionsInOrder({ sections }: SidebarLayout): readonly SessionSummary[] {
  return sections.flatMap(({ isFolded, group }) => (isFolded ? [] : group.sessions));
}

/** The session at a position of that order, from 0. */
export function sessionAt({ sections }: SidebarLayout, position: number): SessionSummary | undefined {
  let left = position;
  for (const { isFolded, group } of sections) {
    if (isFolded) continue;
    if (left < group.sessions.length) return group.sessions[left];
    left -= group.sessions.length;
  }
  return undefined;
}

function isSame(one: LayoutInput, other: LayoutInput): boolean {
  return (
    one.projects === other.projects &&
    one.groups === other.groups &&
    one.view === other.view &&
    one.folded === other.folded
  );
}

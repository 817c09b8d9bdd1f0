import { createContext, type DragEvent, type MouseEvent, useContext } from 'react';
import type { SessionSummary } from '#shared/domain.ts';
import type { Section } from '../../stores/library/sidebar-layout.ts';
import type { MenuAnchor } from '../controls/menu-frame.tsx';

/** What rows ask of the list they stand in. The same object all the time, so that rows need not be drawn anew. */
export interface TreeActions {
  readonly press: (event: MouseEvent<HTMLElement>, session: SessionSummary) => void;
  readonly pressHeading: (section: Section) => void;
  readonly retry: (section: Section) => void;
  readonly rename: (session: SessionSummary) => void;
  readonly menuOf: (
    session: SessionSummary,
    place: { readonly anchor: MenuAnchor; readonly isByKey: boolean },
    row: HTMLElement | null,
  ) => void;
  readonly dragStart: (event: DragEvent<HTMLElement>, session: SessionSummary) => void;
}

export const TreeContext = createContext<TreeActions | null>(null);

export function useTreeActions(): TreeActions {
  const actions = useContext(TreeContext);
  if (actions === null) throw new Error('a row stands in a list');
  return actions;
}

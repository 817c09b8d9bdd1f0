import { createContext, useContext } from 'react';
import type { Project, SessionSummary } from '#shared/domain.ts';

/** Where a menu opens: at an element, or at the place that was clicked. */
export interface MenuAnchor {
  readonly getBoundingClientRect: () => DOMRect;
}

export type OpenMenu = { readonly anchor: MenuAnchor; readonly returnFocusTo: HTMLElement | null } & (
  | { readonly kind: 'session'; readonly session: SessionSummary }
  | { readonly kind: 'project'; readonly project: Project }
);

export const SidebarMenuContext = createContext<(menu: OpenMenu | null) => void>(() => undefined);

/** Opens one of the two menus that all rows share. */
export function useOpenMenu(): (menu: OpenMenu) => void {
  return useContext(SidebarMenuContext);
}

/** The place of the pointer, or of the element when the menu key was pressed. */
export function anchorOf(event: {
  readonly clientX: number;
  readonly clientY: number;
  readonly currentTarget: Element;
}): MenuAnchor {
  const { clientX, clientY, currentTarget } = event;
  const isByKey = clientX === 0 && clientY === 0;
  return isByKey
    ? currentTarget
    : { getBoundingClientRect: () => DOMRect.fromRect({ x: clientX, y: clientY, width: 0, height: 0 }) };
}

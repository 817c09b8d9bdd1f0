import { createContext, useContext } from 'react';
import type { Project, SessionSummary } from '#shared/domain.ts';
import type { MenuPlace } from '../controls/menu-frame.tsx';

export type OpenMenu = MenuPlace &
  (
    | { readonly kind: 'session'; readonly session: SessionSummary }
    | { readonly kind: 'project'; readonly project: Project }
  );

export const SidebarMenuContext = createContext<(menu: OpenMenu | null) => void>(() => undefined);

/** Opens one of the two menus that all rows share. */
export function useOpenMenu(): (menu: OpenMenu) => void {
  return useContext(SidebarMenuContext);
}

/** How a menu was asked for: at the pointer, or at the element when it was a key. */
export function menuPlace(
  event: { readonly clientX: number; readonly clientY: number; readonly detail: number },
  element: HTMLElement,
): Pick<OpenMenu, 'anchor' | 'isByKey'> {
  const { clientX, clientY } = event;
  const isByKey = clientX === 0 && clientY === 0;
  const point = { getBoundingClientRect: () => DOMRect.fromRect({ x: clientX, y: clientY }) };
  return { isByKey, anchor: isByKey ? element : point };
}

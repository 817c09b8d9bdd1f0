import { createContext, useContext } from 'react';
import type { Message } from '#shared/domain.ts';
import type { MenuPlace } from '../controls/menu-frame.tsx';

export interface OpenMessageMenu extends MenuPlace {
  readonly message: Message;
}

export const MessageMenuContext = createContext<(menu: OpenMessageMenu) => void>(() => undefined);

/** Opens the one menu that all messages of a transcript share. */
export function useOpenMessageMenu(): (menu: OpenMessageMenu) => void {
  return useContext(MessageMenuContext);
}

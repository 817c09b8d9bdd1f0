import { Ellipsis } from 'lucide-react';
import { lazy, type MouseEvent, useState } from 'react';
import { text } from '#shared/text/index.ts';
import icon from '../controls/icon-button.module.css';
import { Later } from '../controls/later.tsx';
import type { MenuPlace } from '../controls/menu-frame.tsx';

const SidebarMenu = lazy(async () => ({ default: (await import('./sidebar-menu.tsx')).SidebarMenu }));

/** Opens the menu about the whole list. */
export function SidebarMenuButton() {
  const [menu, setMenu] = useState<MenuPlace | null>(null);

  function open({ currentTarget, detail }: MouseEvent<HTMLButtonElement>): void {
    setMenu({ anchor: currentTarget, returnFocusTo: currentTarget, isByKey: detail === 0 });
  }

  return (
    <>
      <button
        type="button"
        className={icon['button']}
        aria-label={text.library.menu}
        title={text.library.menu}
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        onClick={open}
      >
        <Ellipsis size={17} aria-hidden />
      </button>
      <Later isWanted={menu !== null}>
        <SidebarMenu menu={menu} onClose={() => setMenu(null)} />
      </Later>
    </>
  );
}

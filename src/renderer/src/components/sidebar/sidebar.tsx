import { PanelLeftClose, Plus } from 'lucide-react';
import { lazy, useEffect, useState } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { newSession } from '../../actions/sessions.ts';
import { focusIfLost, focusTargetRef } from '../../focus.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { Later } from '../controls/later.tsx';
import { useShortcut } from '../controls/shortcut.ts';
import { ArchiveBanner } from './archive-banner.tsx';
import { type OpenMenu, SidebarMenuContext } from './menu-context.ts';
import { SelectionBar } from './selection-bar.tsx';
import { SessionTree } from './session-tree.tsx';
import styles from './sidebar.module.css';
import { SidebarMenuButton } from './sidebar-menu-button.tsx';
import { SidebarSearch } from './sidebar-search.tsx';

const SessionMenu = lazy(async () => ({ default: (await import('./session-menu.tsx')).SessionMenu }));
const GroupMenu = lazy(async () => ({ default: (await import('./group-menu.tsx')).GroupMenu }));

const focusTarget = focusTargetRef('sidebar');

/** All sessions, by project. */
export function Sidebar() {
  const toggleSidebar = useViewStore((store) => store.toggleSidebar);
  const openAbout = useViewStore((store) => store.openAbout);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const newShortcut = useShortcut('session.new');
  const hideShortcut = useShortcut('view.toggle-sidebar');

  // A hidden list takes nobody's keyboard with it.
  useEffect(() => () => focusIfLost('composer'), []);

  return (
    <SidebarMenuContext value={setMenu}>
      <nav ref={focusTarget} aria-label={text.sidebar.label} className={styles['sidebar']}>
        <div className={styles['top']}>
          <SidebarSearch />
          <IconButton
            label={text.common.newSession}
            shortcut={newShortcut}
            className={styles['new']}
            onClick={() => attempt(() => newSession(null))}
          >
            <Plus size={17} aria-hidden />
          </IconButton>
          <SidebarMenuButton />
          <IconButton label={text.sidebar.hide} shortcut={hideShortcut} onClick={toggleSidebar}>
            <PanelLeftClose size={17} aria-hidden />
          </IconButton>
        </div>
        <ArchiveBanner />
        <SessionTree />
        <SelectionBar />
        <button
          type="button"
          className={styles['newProject']}
          onClick={() => openAbout({ name: 'project', projectId: null })}
        >
          <Plus size={14} aria-hidden />
          {text.sidebar.newProject}
        </button>
      </nav>
      <Later isWanted={menu !== null}>
        <SessionMenu menu={menu?.kind === 'session' ? menu : null} onClose={() => setMenu(null)} />
        <GroupMenu menu={menu?.kind === 'project' ? menu : null} onClose={() => setMenu(null)} />
      </Later>
    </SidebarMenuContext>
  );
}

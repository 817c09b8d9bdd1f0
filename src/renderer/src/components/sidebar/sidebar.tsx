import { PanelLeftClose, Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { newSession } from '../../actions/sessions.ts';
import { focusTargetRef } from '../../focus.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useSessionsStore } from '../../stores/sessions-store.ts';
import { useViewStore } from '../../stores/view-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useShortcut } from '../controls/shortcut.ts';
import { GroupMenu } from './group-menu.tsx';
import { type OpenMenu, SidebarMenuContext } from './menu-context.ts';
import { rovingTarget } from './roving.ts';
import { SessionGroupSection } from './session-group-section.tsx';
import { SessionMenu } from './session-menu.tsx';
import styles from './sidebar.module.css';

const focusTarget = focusTargetRef('sidebar');

/** All sessions, by project. */
export function Sidebar() {
  const projects = useSessionsStore((store) => store.projects);
  const toggleSidebar = useViewStore((store) => store.toggleSidebar);
  const openDialog = useViewStore((store) => store.openDialog);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const now = useNow(30_000);
  const newShortcut = useShortcut('session.new');
  const hideShortcut = useShortcut('view.toggle-sidebar');

  return (
    <SidebarMenuContext value={setMenu}>
      <nav
        ref={focusTarget}
        aria-label={text.sidebar.label}
        className={styles['sidebar']}
        onKeyDown={moveFocus}
      >
        <div className={styles['top']}>
          <button type="button" className={styles['new']} onClick={() => attempt(() => newSession(null))}>
            <Plus size={16} aria-hidden />
            {text.common.newSession}
            <kbd className={styles['key']} aria-hidden>
              {newShortcut}
            </kbd>
          </button>
          <IconButton label={text.sidebar.hide} shortcut={hideShortcut} onClick={toggleSidebar}>
            <PanelLeftClose size={17} aria-hidden />
          </IconButton>
        </div>
        <div className={styles['list']}>
          {projects.map((project) => (
            <SessionGroupSection key={project.id} project={project} now={now} />
          ))}
          <SessionGroupSection project={null} now={now} />
          <button type="button" className={styles['newProject']} onClick={() => openDialog('new-project')}>
            <Plus size={14} aria-hidden />
            {text.sidebar.newProject}
          </button>
        </div>
      </nav>
      <SessionMenu menu={menu?.kind === 'session' ? menu : null} onClose={() => setMenu(null)} />
      <GroupMenu menu={menu?.kind === 'project' ? menu : null} onClose={() => setMenu(null)} />
    </SidebarMenuContext>
  );
}

/** Arrow keys, Home and End go through the sessions; Tab leaves the list. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(document.activeElement instanceof HTMLElement)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-roving]')];
  const target = rovingTarget(event.key, rows.indexOf(document.activeElement), rows.length);
  if (target === undefined) return;
  event.preventDefault();
  rows[target]?.focus();
}

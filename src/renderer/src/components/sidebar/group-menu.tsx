import { Menu } from '@base-ui/react/menu';
import { Archive, ArchiveRestore, Pencil, Plus, Settings2, Trash2 } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { askToDeleteProject } from '../../actions/deleting.ts';
import { newSession } from '../../actions/sessions.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { MenuFrame } from '../controls/menu-frame.tsx';
import popup from '../controls/popup.module.css';
import type { OpenMenu } from './menu-context.ts';

export interface GroupMenuProps {
  readonly menu: Extract<OpenMenu, { kind: 'project' }> | null;
  readonly onClose: () => void;
}

const { actions } = text.library;

/** What can be done with a project. */
export function GroupMenu({ menu, onClose }: GroupMenuProps) {
  const startRenaming = useViewStore((store) => store.startRenaming);
  const openAbout = useViewStore((store) => store.openAbout);
  const updateProject = useSessionsStore((store) => store.updateProject);
  const id = menu?.project.id ?? '';
  const isArchived = menu?.project.isArchived === true;
  return (
    <MenuFrame menu={menu} fallback="sidebar" onClose={onClose}>
      <Menu.Item className={popup['item']} onClick={() => attempt(() => newSession(id))}>
        <Plus size={14} aria-hidden />
        {text.common.newSession}
      </Menu.Item>
      <Menu.Separator className={popup['separator']} />
      <Menu.Item className={popup['item']} onClick={() => startRenaming({ kind: 'project', id })}>
        <Pencil size={14} aria-hidden />
        {text.sidebar.renameProject}
      </Menu.Item>
      <Menu.Item className={popup['item']} onClick={() => openAbout({ name: 'project', projectId: id })}>
        <Settings2 size={14} aria-hidden />
        {actions.editProject}
      </Menu.Item>
      <Menu.Item
        className={popup['item']}
        onClick={() => attempt(() => updateProject(id, { isArchived: !isArchived }))}
      >
        {isArchived ? <ArchiveRestore size={14} aria-hidden /> : <Archive size={14} aria-hidden />}
        {isArchived ? actions.unarchiveProject : actions.archiveProject}
      </Menu.Item>
      <Menu.Item className={popup['item']} onClick={() => menu !== null && askToDeleteProject(menu.project)}>
        <Trash2 size={14} aria-hidden />
        {text.sidebar.deleteProject}
      </Menu.Item>
    </MenuFrame>
  );
}

import { Menu } from '@base-ui/react/menu';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { deleteProject, newSession } from '../../actions/sessions.ts';
import { useViewStore } from '../../stores/view-store.ts';
import popup from '../controls/popup.module.css';
import type { OpenMenu } from './menu-context.ts';
import { MenuFrame } from './menu-frame.tsx';

export interface GroupMenuProps {
  readonly menu: Extract<OpenMenu, { kind: 'project' }> | null;
  readonly onClose: () => void;
}

/** What can be done with a project. */
export function GroupMenu({ menu, onClose }: GroupMenuProps) {
  const startRenaming = useViewStore((store) => store.startRenaming);
  const id = menu?.project.id ?? '';
  const name = menu?.project.name ?? '';
  return (
    <MenuFrame menu={menu} onClose={onClose}>
      <Menu.Item className={popup['item']} onClick={() => attempt(() => newSession(id))}>
        <Plus size={14} aria-hidden />
        {text.common.newSession}
      </Menu.Item>
      <Menu.Separator className={popup['separator']} />
      <Menu.Item className={popup['item']} onClick={() => startRenaming({ kind: 'project', id })}>
        <Pencil size={14} aria-hidden />
        {text.sidebar.renameProject}
      </Menu.Item>
      <Menu.Item className={popup['item']} onClick={() => attempt(() => deleteProject(id, name))}>
        <Trash2 size={14} aria-hidden />
        {text.sidebar.deleteProject}
      </Menu.Item>
    </MenuFrame>
  );
}

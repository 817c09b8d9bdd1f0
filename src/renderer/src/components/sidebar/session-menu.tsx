import { Menu } from '@base-ui/react/menu';
import { FileDown, Pencil, Trash2 } from 'lucide-react';
import { exportFormats } from '#shared/contract/app.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { deleteSession, exportSession } from '../../actions/sessions.ts';
import { useViewStore } from '../../stores/view-store.ts';
import popup from '../controls/popup.module.css';
import type { OpenMenu } from './menu-context.ts';
import { MenuFrame } from './menu-frame.tsx';

export interface SessionMenuProps {
  readonly menu: Extract<OpenMenu, { kind: 'session' }> | null;
  readonly onClose: () => void;
}

/** What can be done with a session of the list. */
export function SessionMenu({ menu, onClose }: SessionMenuProps) {
  const startRenaming = useViewStore((store) => store.startRenaming);
  const id = menu?.session.id ?? '';
  return (
    <MenuFrame menu={menu} onClose={onClose}>
      <Menu.Item
        className={popup['item']}
        onClick={() => startRenaming({ kind: 'session', id, place: 'sidebar' })}
      >
        <Pencil size={14} aria-hidden />
        {text.common.rename}
        <kbd className={popup['shortcut']}>F2</kbd>
      </Menu.Item>
      <Menu.Separator className={popup['separator']} />
      {exportFormats.map((format) => (
        <Menu.Item
          key={format}
          className={popup['item']}
          disabled={menu?.session.messageCount === 0}
          onClick={() => attempt(() => exportSession(id, format))}
        >
          <FileDown size={14} aria-hidden />
          {text.sidebar.exportAs[format]}
        </Menu.Item>
      ))}
      <Menu.Separator className={popup['separator']} />
      <Menu.Item className={popup['item']} onClick={() => attempt(() => deleteSession(id))}>
        <Trash2 size={14} aria-hidden />
        {text.common.delete}
        <kbd className={popup['shortcut']}>Del</kbd>
      </Menu.Item>
    </MenuFrame>
  );
}

import { Menu } from '@base-ui/react/menu';
import { BarChart3, Check, FolderPlus, History, Tags, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { sessionSorts } from '#shared/contract/sessions.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { useSelectionStore } from '../../stores/library/selection-store.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { MenuFrame, type MenuPlace } from '../controls/menu-frame.tsx';
import popup from '../controls/popup.module.css';
import { useShortcut } from '../controls/shortcut.ts';
import styles from './sidebar-menu.module.css';

const words = text.library;

export interface SidebarMenuProps {
  readonly menu: MenuPlace | null;
  readonly onClose: () => void;
}

/** How the list is shown, and the other rooms of the library. */
export function SidebarMenu({ menu, onClose }: SidebarMenuProps) {
  const isArchived = useSessionsStore((store) => store.view.isArchived);
  const sort = useSettingsStore((store) => store.settings.sessionSort);
  const update = useSettingsStore((store) => store.update);
  const { openAbout, openDialog, show } = useViewStore.getState();

  function showArchived(isWanted: boolean): void {
    useSelectionStore.getState().clear();
    attempt(() => useSessionsStore.getState().showArchived(isWanted));
  }

  return (
    <MenuFrame menu={menu} align="end" fallback="sidebar" label={words.menu} onClose={onClose}>
      <Menu.Group>
        <Menu.GroupLabel className={styles['label']}>{words.sortBy}</Menu.GroupLabel>
        <Menu.RadioGroup value={sort} onValueChange={(sessionSort) => attempt(() => update({ sessionSort }))}>
          {sessionSorts.map((each) => (
            <Menu.RadioItem key={each} value={each} className={popup['item']} closeOnClick>
              <span className={styles['mark']}>
                <Menu.RadioItemIndicator>
                  <Check size={14} aria-hidden />
                </Menu.RadioItemIndicator>
              </span>
              {words.sorts[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Group>
      <Menu.Separator className={popup['separator']} />
      <Menu.CheckboxItem
        className={popup['item']}
        checked={isArchived}
        onCheckedChange={showArchived}
        closeOnClick
      >
        <span className={styles['mark']}>
          <Menu.CheckboxItemIndicator>
            <Check size={14} aria-hidden />
          </Menu.CheckboxItemIndicator>
        </span>
        {words.showArchived}
      </Menu.CheckboxItem>
      <Menu.Separator className={popup['separator']} />
      <Item
        name={text.sidebar.newProject}
        command="project.new"
        onClick={() => openAbout({ name: 'project', projectId: null })}
      >
        <FolderPlus size={14} aria-hidden />
      </Item>
      <Item name={words.manageTags} onClick={() => openDialog('tags')}>
        <Tags size={14} aria-hidden />
      </Item>
      <Menu.Separator className={popup['separator']} />
      <Item name={text.commands['history.open']} command="history.open" onClick={() => show('history')}>
        <History size={14} aria-hidden />
      </Item>
      <Item
        name={text.commands['statistics.open']}
        command="statistics.open"
        onClick={() => show('statistics')}
      >
        <BarChart3 size={14} aria-hidden />
      </Item>
      <Item name={text.commands['trash.open']} command="trash.open" onClick={() => show('trash')}>
        <Trash2 size={14} aria-hidden />
      </Item>
    </MenuFrame>
  );
}

interface ItemProps {
  readonly name: string;
  readonly command?: Parameters<typeof useShortcut>[0];
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Item({ name, command, onClick, children }: ItemProps) {
  const shortcut = useShortcut(command ?? 'app.settings');
  return (
    <Menu.Item className={popup['item']} onClick={onClick}>
      {children}
      {name}
      {command !== undefined && <kbd className={popup['shortcut']}>{shortcut}</kbd>}
    </Menu.Item>
  );
}

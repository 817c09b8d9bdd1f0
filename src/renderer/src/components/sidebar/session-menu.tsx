import { Menu } from '@base-ui/react/menu';
import {
  Archive,
  ArchiveRestore,
  Copy,
  FileDown,
  FolderInput,
  Info,
  Mail,
  MailOpen,
  Merge,
  Pencil,
  Pin,
  PinOff,
  Tags,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { exportFormats } from '#shared/contract/transfer.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { deleteSessions, mergeSessions } from '../../actions/deleting.ts';
import {
  duplicateSession,
  knownOf,
  toggleArchive,
  togglePin,
  toggleUnread,
} from '../../actions/session-changes.ts';
import { exportSession } from '../../actions/sessions.ts';
import { useSelectionStore } from '../../stores/library/selection-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { MenuFrame } from '../controls/menu-frame.tsx';
import popup from '../controls/popup.module.css';
import type { OpenMenu } from './menu-context.ts';

export interface SessionMenuProps {
  readonly menu: Extract<OpenMenu, { kind: 'session' }> | null;
  readonly onClose: () => void;
}

const { actions } = text.library;

/** What can be done with a session of the list, or with all selected ones when it is one of them. */
export function SessionMenu({ menu, onClose }: SessionMenuProps) {
  const selected = useSelectionStore((store) => store.selection.ids);
  const openAbout = useViewStore((store) => store.openAbout);
  const session = menu?.session;
  const id = session?.id ?? '';
  const ids = selected.has(id) ? [...selected] : [id];
  const isOne = ids.length === 1;
  const all = menu === null ? [] : knownOf(ids);
  const arePinned = all.every(({ isPinned }) => isPinned);
  const areArchived = all.every(({ isArchived }) => isArchived);
  const isAnyUnread = all.some(({ isUnread }) => isUnread);

  return (
    <MenuFrame menu={menu} fallback="sidebar" onClose={onClose}>
      {isOne && <SingleItems id={id} />}
      <Item
        icon={arePinned ? <PinOff size={14} aria-hidden /> : <Pin size={14} aria-hidden />}
        name={arePinned ? actions.unpin : actions.pin}
        onClick={() => attempt(() => togglePin(ids))}
      />
      <Item
        icon={areArchived ? <ArchiveRestore size={14} aria-hidden /> : <Archive size={14} aria-hidden />}
        name={areArchived ? actions.unarchive : actions.archive}
        onClick={() => attempt(() => toggleArchive(ids))}
      />
      <Item
        icon={<FolderInput size={14} aria-hidden />}
        name={actions.move}
        onClick={() => openAbout({ name: 'move', sessionIds: ids })}
      />
      <Item
        icon={<Tags size={14} aria-hidden />}
        name={actions.tags}
        onClick={() => openAbout({ name: 'tags-of', sessionIds: ids })}
      />
      <Item
        icon={isAnyUnread ? <MailOpen size={14} aria-hidden /> : <Mail size={14} aria-hidden />}
        name={isAnyUnread ? actions.markRead : actions.markUnread}
        onClick={() => attempt(() => toggleUnread(ids))}
      />
      {ids.length === 2 && (
        <Item
          icon={<Merge size={14} aria-hidden />}
          name={actions.merge}
          onClick={() => attempt(() => mergeSessions(ids[0] ?? '', ids[1] ?? ''))}
        />
      )}
      {isOne && (
        <>
          <Menu.Separator className={popup['separator']} />
          {exportFormats.map((format) => (
            <Item
              key={format}
              icon={<FileDown size={14} aria-hidden />}
              name={text.sidebar.exportAs[format]}
              disabled={session?.messageCount === 0}
              onClick={() => attempt(() => exportSession({ sessionId: id, format }))}
            />
          ))}
        </>
      )}
      <Menu.Separator className={popup['separator']} />
      <Item
        icon={<Trash2 size={14} aria-hidden />}
        name={text.common.delete}
        shortcut="Del"
        onClick={() => attempt(() => deleteSessions(ids))}
      />
    </MenuFrame>
  );
}

/** What is done with one session only. */
function SingleItems({ id }: { readonly id: string }) {
  const startRenaming = useViewStore((store) => store.startRenaming);
  const openAbout = useViewStore((store) => store.openAbout);
  return (
    <>
      <Item
        icon={<Pencil size={14} aria-hidden />}
        name={text.common.rename}
        shortcut="F2"
        onClick={() => startRenaming({ kind: 'session', id, place: 'sidebar' })}
      />
      <Item
        icon={<Copy size={14} aria-hidden />}
        name={actions.duplicate}
        onClick={() => attempt(() => duplicateSession(id))}
      />
      <Item
        icon={<Info size={14} aria-hidden />}
        name={actions.details}
        onClick={() => openAbout({ name: 'details', sessionId: id })}
      />
      <Menu.Separator className={popup['separator']} />
    </>
  );
}

interface ItemProps {
  readonly icon: ReactNode;
  readonly name: string;
  readonly shortcut?: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Item({ icon, name, shortcut, disabled = false, onClick }: ItemProps) {
  return (
    <Menu.Item className={popup['item']} disabled={disabled} onClick={onClick}>
      {icon}
      {name}
      {shortcut !== undefined && <kbd className={popup['shortcut']}>{shortcut}</kbd>}
    </Menu.Item>
  );
}

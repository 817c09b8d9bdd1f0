import {
  Archive,
  ArchiveRestore,
  FolderInput,
  Mail,
  MailOpen,
  Merge,
  Pin,
  Tags,
  Trash2,
  X,
} from 'lucide-react';
import { useMemo } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { deleteSessions, mergeSessions } from '../../actions/deleting.ts';
import { knownOf, toggleArchive, togglePin, toggleUnread } from '../../actions/session-changes.ts';
import { focusIfLost, focusOn } from '../../focus.ts';
import { useSelectionStore } from '../../stores/library/selection-store.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import styles from './selection-bar.module.css';

const { actions, selection: words } = text.library;

/** What can be done with all selected sessions at once. */
export function SelectionBar() {
  const { ids: selected, isCutOff } = useSelectionStore((store) => store.selection);
  const clear = useSelectionStore((store) => store.clear);
  const groups = useSessionsStore((store) => store.groups);
  const openAbout = useViewStore((store) => store.openAbout);
  const ids = useMemo(() => [...selected], [selected]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known changes with the lists
  const all = useMemo(() => knownOf(ids), [ids, groups]);
  if (ids.length === 0) return null;

  const areArchived = all.every(({ isArchived }) => isArchived);
  const isAnyUnread = all.some(({ isUnread }) => isUnread);
  const [one = '', other = ''] = ids;
  const run = (action: () => Promise<void>) => {
    attempt(action);
    // What goes away with the selection leaves the keyboard to the list.
    focusIfLost('sidebar');
  };

  return (
    <div className={styles['bar']} role="toolbar" aria-label={words.label}>
      <div className={styles['line']}>
        <span className={styles['count']} role="status">
          {isCutOff ? words.countCutOff(ids.length) : words.count(ids.length)}
        </span>
        <IconButton
          label={words.clear}
          shortcut="Esc"
          onClick={() => {
            clear();
            focusOn('sidebar');
          }}
        >
          <X size={15} aria-hidden />
        </IconButton>
      </div>
      <div className={styles['line']}>
        <IconButton label={actions.move} onClick={() => openAbout({ name: 'move', sessionIds: ids })}>
          <FolderInput size={16} aria-hidden />
        </IconButton>
        <IconButton label={actions.tags} onClick={() => openAbout({ name: 'tags-of', sessionIds: ids })}>
          <Tags size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={all.every(({ isPinned }) => isPinned) ? actions.unpin : actions.pin}
          onClick={() => run(() => togglePin(ids))}
        >
          <Pin size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={areArchived ? actions.unarchive : actions.archive}
          onClick={() => run(() => toggleArchive(ids))}
        >
          {areArchived ? <ArchiveRestore size={16} aria-hidden /> : <Archive size={16} aria-hidden />}
        </IconButton>
        <IconButton
          label={isAnyUnread ? actions.markRead : actions.markUnread}
          onClick={() => run(() => toggleUnread(ids))}
        >
          {isAnyUnread ? <MailOpen size={16} aria-hidden /> : <Mail size={16} aria-hidden />}
        </IconButton>
        <IconButton
          label={ids.length === 2 ? actions.merge : words.mergeNeedsTwo}
          aria-disabled={ids.length !== 2}
          onClick={() => ids.length === 2 && run(() => mergeSessions(one, other))}
        >
          <Merge size={16} aria-hidden />
        </IconButton>
        <IconButton label={text.common.delete} shortcut="Del" onClick={() => run(() => deleteSessions(ids))}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

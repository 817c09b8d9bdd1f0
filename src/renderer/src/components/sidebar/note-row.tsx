import { text } from '#shared/text/index.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import type { Row } from '../../stores/library/sidebar-layout.ts';
import { Button } from '../controls/button.tsx';
import styles from './note-row.module.css';
import { useTreeActions } from './tree-context.ts';

export interface NoteRowProps {
  readonly row: Extract<Row, { kind: 'note' }>;
  readonly top: number;
  readonly isTabStop: boolean;
}

/** The end of a section: nothing there, more to come, or why nothing came. */
export function NoteRow({ row, top, isTabStop }: NoteRowProps) {
  const isArchive = useSessionsStore((store) => store.view.isArchived);
  const { retry } = useTreeActions();
  const { section, note } = row;
  const siblings = section.group.sessions.length + 1;
  return (
    <div
      role="treeitem"
      data-roving
      data-row={row.key}
      data-note={note}
      className={styles['note']}
      style={{ top }}
      tabIndex={isTabStop ? 0 : -1}
      aria-level={section.level + 1}
      aria-posinset={siblings}
      aria-setsize={siblings}
      aria-selected={false}
    >
      {note === 'loading' && text.common.loading}
      {note === 'empty' && emptyText(section.project !== null, isArchive)}
      {note === 'failed' && (
        <span className={styles['failed']}>
          {text.sidebar.loadFailed}
          <Button look="quiet" tabIndex={-1} onClick={() => retry(section)}>
            {text.common.retry}
          </Button>
        </span>
      )}
    </div>
  );
}

function emptyText(isProject: boolean, isArchive: boolean): string {
  if (isArchive) return text.library.emptyArchive;
  return isProject ? text.sidebar.emptyProject : text.sidebar.empty;
}

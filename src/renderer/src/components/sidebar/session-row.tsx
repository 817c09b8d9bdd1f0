import { Ellipsis, Pin } from 'lucide-react';
import { type CSSProperties, memo, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { SessionSummary, Tag } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { renameSession, titleOf } from '../../actions/sessions.ts';
import { focusIfLost } from '../../focus.ts';
import { formatFullTime } from '../../format/time.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { tagsOf, useTagsStore } from '../../stores/library/tags-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { classNames } from '../controls/class-names.ts';
import { projectColour } from '../controls/project-colour.ts';
import { RenameField } from '../controls/rename-field.tsx';
import { VisuallyHidden } from '../controls/visually-hidden.tsx';
import { menuPlace } from './menu-context.ts';
import { secondLine } from './second-line.ts';
import styles from './session-row.module.css';
import { useTreeActions } from './tree-context.ts';

export interface SessionRowProps {
  readonly session: SessionSummary;
  readonly top: number;
  readonly level: number;
  /** From 1, and how many there are; -1 when that is not known yet. */
  readonly position: number;
  readonly siblings: number;
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
  /** When it was last active, as short as possible. */
  readonly time: string;
}

export const SessionRow = memo(function SessionRow(props: SessionRowProps) {
  const { session, top, isOpen, isTabStop, isSelected, time } = props;
  const row = useRef<HTMLDivElement>(null);
  const isRenaming = useViewStore(
    ({ renaming }) =>
      renaming?.kind === 'session' && renaming.place === 'sidebar' && renaming.id === session.id,
  );
  const actions = useTreeActions();
  const title = titleOf(session);
  const place: CSSProperties = { top };
  const look = classNames(styles['row'], isOpen && styles['open'], isSelected && styles['selected']);

  if (isRenaming) return <RenamingRow session={session} style={place} className={look} />;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers the keys of all rows
    <div
      ref={row}
      role="treeitem"
      data-roving
      data-row={session.id}
      data-session={session.id}
      className={look}
      style={place}
      tabIndex={isTabStop ? 0 : -1}
      aria-level={props.level}
      aria-posinset={props.position}
      aria-setsize={props.siblings}
      aria-selected={isSelected}
      aria-current={isOpen ? 'page' : undefined}
      draggable
      onClick={(event) => actions.press(event, session)}
      onDoubleClick={() => actions.rename(session)}
      onDragStart={(event) => actions.dragStart(event, session)}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.menuOf(session, menuPlace(event, event.currentTarget), event.currentTarget);
      }}
    >
      <span className={styles['title']}>
        <SessionState session={session} />
        {title}
      </span>
      <SessionMarks session={session} />
      <time
        className={styles['time']}
        dateTime={new Date(session.updatedAt).toISOString()}
        title={formatFullTime(session.updatedAt)}
      >
        {time}
      </time>
      <span className={styles['preview']}>{secondLine(session, title)}</span>
      <button
        type="button"
        className={styles['menu']}
        tabIndex={-1}
        aria-label={text.sidebar.sessionMenu(title)}
        aria-haspopup="menu"
        onClick={(event) => {
          event.stopPropagation();
          actions.menuOf(session, { anchor: event.currentTarget, isByKey: event.detail === 0 }, row.current);
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        <Ellipsis size={15} aria-hidden />
      </button>
    </div>
  );
});

/** The dot before a title: an answer is being written, or waits to be read. */
function SessionState({ session }: { readonly session: SessionSummary }) {
  const isBusy = useChatStore((store) => store.running[session.id] !== undefined);
  if (!isBusy && !session.isUnread) return null;
  return (
    <span className={classNames(styles['dot'], isBusy ? styles['busy'] : styles['unread'])}>
      <VisuallyHidden>{isBusy ? text.sidebar.answering : text.library.unread} </VisuallyHidden>
    </span>
  );
}

/** Its pin and its tags, as small as they can be; their words are in tooltip and name. */
function SessionMarks({ session }: { readonly session: SessionSummary }) {
  const tags = useTagsStore(useShallow((store): readonly Tag[] => tagsOf(store.tags, session.tagIds)));
  if (tags.length === 0 && !session.isPinned) return null;
  const names = tags.map(({ name }) => name);
  return (
    <span className={styles['marks']} title={names.join(', ')}>
      {tags.slice(0, tagsShown).map((tag) => (
        <span key={tag.id} className={styles['tag']} style={{ background: projectColour(tag) }} aria-hidden />
      ))}
      {names.length > 0 && <VisuallyHidden> {text.library.tagged(names)} </VisuallyHidden>}
      {session.isPinned && (
        <>
          <Pin size={11} aria-hidden />
          <VisuallyHidden> {text.library.isPinned} </VisuallyHidden>
        </>
      )}
    </span>
  );
}

const tagsShown = 4;

interface RenamingRowProps {
  readonly session: SessionSummary;
  readonly style: CSSProperties;
  readonly className: string;
}

function RenamingRow({ session, style, className }: RenamingRowProps) {
  // The keyboard was in the field: with it gone the row has it again, unless something else was clicked.
  function stopRenaming(): void {
    useViewStore.getState().stopRenaming();
    focusIfLost('sidebar');
  }
  return (
    <div
      role="treeitem"
      tabIndex={-1}
      aria-selected={false}
      className={classNames(className, styles['renaming'])}
      style={style}
    >
      <RenameField
        label={text.sidebar.titleField}
        value={session.title}
        onSave={(entered) => {
          stopRenaming();
          if (entered.trim() !== session.title) attempt(() => renameSession(session.id, entered));
        }}
        onCancel={stopRenaming}
      />
    </div>
  );
}

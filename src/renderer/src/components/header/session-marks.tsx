import { Archive, Pin, Tag as TagIcon } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import type { Session } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { togglePin } from '../../actions/session-changes.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { tagsOf, useTagsStore } from '../../stores/library/tags-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { ColourDot } from '../controls/colour-dot.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { useShortcut } from '../controls/shortcut.ts';
import styles from './header.module.css';

interface SessionProps {
  readonly session: Session;
}

const words = text.library;

/** Where the session is; pressed, it moves. */
export function ProjectChip({ session }: SessionProps) {
  const openAbout = useViewStore((store) => store.openAbout);
  const project = useSessionsStore(({ projects }) => projects.find(({ id }) => id === session.projectId));
  if (project === undefined) return null;
  const name = words.header.moveFrom(project.name);
  return (
    <button
      type="button"
      className={styles['chip']}
      title={name}
      aria-label={name}
      onClick={() => openAbout({ name: 'move', sessionIds: [session.id] })}
    >
      <ColourDot colour={project.colour} />
      <span className={styles['chipName']}>{project.name}</span>
    </button>
  );
}

/** Its tags by colour, the first by its name too; pressed, they change. */
export function TagsChip({ session }: SessionProps) {
  const openAbout = useViewStore((store) => store.openAbout);
  const tags = useTagsStore(useShallow((store) => tagsOf(store.tags, session.tagIds)));
  const name = words.header.tags(tags.map((tag) => tag.name));
  const open = () => openAbout({ name: 'tags-of', sessionIds: [session.id] });
  const shortcut = useShortcut('session.tags');
  if (tags.length === 0) {
    return (
      <IconButton label={name} shortcut={shortcut} className={styles['wide']} onClick={open}>
        <TagIcon size={15} aria-hidden />
      </IconButton>
    );
  }
  return (
    <button type="button" className={styles['chip']} title={name} aria-label={name} onClick={open}>
      {tags.slice(0, 5).map((tag) => (
        <ColourDot key={tag.id} colour={tag.colour} />
      ))}
      <span className={styles['chipName']}>{tags.length === 1 ? tags[0]?.name : tags.length}</span>
    </button>
  );
}

export function PinButton({ session }: SessionProps) {
  const shortcut = useShortcut('session.pin');
  return (
    <IconButton
      label={words.actions.pin}
      shortcut={shortcut}
      aria-pressed={session.isPinned}
      className={session.isPinned ? styles['pinned'] : styles['wide']}
      onClick={() => attempt(() => togglePin([session.id]))}
    >
      <Pin size={15} fill={session.isPinned ? 'currentColor' : 'none'} aria-hidden />
    </IconButton>
  );
}

export function ArchivedMark({ session }: SessionProps) {
  if (!session.isArchived) return null;
  return (
    <span className={styles['archived']}>
      <Archive size={13} aria-hidden />
      {words.header.archived}
    </span>
  );
}

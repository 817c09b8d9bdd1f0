import { ChevronRight, Ellipsis, Plus } from 'lucide-react';
import { memo } from 'react';
import type { Project } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { newSession } from '../../actions/sessions.ts';
import { focusIfLost } from '../../focus.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { headingKey, type Section } from '../../stores/library/sidebar-layout.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { classNames } from '../controls/class-names.ts';
import { projectColour } from '../controls/project-colour.ts';
import { RenameField } from '../controls/rename-field.tsx';
import styles from './heading-row.module.css';
import { menuPlace, useOpenMenu } from './menu-context.ts';
import { useTreeActions } from './tree-context.ts';

export interface HeadingRowProps {
  readonly section: Section;
  readonly isTabStop: boolean;
  readonly isDropTarget: boolean;
}

/** The name of a section, which folds and unfolds it. */
export const HeadingRow = memo(function HeadingRow({ section, isTabStop, isDropTarget }: HeadingRowProps) {
  const { project, isFolded, top } = section;
  const { pressHeading } = useTreeActions();
  const openMenu = useOpenMenu();
  const startRenaming = useViewStore((store) => store.startRenaming);
  const isRenaming = useViewStore(
    ({ renaming }) => renaming?.kind === 'project' && renaming.id === project?.id,
  );
  const name = sectionName(section);
  const isArchive = useSessionsStore((store) => store.view.isArchived);
  const count = countOf(section, isArchive);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers the keys of all rows
    <div
      role="treeitem"
      data-roving
      data-row={headingKey(section.key)}
      data-section={section.key}
      className={classNames(styles['head'], isDropTarget && styles['target'])}
      style={{ top, paddingLeft: section.level === 2 ? 18 : undefined }}
      tabIndex={isTabStop ? 0 : -1}
      aria-level={section.level}
      aria-posinset={section.position}
      aria-setsize={section.siblings}
      aria-expanded={!isFolded}
      aria-selected={false}
      aria-label={name}
      aria-description={count?.words}
      onClick={() => !isRenaming && pressHeading(section)}
      onDoubleClick={() => project !== null && startRenaming({ kind: 'project', id: project.id })}
      onContextMenu={(event) => {
        event.preventDefault();
        const row = event.currentTarget;
        if (project !== null) {
          openMenu({ kind: 'project', project, returnFocusTo: row, ...menuPlace(event, row) });
        }
      }}
    >
      <ChevronRight
        size={13}
        aria-hidden
        className={classNames(styles['chevron'], !isFolded && styles['unfolded'])}
      />
      {project !== null && (
        <span className={styles['colour']} style={{ background: projectColour(project) }} aria-hidden />
      )}
      {isRenaming && project !== null ? (
        <ProjectField project={project} />
      ) : (
        <span className={styles['name']} title={project?.description || undefined}>
          {name}
        </span>
      )}
      <Count count={count} />
      {project !== null && !isRenaming && <ProjectButtons project={project} />}
    </div>
  );
});

/** The words of a section's heading. */
export function sectionName({ key, project }: Pick<Section, 'key' | 'project'>): string {
  if (project !== null) return project.name;
  if (key === 'pinned') return text.library.pinned;
  return key === 'inbox' ? text.sidebar.inbox : text.library.archivedProjects;
}

/** Drawn, not written: the name of the row is the name of the section, the number describes it. */
function Count({ count }: { readonly count: SectionCount | null }) {
  if (count === null) return null;
  return <span className={styles['count']} title={count.words} data-count={count.short} />;
}

interface SectionCount {
  readonly short: string;
  readonly words: string;
}

/** How many sessions a section has, as far as that is known; null for none. */
function countOf({ key, project, group }: Section, isArchive: boolean): SectionCount | null {
  const { length } = group.sessions;
  if (key === 'archived-projects') return null;
  const isKnown = !group.hasMore || (project !== null && !isArchive);
  const count = group.hasMore && isKnown ? Math.max(project?.sessionCount ?? 0, length) : length;
  if (count === 0) return null;
  return isKnown
    ? { short: String(count), words: text.sidebar.sessionCount(count) }
    : { short: `${count}+`, words: text.library.atLeast(count) };
}

function ProjectField({ project }: { readonly project: Project }) {
  function stopRenaming(): void {
    useViewStore.getState().stopRenaming();
    focusIfLost('sidebar');
  }
  const updateProject = useSessionsStore((store) => store.updateProject);
  return (
    <RenameField
      label={text.sidebar.projectField}
      value={project.name}
      onSave={(entered) => {
        stopRenaming();
        const name = entered.trim();
        if (name !== '' && name !== project.name) attempt(() => updateProject(project.id, { name }));
      }}
      onCancel={stopRenaming}
    />
  );
}

function ProjectButtons({ project }: { readonly project: Project }) {
  const openMenu = useOpenMenu();
  return (
    <span className={styles['actions']}>
      <button
        type="button"
        className={styles['action']}
        tabIndex={-1}
        aria-label={text.sidebar.newSessionIn(project.name)}
        title={text.sidebar.newSessionIn(project.name)}
        onClick={(event) => {
          event.stopPropagation();
          attempt(() => newSession(project.id));
        }}
      >
        <Plus size={14} aria-hidden />
      </button>
      <button
        type="button"
        className={styles['action']}
        tabIndex={-1}
        aria-label={text.sidebar.projectMenu(project.name)}
        aria-haspopup="menu"
        onClick={(event) => {
          event.stopPropagation();
          const anchor = event.currentTarget;
          const returnFocusTo = anchor.closest<HTMLElement>('[data-roving]');
          openMenu({ kind: 'project', project, anchor, returnFocusTo, isByKey: event.detail === 0 });
        }}
      >
        <Ellipsis size={15} aria-hidden />
      </button>
    </span>
  );
}

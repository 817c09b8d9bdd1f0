import { Ellipsis, Plus } from 'lucide-react';
import { useId } from 'react';
import type { Project } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { newSession } from '../../actions/sessions.ts';
import { formatShortTime } from '../../format/time.ts';
import { useChatStore } from '../../stores/chat-store.ts';
import { emptyGroup, groupKeyOf } from '../../stores/session-groups.ts';
import { useSessionsStore } from '../../stores/sessions-store.ts';
import { useViewStore } from '../../stores/view-store.ts';
import { projectColour } from '../controls/project-colour.ts';
import { RenameField } from '../controls/rename-field.tsx';
import { anchorOf, useOpenMenu } from './menu-context.ts';
import { MoreSessions } from './more-sessions.tsx';
import styles from './session-group-section.module.css';
import { SessionRow } from './session-row.tsx';
import { useRovingId } from './use-roving-id.ts';

export interface SessionGroupSectionProps {
  /** Null is the Inbox. */
  readonly project: Project | null;
  readonly now: number;
}

/** One project, or the Inbox, with its sessions. */
export function SessionGroupSection({ project, now }: SessionGroupSectionProps) {
  const headingId = useId();
  const key = groupKeyOf(project?.id ?? null);
  const group = useSessionsStore((store) => store.groups[key] ?? emptyGroup);
  const openSessionId = useChatStore((store) => store.openSessionId);
  const rovingId = useRovingId();

  return (
    <section aria-labelledby={headingId} className={styles['group']}>
      {project === null ? (
        <div className={styles['head']}>
          <h2 id={headingId} className={styles['name']}>
            {text.sidebar.inbox}
          </h2>
        </div>
      ) : (
        <ProjectHeading
          project={project}
          headingId={headingId}
          count={group.hasMore ? project.sessionCount : group.sessions.length}
        />
      )}
      <ul>
        {group.sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isOpen={session.id === openSessionId}
            isTabStop={session.id === rovingId}
            time={formatShortTime(session.updatedAt, now)}
          />
        ))}
      </ul>
      {group.state === 'ready' && group.sessions.length === 0 && (
        <p className={styles['empty']}>{project === null ? text.sidebar.empty : text.sidebar.emptyProject}</p>
      )}
      <MoreSessions groupKey={key} group={group} />
    </section>
  );
}

interface ProjectHeadingProps {
  readonly project: Project;
  readonly headingId: string;
  readonly count: number;
}

function ProjectHeading({ project, headingId, count }: ProjectHeadingProps) {
  const isRenaming = useViewStore(
    ({ renaming }) => renaming?.kind === 'project' && renaming.id === project.id,
  );
  const stopRenaming = useViewStore((store) => store.stopRenaming);
  const startRenaming = useViewStore((store) => store.startRenaming);
  const renameProject = useSessionsStore((store) => store.renameProject);
  const openMenu = useOpenMenu();

  function save(name: string): void {
    stopRenaming();
    const trimmed = name.trim();
    if (trimmed !== '' && trimmed !== project.name) attempt(() => renameProject(project.id, trimmed));
  }

  return (
    <div className={styles['head']}>
      <span className={styles['dot']} style={{ background: projectColour(project) }} aria-hidden />
      {isRenaming ? (
        <RenameField
          label={text.sidebar.projectField}
          value={project.name}
          onSave={save}
          onCancel={stopRenaming}
        />
      ) : (
        <h2
          id={headingId}
          className={styles['name']}
          onDoubleClick={() => startRenaming({ kind: 'project', id: project.id })}
          onContextMenu={(event) => {
            event.preventDefault();
            openMenu({ kind: 'project', project, anchor: anchorOf(event), returnFocusTo: null });
          }}
        >
          {project.name}
        </h2>
      )}
      <span className={styles['count']} title={text.sidebar.sessionCount(count)}>
        {count}
      </span>
      <span className={styles['actions']}>
        <button
          type="button"
          className={styles['action']}
          aria-label={text.sidebar.newSessionIn(project.name)}
          title={text.sidebar.newSessionIn(project.name)}
          onClick={() => attempt(() => newSession(project.id))}
        >
          <Plus size={14} aria-hidden />
        </button>
        <button
          type="button"
          className={styles['action']}
          aria-label={text.sidebar.projectMenu(project.name)}
          aria-haspopup="menu"
          onClick={(event) =>
            openMenu({
              kind: 'project',
              project,
              anchor: event.currentTarget,
              returnFocusTo: event.currentTarget,
            })
          }
        >
          <Ellipsis size={15} aria-hidden />
        </button>
      </span>
    </div>
  );
}

import { text } from '#shared/text/index.ts';
import { endSwitching } from '../../actions/recency.ts';
import { titleOf } from '../../actions/sessions.ts';
import { type RecentSession, useRecencyStore } from '../../stores/finding/recency-store.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { classNames } from '../controls/class-names.ts';
import { projectColour } from '../controls/project-colour.ts';
import { VisuallyHidden } from '../controls/visually-hidden.tsx';
import styles from './switcher.module.css';

/** The recently used sessions while Ctrl is held. The keyboard stays where it was. */
export function Switcher() {
  const walk = useRecencyStore((store) => store.walk);
  const walkTo = useRecencyStore((store) => store.walkTo);
  const { switcher } = text.search;
  const current = walk?.sessions[walk.index];

  return (
    <>
      <VisuallyHidden role="status">
        {walk !== null && current && switcher.at(titleOf(current), walk.index + 1, walk.sessions.length)}
      </VisuallyHidden>
      {walk !== null && (
        <div className={styles['panel']}>
          <div role="listbox" aria-label={switcher.label} className={styles['list']}>
            {walk.sessions.map((session, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: held keys choose; the keyboard stays where it was
              // biome-ignore lint/a11y/useKeyWithClickEvents: letting go of Ctrl does the same
              <div
                key={session.id}
                role="option"
                aria-selected={index === walk.index}
                className={classNames(styles['option'], index === walk.index && styles['active'])}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  walkTo(index);
                  endSwitching();
                }}
              >
                <SessionLine session={session} />
              </div>
            ))}
          </div>
          <p className={styles['hint']}>{switcher.hint}</p>
        </div>
      )}
    </>
  );
}

function SessionLine({ session }: { readonly session: RecentSession }) {
  const project = useSessionsStore(({ projects }) => projects.find(({ id }) => id === session.projectId));
  return (
    <>
      <span
        className={styles['dot']}
        style={{ background: project === undefined ? 'transparent' : projectColour(project) }}
        aria-hidden
      />
      <span className={styles['title']}>{titleOf(session)}</span>
      {project !== undefined && <span className={styles['project']}>{project.name}</span>}
    </>
  );
}

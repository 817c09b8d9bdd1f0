import type { Session } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { formatCount } from '../../format/numbers.ts';
import { formatFullTime } from '../../format/time.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { tagsOf, useTagsStore } from '../../stores/library/tags-store.ts';
import styles from './session-facts.module.css';

const words = text.library.details;

/** What Parlor itself knows about a session. */
export function SessionFacts({ session }: { readonly session: Session }) {
  const project = useSessionsStore(({ projects }) => projects.find(({ id }) => id === session.projectId));
  const tags = useTagsStore((store) => store.tags);
  const names = tagsOf(tags, session.tagIds).map(({ name }) => name);
  const facts: readonly (readonly [name: string, value: string])[] = [
    [words.project, project?.name ?? text.sidebar.inbox],
    [words.tags, names.join(', ') || words.noTags],
    [words.model, session.model ?? words.noModel],
    [words.messages, formatCount(session.messageCount)],
    [words.promptTokens, formatCount(session.promptTokens)],
    [words.replyTokens, formatCount(session.replyTokens)],
    [words.created, formatFullTime(session.createdAt)],
    [words.active, formatFullTime(session.updatedAt)],
    [words.id, session.id],
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles['fact']}>
          <dt className={styles['name']}>{name}</dt>
          <dd className={styles['value']}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

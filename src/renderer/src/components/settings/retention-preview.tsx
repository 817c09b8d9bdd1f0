import type { RetentionPreview } from '#shared/contract/trash.ts';
import { text } from '#shared/text/index.ts';
import { titleOf } from '../../actions/sessions.ts';
import { formatCount } from '../../format/numbers.ts';
import { formatShortTime } from '../../format/time.ts';
import styles from './settings.module.css';

const words = text.trash.settings;

/** What a policy would do now: a sentence, and behind it which sessions those are. */
export function RetentionResult({ preview: { count, examples } }: { readonly preview: RetentionPreview }) {
  const now = Date.now();
  return (
    <div className={styles['preview']} role="status">
      <p>{count === 0 ? words.previewNone : words.previewSome(formatCount(count), count === 1)}</p>
      {count > 0 && (
        <details>
          <summary>{words.showWhich}</summary>
          {count > examples.length && <p>{words.firstOnes(formatCount(examples.length))}</p>}
          <ul className={styles['examples']}>
            {examples.map((session) => (
              <li key={session.id}>
                <span className={styles['example']}>{titleOf(session)}</span>
                <span className={styles['note']}>
                  {words.lastUsed(formatShortTime(session.updatedAt, now))}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

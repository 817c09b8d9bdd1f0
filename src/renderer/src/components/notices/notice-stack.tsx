import { useShallow } from 'zustand/react/shallow';
import { text } from '#shared/text/index.ts';
import { useNoticesStore } from '../../stores/window/notices-store.ts';
import { NoticeCard } from './notice-card.tsx';
import styles from './notice-stack.module.css';

const shownAtOnce = 4;

/** The passing notices, the newest below. */
export function NoticeStack() {
  const notices = useNoticesStore(
    useShallow((store) =>
      store.notices.filter(({ content }) => content.kind !== 'problem').slice(-shownAtOnce),
    ),
  );
  return (
    <section className={styles['stack']} aria-label={text.notices.label} aria-live="polite">
      <ul className={styles['list']}>
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  );
}

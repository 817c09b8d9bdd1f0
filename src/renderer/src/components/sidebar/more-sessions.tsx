import { useEffect, useRef } from 'react';
import { text } from '#shared/text/index.ts';
import type { GroupKey, SessionGroup } from '../../stores/session-groups.ts';
import { useSessionsStore } from '../../stores/sessions-store.ts';
import { Button } from '../controls/button.tsx';
import styles from './more-sessions.module.css';

export interface MoreSessionsProps {
  readonly groupKey: GroupKey;
  readonly group: SessionGroup;
}

/** The end of a list that goes on: reads the next page when it comes into view, or when it is pressed. */
export function MoreSessions({ groupKey, group }: MoreSessionsProps) {
  const end = useRef<HTMLDivElement>(null);
  const load = useSessionsStore((store) => store.loadMore);
  const reload = useSessionsStore((store) => store.load);
  const hasFailed = typeof group.state === 'object';
  const waits = group.hasMore && group.state === 'ready';

  useEffect(() => {
    if (!waits || end.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void load(groupKey);
      },
      { rootMargin: '200px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [waits, load, groupKey]);

  if (hasFailed) {
    return (
      <p className={styles['failed']}>
        {text.sidebar.loadFailed}
        <Button look="quiet" onClick={() => void (group.sessions.length === 0 ? reload() : load(groupKey))}>
          {text.common.retry}
        </Button>
      </p>
    );
  }
  if (!group.hasMore) return null;
  return (
    <div ref={end} className={styles['more']}>
      <Button look="quiet" onClick={() => void load(groupKey)} disabled={!waits}>
        {waits ? text.sidebar.more : text.common.loading}
      </Button>
    </div>
  );
}

import { useEffect } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { leaveStatistics } from '../../actions/statistics.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useStatisticsStore } from '../../stores/library/statistics-store.ts';
import { Button } from '../controls/button.tsx';
import { ViewHead } from '../controls/view-head.tsx';
import { EmptyFrame } from '../empty/empty-frame.tsx';
import { ErrorNote } from '../errors/error-note.tsx';
import { Segments } from './segments.tsx';
import { StatisticsReport } from './statistics-report.tsx';
import styles from './statistics-view.module.css';
import { type ScopeChoice, useScopes } from './use-scopes.ts';

/** What was written, by whom, how fast and when: of a session, a project or everything. */
export function StatisticsView() {
  const scopes = useScopes();
  const scopeKind = useStatisticsStore((store) => store.scopeKind);
  const chosen = scopes.find(({ kind }) => kind === scopeKind) ?? scopes.at(-1);
  // An answer that ends changes the sums.
  const runningCount = useChatStore((store) => Object.keys(store.running).length);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of answers is what makes it read again
  useEffect(() => {
    if (chosen !== undefined) attempt(() => useStatisticsStore.getState().load(chosen.scope));
  }, [chosen, runningCount]);

  return (
    <section className={styles['view']} aria-label={text.statistics.label}>
      <Head scopes={scopes} chosen={chosen} />
      {chosen !== undefined && <Body chosen={chosen} />}
    </section>
  );
}

interface HeadProps {
  readonly scopes: readonly ScopeChoice[];
  readonly chosen: ScopeChoice | undefined;
}

function Head({ scopes, chosen }: HeadProps) {
  const choose = useStatisticsStore((store) => store.choose);
  return (
    <ViewHead title={text.statistics.label} closeLabel={text.statistics.back} onClose={leaveStatistics}>
      {chosen !== undefined && scopes.length > 1 && (
        <Segments
          label={text.statistics.scope}
          options={scopes.map(({ kind, label }) => ({ value: kind, label }))}
          value={chosen.kind}
          onChange={choose}
        />
      )}
    </ViewHead>
  );
}

interface BodyProps {
  readonly chosen: ScopeChoice;
}

function Body({ chosen }: BodyProps) {
  const read = useStatisticsStore((store) => store.read);
  const state = useStatisticsStore((store) => store.state);
  const load = useStatisticsStore((store) => store.load);
  const { statistics } = text;

  if (typeof state === 'object') {
    return (
      <div className={styles['failure']}>
        <p>{statistics.failed}</p>
        <ErrorNote error={state} onRetry={() => attempt(() => load(chosen.scope))} />
      </div>
    );
  }
  if (read === null) {
    return (
      <p className={styles['loading']} role="status">
        {statistics.loading}
      </p>
    );
  }
  if (read.statistics.sums.messages === 0) {
    return (
      <EmptyFrame
        title={chosen.kind === 'all' ? statistics.empty.all : statistics.empty.some}
        body={statistics.empty.body}
      >
        <Button look="primary" onClick={leaveStatistics}>
          {statistics.back}
        </Button>
      </EmptyFrame>
    );
  }
  return <StatisticsReport statistics={read.statistics} chosen={chosen} isBusy={state === 'loading'} />;
}

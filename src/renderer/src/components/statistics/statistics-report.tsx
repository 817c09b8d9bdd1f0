import { useState } from 'react';
import type { Statistics } from '#shared/contract/statistics.ts';
import { text } from '#shared/text/index.ts';
import { todayOf } from '../../format/days.ts';
import { ActivityCard } from './activity-card.tsx';
import { type Period, periods } from './bins.ts';
import { LongestCard } from './longest-card.tsx';
import { ModelsCard } from './models-card.tsx';
import { Segments } from './segments.tsx';
import styles from './statistics-view.module.css';
import { Tiles } from './tiles.tsx';
import { TimeCards } from './time-cards.tsx';
import type { ScopeChoice } from './use-scopes.ts';

export interface StatisticsReportProps {
  readonly statistics: Statistics;
  readonly chosen: ScopeChoice;
  /** What is shown is being read again. */
  readonly isBusy: boolean;
}

/** All tiles, pictures and tables. */
export function StatisticsReport({ statistics, chosen, isBusy }: StatisticsReportProps) {
  const [period, setPeriod] = useState<Period>('90');
  const [today] = useState(() => todayOf(Date.now()));
  const texts = text.statistics;
  const scopeName = chosen.name;
  return (
    <div className={styles['page']} aria-busy={isBusy}>
      <div className={styles['column']}>
        <Tiles statistics={statistics} isOneSession={chosen.kind === 'session'} />
        <ActivityCard days={statistics.days} today={today} scopeName={scopeName} />
        <div className={styles['bar']}>
          <h2 className={styles['heading']}>{texts.overTime}</h2>
          <Segments
            label={texts.period}
            options={periods.map((value) => ({ value, label: texts.periods[value] }))}
            value={period}
            onChange={setPeriod}
          />
        </div>
        <TimeCards statistics={statistics} period={period} today={today} scopeName={scopeName} />
        {statistics.models.length > 0 && <ModelsCard models={statistics.models} scopeName={scopeName} />}
        {statistics.longest.length > 1 && <LongestCard longest={statistics.longest} scopeName={scopeName} />}
      </div>
    </div>
  );
}

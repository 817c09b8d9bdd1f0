import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DayUsage } from '#shared/contract/statistics.ts';
import { text } from '#shared/text/index.ts';
import { type DayNumber, dayNumberOf, formatDay } from '../../format/days.ts';
import { IconButton } from '../controls/icon-button.tsx';
import styles from './activity-card.module.css';
import { ChartCard } from './chart-card.tsx';
import { HeatMap } from './heat-map.tsx';
import { heatMapStep, layOutYear } from './heat-map-layout.ts';
import { heatMapPicture } from './heat-map-picture.ts';
import { dayTable } from './tables.ts';
import { useChartColours } from './use-chart-colours.ts';

export interface ActivityCardProps {
  readonly days: readonly DayUsage[];
  readonly today: DayNumber;
  readonly scopeName: string;
}

/** When there was something going on: a year at a time. */
export function ActivityCard({ days, today, scopeName }: ActivityCardProps) {
  const [yearsBack, setYearsBack] = useState(0);
  const colours = useChartColours();
  const { activity } = text.statistics;
  const layout = useMemo(() => {
    const usage = new Map(days.map((each) => [dayNumberOf(each.day), each]));
    return layOutYear(usage, today - yearsBack * heatMapStep);
  }, [days, today, yearsBack]);
  const shown = days.filter(({ day }) => {
    const number = dayNumberOf(day);
    return number >= layout.first && number <= layout.last;
  });
  const [oldest] = days;
  const hasEarlier = oldest !== undefined && dayNumberOf(oldest.day) < layout.first;
  const span = activity.span(formatDay(layout.first), formatDay(layout.last));

  return (
    <ChartCard
      title={activity.title}
      subtitle={`${scopeName}, ${span}`}
      table={dayTable(shown)}
      picture={heatMapPicture(layout, colours)}
    >
      {(hasEarlier || yearsBack > 0) && (
        <div className={styles['pager']}>
          <IconButton
            label={activity.earlier}
            disabled={!hasEarlier}
            onClick={() => setYearsBack(yearsBack + 1)}
          >
            <ChevronLeft size={15} aria-hidden />
          </IconButton>
          <span aria-live="polite">{span}</span>
          <IconButton
            label={activity.later}
            disabled={yearsBack === 0}
            onClick={() => setYearsBack(yearsBack - 1)}
          >
            <ChevronRight size={15} aria-hidden />
          </IconButton>
        </div>
      )}
      <HeatMap layout={layout} />
    </ChartCard>
  );
}

import { type KeyboardEvent, useRef, useState } from 'react';
import { text } from '#shared/text/index.ts';
import { formatDay, formatLongDay, formatWeekday } from '../../format/days.ts';
import { formatCount } from '../../format/numbers.ts';
import styles from './heat-map.module.css';
import { type HeatCell, type HeatMapLayout, heatMapLevels } from './heat-map-layout.ts';

export interface HeatMapProps {
  readonly layout: HeatMapLayout;
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7 };
const rows = [0, 1, 2, 3, 4, 5, 6];
const levels = Array.from({ length: heatMapLevels + 1 }, (_, level) => level);

/** A year of days, weeks as columns. One day can have the keyboard, and says what it holds below the picture. */
export function HeatMap({ layout: { cells, months, first, last, activeDays } }: HeatMapProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number>();
  const [pointed, setPointed] = useState<number>();
  const { activity } = text.statistics;
  const current = chosen === undefined || chosen < first || chosen > last ? last : chosen;
  const told = cells[(pointed ?? chosen ?? -1) - first];

  function handleKey(event: KeyboardEvent): void {
    const step = steps[event.key];
    const target =
      event.key === 'Home'
        ? first
        : event.key === 'End'
          ? last
          : step === undefined
            ? undefined
            : current + step;
    if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (target < first || target > last) return;
    setChosen(target);
    grid.current?.querySelector<HTMLElement>(`[data-day="${target}"]`)?.focus();
  }

  return (
    <div className={styles['map']}>
      <div className={styles['months']} aria-hidden>
        {months.map(({ name, column }) => (
          <span key={column} style={{ gridColumn: `${column + 2} / span 3` }}>
            {name}
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a table would give each day the width of its words */}
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        className={styles['grid']}
        aria-label={activity.gridLabel(activity.span(formatDay(first), formatDay(last)))}
        onKeyDown={handleKey}
        onPointerLeave={() => setPointed(undefined)}
      >
        {rows.map((row) => (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the days in it have the focus
          <div key={row} role="row" className={styles['row']}>
            {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above */}
            <span role="rowheader" className={styles['weekday']} data-shown={row % 2 === 0 && row < 6}>
              {formatWeekday(first + row)}
            </span>
            {cells
              .filter((cell) => cell.row === row)
              .map((cell) => (
                // biome-ignore lint/a11y/useSemanticElements: as above
                <div
                  key={cell.day}
                  role="gridcell"
                  className={styles['cell']}
                  data-day={cell.day}
                  data-level={cell.level}
                  tabIndex={cell.day === current ? 0 : -1}
                  aria-label={describe(cell)}
                  onFocus={() => setChosen(cell.day)}
                  onPointerEnter={() => setPointed(cell.day)}
                />
              ))}
          </div>
        ))}
      </div>
      <div className={styles['foot']}>
        <span>{told === undefined ? activity.hint : describe(told)}</span>
        <span className={styles['legend']}>
          {activity.activeDays(activeDays)}
          <span className={styles['scale']} aria-hidden>
            {activity.less}
            {levels.map((level) => (
              <span key={level} className={styles['cell']} data-level={level} />
            ))}
            {activity.more}
          </span>
        </span>
      </div>
    </div>
  );
}

function describe({ day, messages, tokens }: HeatCell): string {
  const { statistics } = text;
  return statistics.activity.day(
    formatLongDay(day),
    statistics.messages(messages, formatCount(messages)),
    statistics.tokens(tokens, formatCount(tokens)),
  );
}

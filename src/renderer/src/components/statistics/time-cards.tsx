import { useMemo } from 'react';
import type { Statistics } from '#shared/contract/statistics.ts';
import { text } from '#shared/text/index.ts';
import type { DayNumber } from '../../format/days.ts';
import { binsOf, type Period, speedByBin, sumByBin } from './bins.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { ChartCard } from './chart-card.tsx';
import { timeBars, timeLines } from './chart-configs.ts';
import { chartPicture } from './picture.ts';
import styles from './statistics-view.module.css';
import { binTable, modelName, speedTable } from './tables.ts';
import { useChartColours } from './use-chart-colours.ts';

export interface TimeCardsProps {
  readonly statistics: Statistics;
  readonly period: Period;
  readonly today: DayNumber;
  readonly scopeName: string;
}

const drawnModels = 6;
const heightPx = 220;

/** Messages, tokens and speed over the same period. */
export function TimeCards({ statistics, period, today, scopeName }: TimeCardsProps) {
  const { days, speeds, models } = statistics;
  const colours = useChartColours();
  const texts = text.statistics;
  const bins = useMemo(() => binsOf(period, days, today), [period, days, today]);
  const sums = useMemo(() => sumByBin(bins, days), [bins, days]);
  const speedRows = useMemo(() => speedByBin(bins, speeds), [bins, speeds]);
  const labels = useMemo(() => bins.bins.map(({ shortLabel }) => shortLabel), [bins]);

  const messageChart = useMemo(
    () =>
      timeBars(
        labels,
        [{ name: texts.columns.messages, values: sums.map(({ messages }) => messages) }],
        colours,
      ),
    [labels, sums, colours],
  );
  const tokenChart = useMemo(
    () =>
      timeBars(
        labels,
        [
          { name: texts.columns.promptTokens, values: sums.map(({ promptTokens }) => promptTokens) },
          { name: texts.columns.replyTokens, values: sums.map(({ replyTokens }) => replyTokens) },
        ],
        colours,
      ),
    [labels, sums, colours],
  );
  // In the order of use, so that a model keeps its colour when the period changes.
  const timedModels = useMemo(
    () => models.map(({ model }) => model).filter((model) => speedRows.has(model)),
    [models, speedRows],
  );
  const speedChart = useMemo(
    () =>
      timeLines(
        labels,
        timedModels
          .slice(0, drawnModels)
          .map((model) => ({ name: modelName(model), values: speedRows.get(model) ?? [] })),
        texts.speed.axis,
        colours,
      ),
    [labels, timedModels, speedRows, colours],
  );

  const subtitle = `${scopeName}, ${texts.periodNames[period]}`;
  const table = binTable(bins, sums);
  const isEmpty = table.rows.length === 0;
  const undrawn = timedModels.length - drawnModels;

  if (isEmpty) return <p className={styles['nothing']}>{texts.nothingInPeriod}</p>;
  return (
    <>
      <ChartCard
        title={texts.messagesBy[bins.size]}
        subtitle={subtitle}
        table={table}
        picture={chartPicture(messageChart, 380)}
      >
        <ChartCanvas
          config={messageChart}
          label={texts.pictureOf(texts.messagesBy[bins.size])}
          heightPx={heightPx}
        />
      </ChartCard>
      <ChartCard
        title={texts.tokensBy[bins.size]}
        subtitle={subtitle}
        table={table}
        picture={chartPicture(tokenChart, 380)}
      >
        <ChartCanvas
          config={tokenChart}
          label={texts.pictureOf(texts.tokensBy[bins.size])}
          heightPx={heightPx}
        />
      </ChartCard>
      {timedModels.length > 0 && (
        <ChartCard
          title={texts.speed.title}
          subtitle={subtitle}
          note={undrawn > 0 ? texts.speed.more(undrawn) : undefined}
          table={speedTable(bins, speedRows)}
          picture={chartPicture(speedChart, 420)}
        >
          <ChartCanvas
            config={speedChart}
            label={texts.pictureOf(texts.speed.title)}
            heightPx={heightPx + 30}
          />
        </ChartCard>
      )}
    </>
  );
}

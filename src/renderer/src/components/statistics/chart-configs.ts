import { formatAmount } from '../../format/amounts.ts';
import { formatCount, formatRate } from '../../format/numbers.ts';
import type { ChartConfiguration } from './chart-engine.ts';
import type { ChartColours } from './use-chart-colours.ts';

export type BarConfiguration = ChartConfiguration<'bar', number[], string>;
export type LineConfiguration = ChartConfiguration<'line', (number | null)[], string>;

export interface Series<Value> {
  readonly name: string;
  readonly values: readonly Value[];
}

const font = { family: '"Inter Variable", Inter, system-ui, sans-serif', size: 11.5 };
const pointStyles = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star'] as const;
const dashes = [[], [6, 3], [2, 2], [8, 3, 2, 3], [4, 4], [1, 3]];

/** Upright bars over time; several series stand on each other. */
export function timeBars(
  labels: readonly string[],
  series: readonly Series<number>[],
  colours: ChartColours,
): BarConfiguration {
  return {
    type: 'bar',
    data: {
      labels: [...labels],
      datasets: series.map(({ name, values }, index) => ({
        label: name,
        data: [...values],
        backgroundColor: colours.series[index] ?? colours.accent,
        borderColor: colours.sheet,
        borderWidth: { top: series.length > 1 ? 1 : 0, right: 0, bottom: 0, left: 0 },
        borderRadius: series.length > 1 ? 1 : 2,
        categoryPercentage: 0.86,
        barPercentage: 1,
        maxBarThickness: 26,
        stack: 'all',
      })),
    },
    options: {
      ...shared(colours, series.length > 1, formatCount),
      scales: {
        x: { ...timeAxis(colours), stacked: true },
        y: { ...valueAxis(colours, formatAmount, true), stacked: true },
      },
    },
  };
}

/** One line a model, told apart by colour, dash and the form of its points. */
export function timeLines(
  labels: readonly string[],
  series: readonly Series<number | null>[],
  axisTitle: string,
  colours: ChartColours,
): LineConfiguration {
  return {
    type: 'line',
    data: {
      labels: [...labels],
      datasets: series.map(({ name, values }, index) => {
        const colour = colours.series[index % colours.series.length] ?? colours.accent;
        return {
          label: name,
          data: [...values],
          borderColor: colour,
          backgroundColor: colour,
          borderWidth: 1.75,
          borderDash: dashes[index % dashes.length] ?? [],
          pointStyle: pointStyles[index % pointStyles.length] ?? 'circle',
          pointRadius: 3,
          pointHoverRadius: 5,
          spanGaps: true,
        };
      }),
    },
    options: {
      ...shared(colours, true, formatRate),
      scales: {
        x: { ...timeAxis(colours), offset: true },
        y: {
          ...valueAxis(colours, formatRate, false),
          title: { display: true, text: axisTitle, color: colours.quiet, font },
        },
      },
    },
  };
}

/** Lying bars, longest first, with the value written behind each name. */
export function rankedBars(
  series: Series<number>,
  labels: readonly string[],
  colours: ChartColours,
): BarConfiguration {
  return {
    type: 'bar',
    data: {
      labels: [...labels],
      datasets: [
        {
          label: series.name,
          data: [...series.values],
          backgroundColor: colours.accent,
          borderRadius: 3,
          maxBarThickness: 18,
        },
      ],
    },
    options: {
      ...shared(colours, false, formatCount),
      indexAxis: 'y',
      interaction: { mode: 'index', intersect: false, axis: 'y' },
      scales: {
        x: valueAxis(colours, formatAmount, true),
        y: {
          grid: { display: false },
          border: { display: false },
          ticks: { color: colours.ink, font: { ...font, size: 12.5 }, autoSkip: false, crossAlign: 'far' },
        },
      },
    },
  };
}

function shared(colours: ChartColours, hasLegend: boolean, format: (value: number) => string) {
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false as const,
    interaction: { mode: 'index' as const, intersect: false, axis: 'x' as const },
    plugins: {
      legend: {
        display: hasLegend,
        position: 'top' as const,
        align: 'start' as const,
        labels: {
          color: colours.ink,
          font: { ...font, size: 12 },
          usePointStyle: true,
          boxHeight: 7,
          boxWidth: 9,
          padding: 14,
        },
      },
      // Room between the legend and the chart, which has no setting of its own: an empty line beneath the legend.
      title: { display: hasLegend, text: ' ', font: { size: 5 }, padding: 0, weight: 500 },
      tooltip: {
        backgroundColor: colours.ink,
        titleColor: colours.sheet,
        bodyColor: colours.sheet,
        titleFont: { ...font, size: 12, weight: 600 as const },
        bodyFont: { ...font, size: 12 },
        padding: 9,
        cornerRadius: 6,
        boxPadding: 4,
        usePointStyle: true,
        callbacks: {
          label: ({ dataset, raw }: { dataset: { label?: string }; raw: unknown }) =>
            `${dataset.label ?? ''}: ${format(Number(raw))}`,
        },
      },
    },
  };
}

function timeAxis(colours: ChartColours) {
  return {
    grid: { display: false },
    border: { color: colours.line },
    ticks: { color: colours.quiet, font, maxRotation: 0, autoSkipPadding: 18 },
  };
}

function valueAxis(colours: ChartColours, format: (value: number) => string, isWhole: boolean) {
  return {
    beginAtZero: true,
    grid: { color: colours.line, drawTicks: false },
    border: { display: false },
    ticks: {
      color: colours.quiet,
      font,
      padding: 8,
      maxTicksLimit: 6,
      ...(isWhole && { precision: 0 }),
      callback: (value: string | number) => format(Number(value)),
    },
  };
}

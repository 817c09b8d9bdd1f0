import type { DayUsage, LongSession, ModelUsage, UsageSums } from '#shared/contract/statistics.ts';
import { text } from '#shared/text/index.ts';
import { dayNameOf, dayNumberOf, formatDay } from '../../format/days.ts';
import { formatCount, formatDecimal, formatRate, formatShare } from '../../format/numbers.ts';
import type { Bin, Bins } from './bins.ts';
import { numberColumn, type TableCell, type TableData, textColumn } from './table-data.ts';

const { columns } = text.statistics;
const sumColumns = [
  numberColumn(columns.messages),
  numberColumn(columns.answers),
  numberColumn(columns.promptTokens),
  numberColumn(columns.replyTokens),
  numberColumn(columns.evalSeconds),
];

/** Every day that has something, newest first. */
export function dayTable(days: readonly DayUsage[]): TableData {
  return {
    columns: [textColumn(columns.day), ...sumColumns],
    rows: [...days]
      .reverse()
      .map((usage) => [{ shown: formatDay(dayNumberOf(usage.day)), raw: usage.day }, ...sumCells(usage)]),
  };
}

/** The bins that hold something, newest first. */
export function binTable({ bins, size }: Bins, sums: readonly UsageSums[]): TableData {
  return {
    columns: [textColumn(columns[size]), ...sumColumns],
    rows: bins
      .flatMap((bin, index) => {
        const sum = sums[index];
        return sum === undefined || sum.messages === 0 ? [] : [[binCell(bin), ...sumCells(sum)]];
      })
      .reverse(),
  };
}

export function speedTable(
  { bins, size }: Bins,
  speeds: ReadonlyMap<string, readonly (number | null)[]>,
): TableData {
  return {
    columns: [textColumn(columns[size]), textColumn(columns.model), numberColumn(columns.speed)],
    rows: bins
      .flatMap((bin, index) =>
        [...speeds].flatMap(([model, values]) => {
          const speed = values[index] ?? null;
          if (speed === null) return [];
          return [
            [binCell(bin), textCell(modelName(model)), { shown: formatRate(speed), raw: rounded(speed) }],
          ];
        }),
      )
      .reverse(),
  };
}

export function modelTable(models: readonly ModelUsage[]): TableData {
  const answers = models.reduce((sum, model) => sum + model.answers, 0);
  return {
    columns: [
      textColumn(columns.model),
      numberColumn(columns.answers),
      numberColumn(columns.share),
      numberColumn(columns.promptTokens),
      numberColumn(columns.replyTokens),
      numberColumn(columns.evalSeconds),
    ],
    rows: models.map((usage) => [
      textCell(modelName(usage.model)),
      countCell(usage.answers),
      { shown: formatShare(usage.answers / answers), raw: rounded(usage.answers / answers) },
      countCell(usage.promptTokens),
      countCell(usage.replyTokens),
      secondsCell(usage.evalMs),
    ]),
  };
}

export function longestTable(longest: readonly LongSession[]): TableData {
  return {
    columns: [textColumn(columns.session), numberColumn(columns.messages), numberColumn(columns.replyTokens)],
    rows: longest.map(({ title, messageCount, replyTokens }) => [
      textCell(sessionName(title)),
      countCell(messageCount),
      countCell(replyTokens),
    ]),
  };
}

export function modelName(model: string): string {
  return model === '' ? text.statistics.models.unknown : model;
}

/** The first line of a title, which may be the beginning of a question. */
export function sessionName(title: string): string {
  return title.trimStart().split('\n', 1)[0] || text.sidebar.untitled;
}

function sumCells({ messages, answers, promptTokens, replyTokens, evalMs }: UsageSums): readonly TableCell[] {
  return [
    countCell(messages),
    countCell(answers),
    countCell(promptTokens),
    countCell(replyTokens),
    secondsCell(evalMs),
  ];
}

function binCell({ start, label }: Bin): TableCell {
  return { shown: label, raw: dayNameOf(start) };
}

function textCell(value: string): TableCell {
  return { shown: value, raw: value };
}

function countCell(count: number): TableCell {
  return { shown: formatCount(count), raw: count };
}

function secondsCell(ms: number): TableCell {
  const seconds = rounded(ms / 1_000);
  return { shown: formatDecimal(seconds), raw: seconds };
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

import type { DayUsage, ModelSpeed, ModelUsage, Statistics, UsageSums } from '#shared/contract/statistics.ts';
import type { UsageRow } from './usage-by-day.ts';

interface Totals {
  messages: number;
  answers: number;
  promptTokens: number;
  replyTokens: number;
  timedTokens: number;
  evalUs: number;
}

/** Puts the rows together by day, by model, and by both; what is in `removed` is taken off. */
export function reportOf(
  rows: readonly UsageRow[],
  removed: readonly UsageRow[],
): Pick<Statistics, 'sums' | 'days' | 'models' | 'speeds'> {
  const all = emptyTotals();
  const days = new Map<string, Totals>();
  const models = new Map<string, Totals>();
  const dayModels = new Map<string, { readonly day: string; readonly model: string; totals: Totals }>();

  function count(row: UsageRow, sign: 1 | -1): void {
    add(all, row, sign);
    add(totalsOf(days, row.day), row, sign);
    add(totalsOf(models, row.model), row, sign);
    const key = `${row.day} ${row.model}`;
    const both = dayModels.get(key) ?? { day: row.day, model: row.model, totals: emptyTotals() };
    dayModels.set(key, both);
    add(both.totals, row, sign);
  }

  for (const row of rows) count(row, 1);
  for (const row of removed) count(row, -1);

  return {
    sums: toSums(all),
    days: [...days]
      .filter(([, totals]) => totals.messages > 0)
      .map(([day, totals]): DayUsage => ({ day, ...toSums(totals) }))
      .sort((a, b) => compare(a.day, b.day)),
    models: [...models]
      .filter(([, totals]) => totals.answers > 0)
      // The questions are nobody's; a model's messages are its answers.
      .map(([model, totals]): ModelUsage => ({ model, ...toSums(totals), messages: totals.answers }))
      .sort((a, b) => b.answers - a.answers || compare(a.model, b.model)),
    speeds: [...dayModels.values()]
      .filter(({ totals }) => totals.evalUs > 0)
      .map(
        ({ day, model, totals }): ModelSpeed => ({
          day,
          model,
          tokensPerSecond: totals.timedTokens / (totals.evalUs / 1e6),
          evalMs: totals.evalUs / 1_000,
        }),
      )
      .sort((a, b) => compare(a.day, b.day) || compare(a.model, b.model)),
  };
}

function totalsOf(map: Map<string, Totals>, key: string): Totals {
  const known = map.get(key) ?? emptyTotals();
  map.set(key, known);
  return known;
}

function emptyTotals(): Totals {
  return { messages: 0, answers: 0, promptTokens: 0, replyTokens: 0, timedTokens: 0, evalUs: 0 };
}

function add(totals: Totals, row: UsageRow, sign: 1 | -1): void {
  totals.messages += sign * row.messages;
  totals.answers += sign * row.answers;
  totals.promptTokens += sign * row.promptTokens;
  totals.replyTokens += sign * row.replyTokens;
  totals.timedTokens += sign * row.timedTokens;
  totals.evalUs += sign * row.evalUs;
}

function toSums({ messages, answers, promptTokens, replyTokens, evalUs }: Totals): UsageSums {
  return { messages, answers, promptTokens, replyTokens, evalMs: evalUs / 1_000 };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { Case, Figures } from './figures.ts';
import { longestStepMs, median, ratioToFloor, stepsAbove } from './sums.ts';

export interface Goal {
  readonly name: string;
  readonly value: string;
  readonly isMet: boolean;
}

/** The goals of shared/performance.md and issue 4 that this benchmark can judge, as far as they were measured. */
export function goalsOf(figures: Figures, initialKb: number): readonly Goal[] {
  const { cases, heapBeforeBytes, heapAfterBytes } = figures;
  const mixed = cases.filter((one) => one.kind === 'mixed');
  const parlorRuns = cases.flatMap((one) => one.parlor);
  const finishedAgain = sum(parlorRuns.map((run) => run.finishedAgain ?? 0));
  const openFences = sum(parlorRuns.map((run) => run.colourRequestsOfOpenFences));
  const heapGrowth = (heapAfterBytes - heapBeforeBytes) / 1e6;
  return [
    ...mixed.filter(isOfGoalSize).map((one) => atMost(`T1 ${label(one)}: x floor`, ratioToFloor(one), 2.5)),
    ...[200, 1_000].flatMap((speed) => growthGoal(mixed, speed)),
    ...mixed
      .filter((one) => one.tokens <= 32_000)
      .map((one) => atMost(`T3 ${label(one)}: updates over 16.7 ms`, stepsAbove(one.parlor, 16.7), 0)),
    ...mixed
      .filter((one) => one.commonStepMs > 0 && one.tokens === 8_000)
      .map((one) =>
        atMost(
          `T3 ${label(one)}: longest update / the common way's`,
          longestStepMs(one.parlor) / one.commonStepMs,
          0.25,
        ),
      ),
    ...cases
      .filter((one) => one.kind !== 'mixed')
      .map((one) => atMost(`T4 one ${label(one)}: x floor`, ratioToFloor(one), 2)),
    atMost('T5 finished blocks rendered again', finishedAgain, 0),
    atMost(`T6 opening 50 answers (${figures.openMs.toFixed(0)} ms): x floor`, figures.openRatio, 5),
    ...mixed
      .filter((one) => one.commonMs.length > 0 && one.tokens === 8_000)
      .map((one) => atLeast(`${label(one)}: the common way / Parlor`, commonRatio(one), 10)),
    atMost('T19 JavaScript the window begins with, KB gzipped', initialKb, 250),
    atMost('T20 highlighter calls on an open fence', openFences, 0),
    atMost('heap after all runs, above what it was, in MB', heapGrowth, 10),
  ];
}

function isOfGoalSize({ tokens }: Case): boolean {
  return tokens === 8_000 || tokens === 32_000;
}

/** Linear growth: four times the text may cost four times as much, as the floor does, and a fifth more. */
function growthGoal(mixed: readonly Case[], speed: number): readonly Goal[] {
  const of = (tokens: number) => mixed.find((one) => one.tokens === tokens && one.tokensPerSecond === speed);
  const [small, large] = [of(8_000), of(32_000)];
  if (small === undefined || large === undefined) return [];
  return [
    atMost(
      `T2 growth, x floor at 32k / at 8k, ${speed} tok/s`,
      ratioToFloor(large) / ratioToFloor(small),
      1.2,
    ),
  ];
}

function commonRatio(one: Case): number {
  return median(one.commonMs) / median(one.parlor.map((run) => run.taskMs));
}

function label({ kind, tokens, tokensPerSecond }: Case): string {
  return `${kind} ${tokens / 1_000}k at ${tokensPerSecond} tok/s`;
}

function atMost(name: string, value: number, limit: number): Goal {
  return { name: `${name} <= ${limit}`, value: format(value), isMet: value <= limit };
}

function atLeast(name: string, value: number, limit: number): Goal {
  return { name: `${name} >= ${limit}`, value: format(value), isMet: value >= limit };
}

function format(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

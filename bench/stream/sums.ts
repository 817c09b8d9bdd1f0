import type { Case } from './figures.ts';
import type { Measured } from './protocol.ts';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Each turn against the floor of the same turn, and of these the median: what the machine does meanwhile hits both. */
export function ratioToFloor({ floor, parlor }: Case): number {
  return median(parlor.map((run, turn) => run.taskMs / (floor[turn]?.taskMs ?? Number.NaN)));
}

/** The longest update of the median turn, so that one interruption by another program does not count as ours. */
export function longestStepMs(runs: readonly Measured[]): number {
  return median(runs.map((run) => Math.max(...run.stepsMs, run.endStepMs)));
}

/** Frames that took longer, in the median turn. */
export function countAbove(runs: readonly Measured[], limitMs: number): number {
  return median(runs.map((run) => run.framesMs.filter((ms) => ms > limitMs).length));
}

export function stepsAbove(runs: readonly Measured[], limitMs: number): number {
  return median(runs.map((run) => [...run.stepsMs, run.endStepMs].filter((ms) => ms > limitMs).length));
}

import { threadCpuMs } from '../event-loop-probe.ts';
import { type Distribution, distributionOf } from '../statistics.ts';

export interface Measured {
  readonly name: string;
  readonly run: Distribution;
  /** Processor time of this thread: what the call takes on a machine that has nothing else to do. */
  readonly work: Distribution;
  readonly floor: Distribution | null;
}

/** What has to hold of a measurement; absent: it is shown only. */
export interface Goal {
  readonly text: string;
  readonly isMet: (measured: Measured) => boolean;
}

const results: { readonly name: string; readonly isMet: boolean }[] = [];

/**
 * Times `run` for the numbers from 0 on, and `floor` beside it, so that a change in the machine's mood meets both.
 * Both are called a few times before.
 */
export function measure(
  name: string,
  count: number,
  run: (number: number) => unknown,
  options: { readonly floor?: (number: number) => unknown; readonly after?: (number: number) => void } = {},
): Measured {
  const warmUp = Math.min(5, count);
  const samples: number[] = [];
  const workSamples: number[] = [];
  const floorSamples: number[] = [];
  for (let number = -warmUp; number < count; number += 1) {
    const place = number + warmUp;
    const floorMs = options.floor === undefined ? 0 : timed(options.floor, place);
    const cpuStart = threadCpuMs() ?? 0;
    const runMs = timed(run, place);
    const workMs = (threadCpuMs() ?? 0) - cpuStart;
    options.after?.(place);
    if (number < 0) continue;
    samples.push(runMs);
    workSamples.push(workMs);
    floorSamples.push(floorMs);
  }
  return {
    name,
    run: distributionOf(samples),
    work: distributionOf(workSamples),
    floor: options.floor === undefined ? null : distributionOf(floorSamples),
  };
}

function timed(run: (number: number) => unknown, number: number): number {
  const start = performance.now();
  run(number);
  return performance.now() - start;
}

export const header = `${'milliseconds'.padEnd(48)}   median      p99  p99 work   floor med  ratio  goal`;

export function print(measured: Measured, ...goals: readonly Goal[]): Measured {
  const { name, run, work, floor } = measured;
  const ratio = floor === null ? '' : (run.median / floor.median).toFixed(2);
  const met = goals.map((goal) => check(`${name}: ${goal.text}`, goal.isMet(measured), goal.text));
  console.log(
    [
      name.padEnd(48),
      run.median.toFixed(3).padStart(9),
      run.p99.toFixed(3).padStart(9),
      work.p99.toFixed(3).padStart(10),
      (floor === null ? '' : floor.median.toFixed(3)).padStart(12),
      ratio.padStart(7),
      `  ${met.join(', ')}`,
    ].join(''),
  );
  return measured;
}

/** Notes whether a goal is met and returns how to say so. */
export function check(name: string, isMet: boolean, text: string): string {
  results.push({ name, isMet });
  return `${text}: ${isMet ? 'met' : 'NOT MET'}`;
}

export function printCheck(name: string, value: string, isMet: boolean, goal: string): void {
  console.log(`${name.padEnd(48)}${value.padStart(18)}   ${check(name, isMet, goal)}`);
}

export function summary(): string {
  const missed = results.filter(({ isMet }) => !isMet);
  const lines = missed.map(({ name }) => `  not met: ${name}`);
  return [`${results.length - missed.length} of ${results.length} goals met`, ...lines].join('\n');
}

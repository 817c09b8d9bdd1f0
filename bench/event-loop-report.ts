import type { EventLoopPhase } from './event-loop.ts';
import { distributionHeader, formatDistribution } from './statistics.ts';

/** The measured phases as a table for people. */
export function formatPhases(phases: readonly EventLoopPhase[]): string {
  return ['Delay of the main thread in milliseconds, on top of a timer of 1 ms', ...phases.map(format)].join(
    '\n\n',
  );
}

function format({ name, durationMs, cpuMs, messages, deltas, delay }: EventLoopPhase): string {
  const seconds = (durationMs / 1_000).toFixed(1);
  const cpu = cpuMs === null ? '' : `, ${cpuMs.toFixed(0)} ms of work in this thread`;
  return [
    `${name}: ${seconds} s, ${messages} messages, ${deltas} deltas${cpu}`,
    `  ${' '.repeat(22)}${distributionHeader}`,
    `  monitorEventLoopDelay ${formatDistribution(delay.histogram)}`,
    `  setInterval           ${formatDistribution(delay.interval)}`,
    ...(delay.work === null ? [] : [`  own work between ticks${formatDistribution(delay.work)}`]),
  ].join('\n');
}

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Distribution, distributionOf } from './statistics.ts';

const periodMs = 1;

export interface EventLoopDelay {
  /** By perf_hooks.monitorEventLoopDelay. */
  readonly histogram: Distribution;
  /** The same by an interval of our own, as a cross-check. */
  readonly interval: Distribution;
  /**
   * Processor time of this thread from one tick to the next: what the thread held up by itself. On a busy machine the
   * other two show mostly that other processes had the processor. Null before Node 23.9.
   */
  readonly work: Distribution | null;
}

/** Processor time of the calling thread so far, in milliseconds; null before Node 23.9. */
export function threadCpuMs(): number | null {
  if (typeof process.threadCpuUsage !== 'function') return null;
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/**
 * Measures how late this thread comes to a timer of 1 ms, in milliseconds; the millisecond itself is taken off.
 * Returns the function that ends the measurement.
 */
export function probeEventLoop(): () => EventLoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: periodMs });
  const samples: number[] = [];
  const work: number[] = [];
  let lastCpu = threadCpuMs();
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    samples.push(Math.max(0, now - last - periodMs));
    last = now;
    const cpu = threadCpuMs();
    if (cpu !== null && lastCpu !== null) work.push(cpu - lastCpu);
    lastCpu = cpu;
  }, periodMs);
  histogram.enable();

  return () => {
    histogram.disable();
    clearInterval(timer);
    const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - periodMs);
    return {
      histogram: {
        count: histogram.count,
        min: late(histogram.min),
        median: late(histogram.percentile(50)),
        p99: late(histogram.percentile(99)),
        max: late(histogram.max),
      },
      interval: distributionOf(samples),
      work: work.length === 0 ? null : distributionOf(work),
    };
  };
}

export interface Distribution {
  readonly count: number;
  readonly min: number;
  readonly median: number;
  readonly p99: number;
  readonly max: number;
}

/** The sample at the place `part` (0..1) of the sorted samples. */
function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export function distributionOf(samples: readonly number[]): Distribution {
  const sorted = [...samples].sort((left, right) => left - right);
  return {
    count: sorted.length,
    min: quantile(sorted, 0),
    median: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    max: quantile(sorted, 1),
  };
}

export function formatDistribution({ count, min, median, p99, max }: Distribution): string {
  const numbers = [min, median, p99, max].map((value) => value.toFixed(3).padStart(9));
  return `${numbers.join('')}   (${count} samples)`;
}

export const distributionHeader = ['min', 'median', 'p99', 'max'].map((name) => name.padStart(9)).join('');

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

/** 8192 -> "8,192". */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** At most one digit after the point. */
export function formatDecimal(value: number): string {
  return oneDigit.format(value);
}

/** Two digits of precision below ten, else whole: 4.2, 41, 128. */
export function formatRate(perSecond: number): string {
  return perSecond < 10 ? oneDigit.format(perSecond) : whole.format(perSecond);
}

/** 0.42 -> "42%". */
export function formatShare(share: number): string {
  return percent.format(share);
}

/** Decimal units, as Ollama and file managers count: 5.9 GB, 640 MB. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1e9) return `${oneDigit.format(bytes / 1e9)} GB`;
  if (bytes >= 1e6) return `${whole.format(bytes / 1e6)} MB`;
  return `${whole.format(bytes / 1e3)} kB`;
}

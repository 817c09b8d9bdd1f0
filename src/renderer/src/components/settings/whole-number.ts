import { text } from '#shared/text/index.ts';
import { formatCount } from '../../format/numbers.ts';

/** What a field for a whole number from 1 shows; empty = none. */
export function fromWholeNumber(value: number | null): string {
  return value === null ? '' : String(value);
}

/** To be asked of entries without a problem. */
export function toWholeNumber(entered: string): number | null {
  return entered.trim() === '' ? null : Number(entered);
}

export function wholeNumberProblem(entered: string, largest: number): string | undefined {
  const trimmed = entered.trim();
  const isFine =
    trimmed === '' || (/^[0-9]{1,15}$/.test(trimmed) && Number(trimmed) >= 1 && Number(trimmed) <= largest);
  return isFine ? undefined : text.trash.settings.wholeNumber(formatCount(largest));
}

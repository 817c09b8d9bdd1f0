import type { MarkedText } from '#shared/contract/search.ts';
import { folded as fold, foldWithPlaces } from '#shared/fold/find-folded.ts';
import { fuzzyFinds } from '#shared/fuzzy.ts';

export interface FuzzyMatch {
  readonly index: number;
  readonly text: MarkedText;
  /** Whether it begins with what was looked for. */
  readonly isBeginning: boolean;
}

/** The texts that fit, the best first, whatever their case and accents; all of them for an empty needle. */
export function fuzzyFind(texts: readonly string[], needle: string): readonly FuzzyMatch[] {
  const wanted = fold(needle, 'kept').trim();
  if (wanted === '')
    return texts.map((text, index) => ({ index, text: { text, marks: [] }, isBeginning: false }));
  const folded = texts.map((text) => foldWithPlaces(text, 'kept'));
  const haystack = folded.map((text) => text.folded);
  const finds = fuzzyFinds(haystack, wanted);
  // A needle without letters, such as "…", is no word: then nothing is filtered and only the same signs fit.
  if (finds === null) return sameSigns(texts, haystack, wanted);
  return finds.flatMap(({ index, ranges }) => {
    const places = folded[index];
    if (places === undefined) return [];
    const marks: [number, number][] = [];
    for (let at = 0; at + 1 < ranges.length; at += 2) {
      marks.push([places.startOf(ranges[at] ?? 0), places.endOf(ranges[at + 1] ?? 0)]);
    }
    const isBeginning = places.folded.startsWith(wanted);
    return [{ index, text: { text: texts[index] ?? '', marks }, isBeginning }];
  });
}

function sameSigns(
  texts: readonly string[],
  haystack: readonly string[],
  wanted: string,
): readonly FuzzyMatch[] {
  return texts.flatMap((text, index) => {
    const isFound = haystack[index]?.includes(wanted) === true;
    return isFound ? [{ index, text: { text, marks: [] }, isBeginning: false }] : [];
  });
}

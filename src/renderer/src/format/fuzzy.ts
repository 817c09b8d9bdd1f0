import UFuzzy from '@leeoniya/ufuzzy';
import type { MarkedText } from '#shared/contract/search.ts';
import { foldWithPlaces } from '#shared/fold-text.ts';

export interface FuzzyMatch {
  readonly index: number;
  readonly text: MarkedText;
  /** Whether it begins with what was looked for. */
  readonly isBeginning: boolean;
}

/** One mistake a word, as the titles of sessions are searched. Patterns for all scripts are much slower to make. */
const mistakes = { intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 } as const;
const latin = new UFuzzy(mistakes);
const anyScript = new UFuzzy({
  ...mistakes,
  unicode: true,
  interSplit: "[^\\p{L}\\p{M}\\p{N}']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\p{N}|\\p{N}\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\p{M}\\p{N}']",
  intraContr: "'\\p{L}{1,2}\\b",
});
/** Words that are tried in every order. */
const mostReordered = 3;

/** The texts that fit, the best first, whatever their case and accents; all of them for an empty needle. */
export function fuzzyFind(texts: readonly string[], needle: string): readonly FuzzyMatch[] {
  const wanted = foldWithPlaces(needle.trim()).folded;
  if (wanted === '')
    return texts.map((text, index) => ({ index, text: { text, marks: [] }, isBeginning: false }));
  const folded = texts.map((text) => foldWithPlaces(text));
  const haystack = folded.map((text) => text.folded);
  const matcher = /^[\u0020-\u007e]*$/.test(wanted) ? latin : anyScript;
  const [found, info, order] = matcher.search(haystack, wanted, mostReordered);
  // A needle without letters, such as "…", is no word: then nothing is filtered and only the same signs fit.
  if (found === null || info === null || order === null) return sameSigns(texts, haystack, wanted);
  return order.flatMap((place) => {
    const index = info.idx[place] ?? -1;
    const places = folded[index];
    if (places === undefined) return [];
    const marks: [number, number][] = [];
    const ranges = info.ranges[place] ?? [];
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

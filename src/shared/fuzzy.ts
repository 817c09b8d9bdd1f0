import UFuzzy from '@leeoniya/ufuzzy';

/** A text that fits. */
export interface FuzzyFind {
  /** Its place among the texts. */
  readonly index: number;
  /** What fits in it: from, to, from, to ... in UTF-16 units. */
  readonly ranges: readonly number[];
}

/** One mistake a word; words in any order. Other scripts than the Latin one need the slower Unicode patterns. */
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
/** Of so many words every order is tried. */
const mostInAnyOrder = 3;

/**
 * The texts that fit, the best first; null when there is no word in `needle`. Texts and needle are folded already
 * (case, accents). Of more finds than `mostWeighed` only the last ones are weighed.
 */
export function fuzzyFinds(
  texts: string[],
  needle: string,
  mostWeighed = Number.POSITIVE_INFINITY,
): readonly FuzzyFind[] | null {
  // A minus before a word would leave out what has it; here it is a sign like any other.
  const words = needle.replace(/(^|\s)-+/gu, '$1').trim();
  if (words === '') return null;
  const matcher = /^[\u0020-\u007e]*$/.test(words) ? latin : anyScript;
  const [found, foundInfo, foundOrder] = matcher.search(texts, words, mostInAnyOrder, mostWeighed);
  if (found === null) return null;
  const info = foundInfo ?? matcher.info(found.slice(-mostWeighed), texts, words);
  const order = foundOrder ?? matcher.sort(info, texts, words);
  return order.map((place) => ({ index: info.idx[place] ?? 0, ranges: info.ranges[place] ?? [] }));
}

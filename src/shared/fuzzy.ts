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
/** When nothing fits with one mistake: letters of a word in their order, as in `rnm` for rename. */
const abbreviated = new UFuzzy({ intraMode: 0, intraIns: 3 });

/** Of so many words every order is tried. */
const mostInAnyOrder = 3;

/**
 * The texts that fit, the best first; null when there is no word in `needle`. Texts and needle are folded already
 * (case, accents). Of more finds than `mostWeighed` only some are weighed; the others follow as they come.
 */
export function fuzzyFinds(
  texts: string[],
  needle: string,
  mostWeighed = Number.POSITIVE_INFINITY,
): readonly FuzzyFind[] | null {
  // A minus before a word would leave out what has it; here it is a sign like any other.
  const words = needle.replace(/(^|\s)-+/gu, '$1').trim();
  if (words === '') return null;
  const isLatin = /^[\u0020-\u007e]*$/.test(words);
  const finds = findsOf(isLatin ? latin : anyScript, texts, words, mostWeighed);
  return finds?.length === 0 && isLatin ? findsOf(abbreviated, texts, words, mostWeighed) : finds;
}

function findsOf(
  matcher: UFuzzy,
  texts: string[],
  words: string,
  mostWeighed: number,
): readonly FuzzyFind[] | null {
  const [found, foundInfo, foundOrder] = matcher.search(texts, words, mostInAnyOrder, mostWeighed);
  if (found === null) return null;
  if (foundInfo !== null && foundOrder !== null) return weighed(foundInfo, foundOrder);
  // Too many to weigh in every order of the words: those that have them in this order, then the others as they come.
  const inOrder = (matcher.filter(texts, words, found) ?? []).slice(-mostWeighed);
  const info = inOrder.length === 0 ? null : matcher.info(inOrder, texts, words);
  const known = new Set(inOrder);
  return [
    ...(info === null ? [] : weighed(info, matcher.sort(info, texts, words))),
    ...found.filter((index) => !known.has(index)).map((index) => ({ index, ranges: [] })),
  ];
}

function weighed(info: UFuzzy.Info, order: readonly number[]): readonly FuzzyFind[] {
  return order.map((place) => ({ index: info.idx[place] ?? 0, ranges: info.ranges[place] ?? [] }));
}

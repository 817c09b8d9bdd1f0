const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** What the segmenter is given at once: in Chromium every word takes as long as the text it stands in is. */
const segmentedAtOnce = 500;
/** Between spaces and what is none there is a boundary in every script (Unicode Standard Annex 29, WB999). */
const runs = /\S+|\n|[^\S\n]+/gu;

/** Words of any script, Chinese, Japanese and Thai too, and each sign and run of spaces between them; joined they are the text. */
export function* wordsAndSpaces(text: string): Generator<Pick<Intl.SegmentData, 'segment' | 'isWordLike'>> {
  for (const [run] of text.matchAll(runs)) {
    if (/^[a-z]+$/iu.test(run)) yield { segment: run, isWordLike: true };
    else
      for (let start = 0; start < run.length; start += segmentedAtOnce) {
        yield* words.segment(run.slice(start, start + segmentedAtOnce));
      }
  }
}

export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of wordsAndSpaces(text)) if (isWordLike === true) count += 1;
  return count;
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** What the segmenter is given at once: in Chromium every word takes as long as the text it stands in is. */
const segmentedAtOnce = 500;
/**
 * Beside plain spaces, tabs and line breaks there is a boundary in every script (Unicode Standard Annex 29, WB3a, WB3b, WB999), but
 * for a mark or a sign of no width that combines with the space before it.
 */
const runs = /[^ \t\r\n]+|\r?\n|\r|[ \t]+/gu;

/** Words of any script, Chinese, Japanese and Thai too, and each sign and run of spaces between them; joined they are the text. */
export function* wordsAndSpaces(text: string): Generator<Segment> {
  for (const [run] of text.matchAll(runs)) {
    if (/^[a-z]+$/iu.test(run)) yield { segment: run, isWordLike: true };
    else yield* segmentsOf(run);
  }
}

type Segment = Pick<Intl.SegmentData, 'segment' | 'isWordLike'>;

/** Window by window. The last segment of one may go on: the next window begins with it. */
function* segmentsOf(run: string): Generator<Segment> {
  for (let from = 0; from < run.length; ) {
    const to = from + segmentedAtOnce;
    const segments: readonly Segment[] = Array.from(words.segment(run.slice(from, to)));
    const hasMore = to < run.length && segments.length > 1;
    for (const segment of hasMore ? segments.slice(0, -1) : segments) {
      yield segment;
      from += segment.segment.length;
    }
  }
}

export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of wordsAndSpaces(text)) if (isWordLike === true) count += 1;
  return count;
}

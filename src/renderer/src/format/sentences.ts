const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/**
 * A text cut into its sentences; joined they are the text. Line by line, as every line break ends a sentence (Unicode Standard
 * Annex 29, SB4) and in Chromium each sentence takes as long as the text it stands in is.
 */
export function sentencesOf(text: string): readonly string[] {
  const lines = text.match(/.*(?:\r\n|[\n\r\u0085\u2028\u2029])|.+$/gu) ?? [];
  return lines.flatMap((line) => Array.from(sentences.segment(line), ({ segment }) => segment));
}

/** How much of a growing text is whole sentences: the last one may go on. */
export function lengthOfWholeSentences(text: string): number {
  const last = sentencesOf(text).at(-1);
  if (last === undefined) return 0;
  // A line break ends a sentence, whatever comes.
  return /[\n\r]\s*$/.test(last) ? text.length : text.length - last.length;
}

/** Sentences joined to pieces of about `length`; a sentence that is longer is cut between words. */
export function piecesOf(text: string, length: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const sentence of sentencesOf(text).flatMap((each) => cut(each, length))) {
    if (piece !== '' && piece.length + sentence.length > length) {
      pieces.push(piece);
      piece = '';
    }
    piece += sentence;
  }
  pieces.push(piece);
  return pieces.map((each) => each.trim()).filter((each) => each !== '');
}

function cut(sentence: string, length: number): readonly string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > length) {
    const space = rest.lastIndexOf(' ', length);
    const end = space > length / 2 ? space + 1 : length;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

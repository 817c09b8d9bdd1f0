const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** A text cut into its sentences; joined they are the text. */
export function sentencesOf(text: string): readonly string[] {
  return Array.from(sentences.segment(text), ({ segment }) => segment);
}

/** How much of a growing text is whole sentences: the last one may go on. */
export function lengthOfWholeSentences(text: string): number {
  const last = sentencesOf(text).at(-1);
  if (last === undefined) return 0;
  // A line break ends a sentence, whatever comes.
  return /[\n\r]\s*$/.test(last) ? text.length : text.length - last.length;
}

export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of words.segment(text)) if (isWordLike) count += 1;
  return count;
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

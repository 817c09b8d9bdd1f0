/** A word of a command line, with its place in it. Quotes are taken off. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** A quote was opened that is not closed. */
  readonly isOpen: boolean;
}

/**
 * The words from `from` on, parted by white space and, outside quotes, by commas. Double quotes keep a word together; inside
 * them a backslash takes the next quote or backslash as it is.
 */
export function wordsOf(line: string, from: number): readonly Word[] {
  const words: Word[] = [];
  let at = from;
  while (at < line.length) {
    if (isGap(line[at])) {
      at += 1;
      continue;
    }
    const word = wordAt(line, at);
    words.push(word);
    at = word.to;
  }
  return words;
}

/** A value as `wordsOf` reads it again as one word. */
export function quoted(value: string): string {
  return value !== '' && !/[\s,"\\=]/u.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}

function wordAt(line: string, from: number): Word {
  let text = '';
  let isOpen = false;
  let at = from;
  for (; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    if (sign === '"') isOpen = !isOpen;
    else if (isOpen && sign === '\\' && /["\\]/.test(line[at + 1] ?? '')) {
      at += 1;
      text += line[at];
    } else if (!isOpen && isGap(sign)) break;
    else text += sign;
  }
  return { text, from, to: at, isOpen };
}

function isGap(sign: string | undefined): boolean {
  return sign === ',' || (sign !== undefined && /\s/u.test(sign));
}

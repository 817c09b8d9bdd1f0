const foldedLines = 40;
const foldedLength = 6_000;

export interface FoldedText {
  readonly shown: string;
  readonly isFolded: boolean;
  readonly lineCount: number;
}

/** The beginning of a long text: at most 40 lines and 6,000 characters. */
export function foldText(text: string): FoldedText {
  const lines = text.split('\n');
  const lineCount = lines.length;
  if (lineCount <= foldedLines && text.length <= foldedLength)
    return { shown: text, isFolded: false, lineCount };
  const shown = lines.slice(0, foldedLines).join('\n').slice(0, foldedLength);
  return { shown: `${shown}…`, isFolded: true, lineCount };
}

import { type ChangeObject, diffLines, diffWordsWithSpace } from 'diff';

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface TextDiff {
  /** words: as wished. lines: words took too long. none: lines did, too, and one text follows the other. */
  readonly by: 'words' | 'lines' | 'none';
  readonly parts: readonly DiffPart[];
}

/** What is different between two texts, word by word within `timeoutMs`, else line by line within as long again. */
export function compareTexts(older: string, newer: string, timeoutMs: number): TextDiff {
  const words = diffWordsWithSpace(older, newer, { timeout: timeoutMs });
  if (words !== undefined) return { by: 'words', parts: words.map(toPart) };
  const lines = diffLines(older, newer, { timeout: timeoutMs });
  if (lines !== undefined) return { by: 'lines', parts: lines.map(toPart) };
  return {
    by: 'none',
    parts: [
      { kind: 'removed', text: older },
      { kind: 'added', text: newer },
    ],
  };
}

function toPart({ added, removed, value }: ChangeObject<string>): DiffPart {
  return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value };
}

/** Words of all parts of a kind. */
export function wordsOf({ parts }: TextDiff, kind: DiffPart['kind']): number {
  return parts
    .filter((part) => part.kind === kind)
    .reduce((sum, { text }) => sum + (text.match(/\S+/gu)?.length ?? 0), 0);
}

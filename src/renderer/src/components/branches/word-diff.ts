import { type ChangeObject, diffArrays, diffLines } from 'diff';
import { countWords, wordsAndSpaces } from '../../format/words.ts';

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface TextDiff {
  /** words: as wished. lines: words took too long. none: lines did, too, and one text follows the other. */
  readonly by: 'words' | 'lines' | 'none';
  /** Between two that are the same there is at most one that went and then one that came. */
  readonly parts: readonly DiffPart[];
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  /** Nothing but spaces and line breaks is different. */
  readonly isOnlySpace: boolean;
}

/** What is different between two texts, word by word within `timeoutMs`, else line by line within as long again. */
export function compareTexts(older: string, newer: string, timeoutMs: number): TextDiff {
  const byWords = diffArrays(tokensOf(older), tokensOf(newer), { timeout: timeoutMs });
  if (byWords !== undefined) {
    const parts = byWords.map((change) => toPart({ ...change, value: change.value.join('') }));
    return counted('words', withWholePhrases(parts));
  }
  const lines = diffLines(older, newer, { timeout: timeoutMs });
  if (lines !== undefined) return counted('lines', withWholePhrases(lines.map(toPart)));
  return counted('none', [
    { kind: 'removed', text: older },
    { kind: 'added', text: newer },
  ]);
}

function tokensOf(text: string): string[] {
  return Array.from(wordsAndSpaces(text), ({ segment }) => segment);
}

function toPart({ added, removed, value }: ChangeObject<string>): DiffPart {
  return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value };
}

interface Change {
  readonly same: string;
  readonly removed: string;
  readonly added: string;
}

/** A space alone between two words that were replaced belongs to what was replaced: phrases are read, not words. */
function withWholePhrases(parts: readonly DiffPart[]): readonly DiffPart[] {
  const changes: Change[] = [];
  for (const { same, removed, added } of changesOf(parts)) {
    const last = changes.at(-1);
    const isPhrase = isReplaced(last) && isReplaced({ removed, added }) && /^[^\S\n]+$/u.test(same);
    if (last === undefined || !isPhrase) changes.push({ same, removed, added });
    else {
      changes[changes.length - 1] = {
        same: last.same,
        removed: last.removed + same + removed,
        added: last.added + same + added,
      };
    }
  }
  return changes.flatMap(({ same, removed, added }) =>
    [part('same', same), part('removed', removed), part('added', added)].filter(({ text }) => text !== ''),
  );
}

/** Each with what is the same before it. */
function changesOf(parts: readonly DiffPart[]): readonly Change[] {
  const changes: Change[] = [];
  let change = { same: '', removed: '', added: '' };
  for (const { kind, text } of parts) {
    if (kind === 'same' && (change.removed !== '' || change.added !== '')) {
      changes.push(change);
      change = { same: '', removed: '', added: '' };
    }
    change[kind] += text;
  }
  changes.push(change);
  return changes;
}

function isReplaced(change: Pick<Change, 'removed' | 'added'> | undefined): boolean {
  return change !== undefined && change.removed !== '' && change.added !== '';
}

function part(kind: DiffPart['kind'], text: string): DiffPart {
  return { kind, text };
}

function counted(by: TextDiff['by'], parts: readonly DiffPart[]): TextDiff {
  const isOnlySpace = parts.every(({ kind, text }) => kind === 'same' || text.trim() === '');
  return {
    by,
    parts,
    wordsAdded: wordsOf(parts, 'added'),
    wordsRemoved: wordsOf(parts, 'removed'),
    isOnlySpace,
  };
}

function wordsOf(parts: readonly DiffPart[], kind: DiffPart['kind']): number {
  let count = 0;
  for (const { kind: own, text } of parts) if (own === kind) count += countWords(text);
  return count;
}

/** The comparison as plain text, marked as wdiff does: [-what went-]{+what came+}. */
export function asMarkedText(parts: readonly DiffPart[]): string {
  return parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

import { text } from '#shared/text/index.ts';
import styles from './diff.module.css';
import type { DiffView } from './diff-block.tsx';
import { DiffResult } from './diff-result.tsx';
import { type DiffState, useTextDiff } from './use-text-diff.ts';

const words = text.branches.diff;

export interface DiffTextProps {
  readonly older: string;
  readonly newer: string;
  readonly isSameVersion: boolean;
  readonly view: DiffView;
}

/** What is different, in a sentence and in the text itself. */
export function DiffText({ older, newer, isSameVersion, view }: DiffTextProps) {
  const diff = useTextDiff(older, newer);
  const isIdentical = older === newer;
  return (
    <>
      <p className={styles['summary']} role="status">
        {isSameVersion ? words.same : isIdentical ? words.identical : summaryOf(diff, older, newer)}
      </p>
      {!isIdentical && typeof diff === 'object' && <DiffResult diff={diff} view={view} />}
    </>
  );
}

function summaryOf(diff: DiffState, older: string, newer: string): string {
  if (diff === 'working') return words.working;
  if (diff === 'failed') return words.failed;
  if (older === '') return words.olderEmpty;
  if (newer === '') return words.newerEmpty;
  if (diff.by === 'none') return words.tooDifferent;
  if (diff.isOnlySpace) return words.onlySpace;
  const { wordsAdded, wordsRemoved } = diff;
  const summary = wordsAdded + wordsRemoved === 0 ? words.onlySigns : words.summary(wordsAdded, wordsRemoved);
  return diff.by === 'lines' ? `${summary} ${words.byLines}` : summary;
}

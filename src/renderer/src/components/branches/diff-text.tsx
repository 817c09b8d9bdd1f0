import { text } from '#shared/text/index.ts';
import styles from './diff.module.css';
import { type DiffState, useTextDiff } from './use-text-diff.ts';
import { wordsOf } from './word-diff.ts';

const words = text.branches.diff;

export interface DiffTextProps {
  readonly older: string;
  readonly newer: string;
  readonly isSameVersion: boolean;
}

/** One text with what went struck through and what came underlined. */
export function DiffText({ older, newer, isSameVersion }: DiffTextProps) {
  const diff = useTextDiff(older, newer);
  const isIdentical = older === newer;
  const hasParts = !isIdentical && typeof diff === 'object';
  return (
    <>
      <p className={styles['summary']} role="status">
        {isSameVersion ? words.same : isIdentical ? words.identical : summaryOf(diff)}
      </p>
      {hasParts && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        <section className={styles['text']} aria-label={words.result} tabIndex={0}>
          {diff.parts.map((part, index) => {
            const key = `${index} ${part.kind}`;
            if (part.kind === 'added') return <ins key={key}>{part.text}</ins>;
            if (part.kind === 'removed') return <del key={key}>{part.text}</del>;
            return <span key={key}>{part.text}</span>;
          })}
        </section>
      )}
    </>
  );
}

function summaryOf(diff: DiffState): string {
  if (diff === 'working') return words.working;
  if (diff === 'failed') return words.failed;
  const summary = words.summary(wordsOf(diff, 'added'), wordsOf(diff, 'removed'));
  switch (diff.by) {
    case 'words':
      return summary;
    case 'lines':
      return `${summary} ${words.byLines}`;
    case 'none':
      return words.tooDifferent;
  }
}

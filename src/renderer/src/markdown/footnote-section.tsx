import { useContext } from 'react';
import { text } from '#shared/text/index.ts';
import type { FootnoteDefinition } from './answer-tokens.ts';
import { NestedBlocks } from './block-view.tsx';
import { FootnoteContext } from './footnote-context.ts';
import styles from './footnotes.module.css';
import { answerTokens } from './lex.ts';

interface FootnoteSectionProps {
  readonly definitions: readonly FootnoteDefinition[];
  /** Label of the note that is being written. */
  readonly growing: string | undefined;
}

/** The notes below an answer, each with the way back to where it belongs. */
export function FootnoteSection({ definitions, growing }: FootnoteSectionProps) {
  const { numbers, show } = useContext(FootnoteContext);
  const ordered = [...definitions].sort(
    (one, other) => (numbers.get(one.label) ?? 0) - (numbers.get(other.label) ?? 0),
  );
  return (
    <section className={styles['section']} aria-label={text.markdown.footnotes}>
      <ol dir="auto">
        {ordered.map((note) => {
          const number = numbers.get(note.label) ?? 0;
          return (
            <li key={note.label} value={number} data-note={note.label} tabIndex={-1}>
              <NestedBlocks tokens={answerTokens(note.tokens)} isGrowing={note.label === growing} />
              <button
                type="button"
                className={styles['back']}
                aria-label={text.markdown.backFromFootnote(number)}
                onClick={() => show('reference', note.label)}
              >
                <span aria-hidden="true">↩</span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

import { useContext } from 'react';
import { text } from '#shared/text/index.ts';
import type { FootnoteReference } from './answer-tokens.ts';
import { FootnoteContext } from './footnote-context.ts';
import styles from './footnotes.module.css';

/** The raised number of a note; as it was written when there is no such note. */
export function FootnoteReferenceView({ token }: { readonly token: FootnoteReference }) {
  const { numbers, show } = useContext(FootnoteContext);
  const number = numbers.get(token.label);
  if (number === undefined) return token.raw;
  return (
    <sup className={styles['reference']}>
      <button
        type="button"
        data-note-reference={token.label}
        aria-label={text.markdown.footnote(number)}
        onClick={() => show('note', token.label)}
      >
        {number}
      </button>
    </sup>
  );
}

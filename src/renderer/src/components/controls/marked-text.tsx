import type { ReactNode } from 'react';
import type { MarkedText as MarkedTextValue } from '#shared/contract/search.ts';
import styles from './marked-text.module.css';

export interface MarkedTextProps {
  readonly value: MarkedTextValue;
}

/** A text with the places marked where it was hit. */
export function MarkedText({ value: { text, marks } }: MarkedTextProps) {
  const pieces: ReactNode[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    if (from < end || to <= from) continue;
    pieces.push(text.slice(end, from));
    pieces.push(
      <mark key={from} className={styles['mark']}>
        {text.slice(from, to)}
      </mark>,
    );
    end = to;
  }
  return (
    <>
      {pieces}
      {text.slice(end)}
    </>
  );
}

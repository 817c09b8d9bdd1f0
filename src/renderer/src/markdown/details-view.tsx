import type { ReactNode } from 'react';
import { text } from '#shared/text/index.ts';
import styles from './markdown.module.css';

interface DetailsViewProps {
  readonly isUnfolded: boolean;
  readonly dir: 'auto' | undefined;
  /** What is seen while it is folded; null when the answer names nothing. */
  readonly summary: ReactNode;
  readonly children: ReactNode;
}

export function DetailsView({ isUnfolded, dir, summary, children }: DetailsViewProps) {
  return (
    <details className={styles['details']} dir={dir} open={isUnfolded}>
      <summary>{summary ?? text.markdown.details}</summary>
      {children}
    </details>
  );
}

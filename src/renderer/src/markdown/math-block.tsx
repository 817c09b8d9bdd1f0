import type { ReactNode } from 'react';
import { text } from '#shared/text/index.ts';
import type { MathToken } from './answer-tokens.ts';
import styles from './math-view.module.css';
import { MathView } from './math-view.tsx';
import { ScrollRegion } from './scroll-region.tsx';

/** A formula on lines of its own. */
export function MathBlock({ token, caret }: { readonly token: MathToken; readonly caret: ReactNode }) {
  return (
    <ScrollRegion className={styles['block']} label={text.markdown.formula}>
      <MathView token={token} />
      {token.isOpen && caret}
    </ScrollRegion>
  );
}

import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MathToken } from './answer-tokens.ts';
import { type DrawnFormula, drawFormulaSoon, formulaDrawnBefore } from './math-drawing.ts';
import styles from './math-view.module.css';

/** A formula; its source while it is being written, until it is drawn, and when it cannot be. */
export const MathView = memo(function MathView({ token }: { readonly token: MathToken }) {
  const { text, isDisplay, isOpen } = token;
  const formula = useFormula(text, isDisplay, !isOpen);
  const host = useRef<HTMLSpanElement>(null);

  useLayoutEffect(() => {
    if (formula) host.current?.replaceChildren(formula.cloneNode(true));
  }, [formula]);

  const className = isDisplay ? styles['display'] : undefined;
  // Two kinds of elements, so that React never meets children it has not made.
  return formula ? (
    <span ref={host} className={className} dir="ltr" />
  ) : (
    <code className={isDisplay ? `${styles['display']} ${styles['source']}` : styles['source']} dir="ltr">
      {text}
    </code>
  );
});

function useFormula(tex: string, isDisplay: boolean, isReady: boolean): DrawnFormula | undefined {
  const [drawn, setDrawn] = useState<{ tex: string; isDisplay: boolean; formula: DrawnFormula }>();
  const own = drawn?.tex === tex && drawn.isDisplay === isDisplay ? drawn : undefined;
  const known = isReady ? (own ?? formulaDrawnBefore(tex, isDisplay)) : undefined;
  const isMissing = isReady && known === undefined;

  useEffect(() => {
    if (!isMissing) return;
    return drawFormulaSoon(tex, isDisplay, (formula) => setDrawn({ tex, isDisplay, formula }));
  }, [isMissing, tex, isDisplay]);

  return known?.formula;
}

import katex from 'katex';
import 'katex/dist/katex.min.css';

/**
 * A formula as elements: KaTeX makes them one by one (createElement, textContent), so no HTML is parsed, and with `trust`
 * off no command of a formula can bring a link, a picture, a class or an attribute. The MathML beside it is for screen
 * readers. Loaded only when the first formula is shown: import it dynamically.
 */
export function drawFormula(tex: string, isDisplay: boolean): HTMLElement {
  const host = document.createElement('span');
  katex.render(tex, host, {
    displayMode: isDisplay,
    output: 'htmlAndMathml',
    trust: false,
    throwOnError: false,
    errorColor: 'var(--danger)',
    strict: 'ignore',
    // A formula asks for sizes in em; without a bound one could cover the window.
    maxSize: 40,
    maxExpand: 1000,
  });
  return host;
}

import { BoundedCache } from './bounded-cache.ts';

/** Drawing goes on for so long in one frame, then waits for the next: 100 formulas must not hold up a key press. */
const budgetMs = 5;

/** A drawn formula, to be cloned; null when it cannot be drawn. */
export type DrawnFormula = HTMLElement | null;

const cache = new BoundedCache<{ readonly formula: DrawnFormula }>(200_000);
type DrawFormula = (tex: string, isDisplay: boolean) => HTMLElement;

interface Task {
  readonly tex: string;
  readonly isDisplay: boolean;
  readonly onDrawn: (formula: DrawnFormula) => void;
}

const waiting = new Set<Task>();
let isScheduled = false;

/** The formula if it was drawn before, in a wrapper because it may be one that cannot be drawn. */
export function formulaDrawnBefore(
  tex: string,
  isDisplay: boolean,
): { readonly formula: DrawnFormula } | undefined {
  return cache.get(cacheKey(tex, isDisplay));
}

/** Draws a formula in one of the next frames, unless cancelled with the function that comes back. */
export function drawFormulaSoon(
  tex: string,
  isDisplay: boolean,
  onDrawn: (formula: DrawnFormula) => void,
): () => void {
  const task: Task = { tex, isDisplay, onDrawn };
  waiting.add(task);
  schedule();
  return () => waiting.delete(task);
}

function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  import('./math-engine.ts').then(
    ({ drawFormula }) => requestAnimationFrame(() => drawWaiting(drawFormula)),
    // Without the engine formulas stay as they were written.
    () => waiting.clear(),
  );
}

function drawWaiting(drawFormula: DrawFormula): void {
  const end = performance.now() + budgetMs;
  for (const task of waiting) {
    waiting.delete(task);
    task.onDrawn(draw(drawFormula, task));
    if (performance.now() > end) break;
  }
  isScheduled = false;
  if (waiting.size > 0) schedule();
}

function draw(drawFormula: DrawFormula, { tex, isDisplay }: Task): DrawnFormula {
  const before = formulaDrawnBefore(tex, isDisplay);
  if (before !== undefined) return before.formula;
  let formula: DrawnFormula;
  try {
    formula = drawFormula(tex, isDisplay);
  } catch {
    // KaTeX shows mistakes itself; what it throws all the same is beyond it (thousands of open braces).
    formula = null;
  }
  cache.set(cacheKey(tex, isDisplay), { formula }, tex.length + 20);
  return formula;
}

function cacheKey(tex: string, isDisplay: boolean): string {
  return `${isDisplay ? 'display' : 'inline'} ${tex}`;
}

import { useMemo, useSyncExternalStore } from 'react';

/** Tokens of the theme as a canvas wants them. */
export interface ChartColours {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly sheet: string;
  readonly accent: string;
  /** Told apart on the sheet in both themes; the first is the accent. */
  readonly series: readonly string[];
}

const seriesTokens = ['--accent', '--project-5', '--project-1', '--project-3', '--project-0', '--project-6'];

/** The colours of the theme shown now; changes with it. */
export function useChartColours(): ChartColours {
  const theme = useSyncExternalStore(watchTheme, () => document.documentElement.dataset['theme']);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides what the style sheet answers
  return useMemo(readColours, [theme]);
}

function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function readColours(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    quiet: token('--ink-2'),
    line: token('--line'),
    sheet: token('--sheet'),
    accent: token('--accent'),
    series: seriesTokens.map(token),
  };
}

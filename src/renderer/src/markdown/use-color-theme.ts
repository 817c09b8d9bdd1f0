import { useSyncExternalStore } from 'react';

export type ColorTheme = 'light' | 'dark';

/** The theme the window shows now: what is drawn with its colours has to be drawn again when it changes. */
export function useColorTheme(): ColorTheme {
  return useSyncExternalStore(subscribe, currentTheme, () => 'light' as const);
}

function currentTheme(): ColorTheme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

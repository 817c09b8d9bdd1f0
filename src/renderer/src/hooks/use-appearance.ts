import { useLayoutEffect } from 'react';
import { useSettingsStore } from '../stores/window/settings-store.ts';
import { useMedia } from './use-media.ts';

/** Puts theme and text size of the settings on the root element. */
export function useAppearance(): void {
  const theme = useSettingsStore((store) => store.settings.theme);
  const fontSize = useSettingsStore((store) => store.settings.fontSize);
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  const shown = theme === 'system' ? (isSystemDark ? 'dark' : 'light') : theme;

  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = shown;
    document.documentElement.style.setProperty('--size-read', `${fontSize}px`);
  }, [shown, fontSize]);
}

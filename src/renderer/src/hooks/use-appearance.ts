import { useLayoutEffect } from 'react';
import { useSettingsStore } from '../stores/window/settings-store.ts';
import { useMedia } from './use-media.ts';

/** Puts what the settings say about the look on the root element. */
export function useAppearance(): void {
  const theme = useSettingsStore((store) => store.settings.theme);
  const fontSize = useSettingsStore((store) => store.settings.fontSize);
  const textWidth = useSettingsStore((store) => store.settings.textWidth);
  const density = useSettingsStore((store) => store.settings.density);
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  const shown = theme === 'system' ? (isSystemDark ? 'dark' : 'light') : theme;

  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = shown;
    document.documentElement.style.setProperty('--size-read', `${fontSize}px`);
    document.documentElement.dataset['textWidth'] = textWidth;
    document.documentElement.dataset['density'] = density;
  }, [shown, fontSize, textWidth, density]);
}

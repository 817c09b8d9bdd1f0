import { useLayoutEffect } from 'react';
import { useSettingsStore } from '../stores/window/settings-store.ts';

/** Puts on the root element whether text is checked; every field that does not say otherwise follows it. */
export function useSpelling(): void {
  const isChecked = useSettingsStore((store) => store.settings.checksSpelling);
  useLayoutEffect(() => {
    document.documentElement.spellcheck = isChecked;
  }, [isChecked]);
}

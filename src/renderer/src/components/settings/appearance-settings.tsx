import { useId } from 'react';
import { fontSizeLimits, type Theme } from '#shared/settings.ts';
import { text } from '#shared/text/index.ts';
import { formatDecimal } from '../../format/numbers.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import styles from './settings.module.css';
import { useChangeSettings } from './use-change-settings.ts';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Theme and size of the text. */
export function AppearanceSettings() {
  const theme = useSettingsStore((store) => store.settings.theme);
  const fontSize = useSettingsStore((store) => store.settings.fontSize);
  const change = useChangeSettings();
  const sizeId = useId();
  return (
    <>
      <fieldset className={styles['segments']}>
        <legend className={styles['legend']}>{text.settings.theme}</legend>
        {themes.map((each) => (
          <label key={each} className={styles['segment']}>
            <input
              type="radio"
              name="theme"
              checked={theme === each}
              onChange={() => change({ theme: each })}
            />
            {text.settings.themes[each]}
          </label>
        ))}
      </fieldset>
      <div className={styles['size']}>
        <label htmlFor={sizeId} className={styles['legend']}>
          {text.settings.fontSize}
        </label>
        <input
          id={sizeId}
          type="range"
          min={fontSizeLimits.min}
          max={fontSizeLimits.max}
          step={fontSizeLimits.step}
          value={fontSize}
          aria-valuetext={text.settings.fontSizeValue(formatDecimal(fontSize))}
          onChange={(event) => change({ fontSize: event.currentTarget.valueAsNumber })}
        />
        <output className={styles['sizeValue']}>
          {text.settings.fontSizeValue(formatDecimal(fontSize))}
        </output>
      </div>
    </>
  );
}

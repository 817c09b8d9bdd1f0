import type { Settings } from '#shared/settings.ts';
import { text } from '#shared/text/index.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import styles from './settings.module.css';
import { useChangeSettings } from './use-change-settings.ts';

const textWidths: readonly Settings['textWidth'][] = ['narrow', 'medium', 'wide', 'full'];
const densities: readonly Settings['density'][] = ['comfortable', 'compact'];

/** How much of the window a conversation takes. */
export function ReadingSettings() {
  const textWidth = useSettingsStore((store) => store.settings.textWidth);
  const density = useSettingsStore((store) => store.settings.density);
  const change = useChangeSettings();
  return (
    <>
      <fieldset className={styles['segments']}>
        <legend className={styles['legend']}>{text.settings.textWidth}</legend>
        {textWidths.map((each) => (
          <label key={each} className={styles['segment']}>
            <input
              type="radio"
              name="text-width"
              checked={textWidth === each}
              onChange={() => change({ textWidth: each })}
            />
            {text.settings.textWidths[each]}
          </label>
        ))}
      </fieldset>
      <fieldset className={styles['segments']}>
        <legend className={styles['legend']}>{text.settings.density}</legend>
        {densities.map((each) => (
          <label key={each} className={styles['segment']}>
            <input
              type="radio"
              name="density"
              checked={density === each}
              onChange={() => change({ density: each })}
            />
            {text.settings.densities[each]}
          </label>
        ))}
      </fieldset>
    </>
  );
}

import { text } from '#shared/text/index.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import styles from './settings.module.css';
import { useChangeSettings } from './use-change-settings.ts';

/** What becomes of the thoughts before an answer. */
export function ThinkingSettings() {
  const opensThinking = useSettingsStore((store) => store.settings.opensThinking);
  const sendsThinking = useSettingsStore((store) => store.settings.sendsThinking);
  const change = useChangeSettings();
  return (
    <fieldset className={styles['choices']}>
      <legend className={styles['legend']}>{text.settings.thinking}</legend>
      <label className={styles['choice']}>
        <input
          type="checkbox"
          checked={opensThinking}
          onChange={(event) => change({ opensThinking: event.currentTarget.checked })}
        />
        {text.settings.opensThinking}
      </label>
      <label className={styles['choice']}>
        <input
          type="checkbox"
          checked={sendsThinking}
          onChange={(event) => change({ sendsThinking: event.currentTarget.checked })}
        />
        {text.settings.sendsThinking}
      </label>
      <p className={styles['hint']}>{text.settings.sendsThinkingHint}</p>
    </fieldset>
  );
}

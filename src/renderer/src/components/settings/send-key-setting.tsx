import type { Settings } from '#shared/settings.ts';
import { text } from '#shared/text/index.ts';
import { isMac, useSettingsStore } from '../../stores/window/settings-store.ts';
import styles from './settings.module.css';
import { useChangeSettings } from './use-change-settings.ts';

const sendKeys: readonly Settings['sendKey'][] = ['enter', 'mod-enter'];

/** Which key sends a message. */
export function SendKeySetting() {
  const sendKey = useSettingsStore((store) => store.settings.sendKey);
  const onMac = useSettingsStore(isMac);
  const change = useChangeSettings();
  const names = onMac ? text.settings.sendKeysMac : text.settings.sendKeys;
  return (
    <fieldset className={styles['choices']}>
      <legend className={styles['legend']}>{text.settings.sendKey}</legend>
      {sendKeys.map((each) => (
        <label key={each} className={styles['choice']}>
          <input
            type="radio"
            name="send-key"
            checked={sendKey === each}
            onChange={() => change({ sendKey: each })}
          />
          {names[each]}
        </label>
      ))}
    </fieldset>
  );
}

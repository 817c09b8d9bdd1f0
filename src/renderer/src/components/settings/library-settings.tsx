import type { Settings } from '#shared/settings.ts';
import { text } from '#shared/text/index.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import { LateField } from '../controls/late-field.tsx';
import { RetentionSetting } from './retention-setting.tsx';
import styles from './settings.module.css';
import { useChangeSettings } from './use-change-settings.ts';
import { fromWholeNumber, toWholeNumber, wholeNumberProblem } from './whole-number.ts';

const words = text.trash.settings;
const titleMakers: readonly Settings['titlesBy'][] = ['model', 'text'];
const mostTrashDays = 3_650;

/** How sessions get their titles, and how they leave. */
export function LibrarySettings() {
  const titlesBy = useSettingsStore((store) => store.settings.titlesBy);
  const trashDays = useSettingsStore((store) => store.settings.trashDays);
  const change = useChangeSettings();
  return (
    <>
      <fieldset className={styles['choices']}>
        <legend className={styles['legend']}>{words.titlesBy}</legend>
        {titleMakers.map((each) => (
          <label key={each} className={styles['choice']}>
            <input
              type="radio"
              name="titles-by"
              checked={titlesBy === each}
              onChange={() => change({ titlesBy: each })}
            />
            {words.titles[each]}
          </label>
        ))}
      </fieldset>
      <LateField
        label={words.trashDays}
        hint={words.trashDaysHint}
        value={fromWholeNumber(trashDays)}
        problemOf={(entered) => wholeNumberProblem(entered, mostTrashDays)}
        onSave={(entered) => change({ trashDays: toWholeNumber(entered) })}
      />
      <RetentionSetting />
    </>
  );
}

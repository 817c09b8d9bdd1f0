import { useId } from 'react';
import { readingSpeedLimits } from '#shared/settings.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { formatDecimal } from '../../format/numbers.ts';
import { useSpeechStore } from '../../stores/chat/speech-store.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import { Button } from '../controls/button.tsx';
import { Field } from '../controls/field.tsx';
import styles from './settings.module.css';
import { useChangeSettings } from './use-change-settings.ts';

const words = text.reading.aloud;

/** Which voice reads aloud and how fast; that there is none, when there is none. */
export function SpeechSettings() {
  const voices = useSpeechStore((store) => store.voices);
  const readingVoice = useSettingsStore((store) => store.settings.readingVoice);
  const change = useChangeSettings();
  const isMissing = readingVoice !== '' && !voices.some(({ id }) => id === readingVoice);
  if (voices.length === 0) return <p className={styles['note']}>{text.reading.noVoices}</p>;
  return (
    <>
      <Field label={words.voice}>
        {(control) => (
          <select
            {...control}
            value={readingVoice}
            onChange={(event) => change({ readingVoice: event.currentTarget.value })}
          >
            <option value="">{words.systemVoice}</option>
            {isMissing && <option value={readingVoice}>{words.missing(readingVoice)}</option>}
            {voices.map(({ id, name, language }) => (
              <option key={id} value={id}>
                {words.named(name, language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Speed />
      <div className={styles['withButton']}>
        <Button
          onClick={() => attempt(async () => (await import('../../actions/read-aloud.ts')).trySpeech())}
        >
          {words.listen}
        </Button>
        <span className={styles['note']}>{words.keys}</span>
      </div>
    </>
  );
}

function Speed() {
  const speedId = useId();
  const readingSpeed = useSettingsStore((store) => store.settings.readingSpeed);
  const change = useChangeSettings();
  const value = words.times(formatDecimal(readingSpeed));
  return (
    <div className={styles['size']}>
      <label htmlFor={speedId} className={styles['legend']}>
        {words.speed}
      </label>
      <input
        id={speedId}
        type="range"
        min={readingSpeedLimits.min}
        max={readingSpeedLimits.max}
        step={readingSpeedLimits.step}
        value={readingSpeed}
        aria-valuetext={value}
        onChange={(event) => change({ readingSpeed: event.currentTarget.valueAsNumber })}
      />
      <output className={styles['sizeValue']}>{value}</output>
    </div>
  );
}

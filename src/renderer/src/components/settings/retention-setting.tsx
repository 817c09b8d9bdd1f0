import { useState } from 'react';
import type { RetentionPreview } from '#shared/contract/trash.ts';
import type { Retention } from '#shared/settings.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { previewRetention } from '../../actions/trash.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import { Button } from '../controls/button.tsx';
import { Field } from '../controls/field.tsx';
import { RetentionResult } from './retention-preview.tsx';
import styles from './settings.module.css';
import { useChangeSettings } from './use-change-settings.ts';
import { fromWholeNumber, toWholeNumber, wholeNumberProblem } from './whole-number.ts';

const words = text.trash.settings;
const limits = { maxSessions: 10_000_000, maxAgeDays: 36_500 } as const;
const off: Retention = { maxSessions: null, maxAgeDays: null, keepTagged: true };

/** A policy holds only after its preview was seen: what is typed here changes nothing by itself. */
export function RetentionSetting() {
  const retention = useSettingsStore((store) => store.settings.retention);
  const change = useChangeSettings();
  const [entered, setEntered] = useState({
    maxSessions: fromWholeNumber(retention.maxSessions),
    maxAgeDays: fromWholeNumber(retention.maxAgeDays),
    keepTagged: retention.keepTagged,
  });
  const [preview, setPreview] = useState<{ readonly of: Retention; readonly found: RetentionPreview } | null>(
    null,
  );

  const isOn = retention.maxSessions !== null || retention.maxAgeDays !== null;
  const problems = {
    maxSessions: wholeNumberProblem(entered.maxSessions, limits.maxSessions),
    maxAgeDays: wholeNumberProblem(entered.maxAgeDays, limits.maxAgeDays),
  };
  const isValid = problems.maxSessions === undefined && problems.maxAgeDays === undefined;
  const wanted: Retention = isValid
    ? {
        maxSessions: toWholeNumber(entered.maxSessions),
        maxAgeDays: toWholeNumber(entered.maxAgeDays),
        keepTagged: entered.keepTagged,
      }
    : off;
  const hasLimit = wanted.maxSessions !== null || wanted.maxAgeDays !== null;
  const isInForce = isValid && isSame(wanted, retention);
  // An answer that comes late may be about other numbers than those that are entered now.
  const shown = preview !== null && isSame(preview.of, wanted) ? preview : null;

  function edit(changes: Partial<typeof entered>): void {
    setEntered({ ...entered, ...changes });
    setPreview(null);
  }

  function switchOff(): void {
    edit({ maxSessions: '', maxAgeDays: '' });
    change({ retention: { ...off, keepTagged: retention.keepTagged } });
  }

  return (
    <fieldset className={styles['retention']}>
      <legend className={styles['legend']}>{words.retention}</legend>
      <p className={styles['note']}>{words.retentionHint}</p>
      <Field label={words.maxSessions} hint={words.maxSessionsHint} problem={problems.maxSessions}>
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            value={entered.maxSessions}
            onChange={(event) => edit({ maxSessions: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words.maxAgeDays} hint={words.maxAgeDaysHint} problem={problems.maxAgeDays}>
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            value={entered.maxAgeDays}
            onChange={(event) => edit({ maxAgeDays: event.currentTarget.value })}
          />
        )}
      </Field>
      <label className={styles['choice']}>
        <input
          type="checkbox"
          checked={entered.keepTagged}
          onChange={(event) => edit({ keepTagged: event.currentTarget.checked })}
        />
        {words.keepTagged}
      </label>
      {isOn && isInForce && <p className={styles['note']}>{words.isOn}</p>}
      {!hasLimit && isValid && !isOn && <p className={styles['note']}>{words.needsLimit}</p>}
      {shown !== null && <RetentionResult preview={shown.found} />}
      <div className={styles['withButton']}>
        <Button
          disabled={!hasLimit}
          onClick={() =>
            attempt(async () => setPreview({ of: wanted, found: await previewRetention(wanted) }))
          }
        >
          {words.preview}
        </Button>
        {shown !== null && !isInForce && (
          <Button look="primary" onClick={() => change({ retention: shown.of })}>
            {words.switchOn}
          </Button>
        )}
        {isOn && <Button onClick={switchOff}>{words.switchOff}</Button>}
      </div>
    </fieldset>
  );
}

function isSame(one: Retention, other: Retention): boolean {
  return (
    one.maxSessions === other.maxSessions &&
    one.maxAgeDays === other.maxAgeDays &&
    one.keepTagged === other.keepTagged
  );
}

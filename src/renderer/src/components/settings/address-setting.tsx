import { useState } from 'react';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { describeError, text } from '#shared/text/index.ts';
import { useSaveWhenGone } from '../../hooks/use-save-when-gone.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import { Button } from '../controls/button.tsx';
import { classNames } from '../controls/class-names.ts';
import { Field } from '../controls/field.tsx';
import styles from './settings.module.css';
import { useChangeSettings } from './use-change-settings.ts';

type Test =
  | { readonly state: 'running' }
  | { readonly state: 'passed'; readonly sentence: string }
  | { readonly state: 'failed'; readonly error: ErrorReport };

/** Where Ollama is, with a button that asks whether it is there. */
export function AddressSetting() {
  const address = useSettingsStore((store) => store.settings.ollamaAddress);
  const test = useModelsStore((store) => store.test);
  const change = useChangeSettings();
  const [entered, setEntered] = useState(address);
  const [result, setResult] = useState<Test | null>(null);

  function keep(): void {
    if (entered.trim() !== address) change({ ollamaAddress: entered.trim() });
  }

  useSaveWhenGone(keep);

  async function run(): Promise<void> {
    setResult({ state: 'running' });
    try {
      const answer = await test(entered.trim());
      const sentence = text.settings.testPassed(answer.address, answer.version, answer.modelCount);
      setResult({ state: 'passed', sentence });
    } catch (thrown) {
      setResult({ state: 'failed', error: toErrorReport(thrown) });
    }
  }

  return (
    <>
      <Field label={text.settings.address} hint={text.settings.addressHint}>
        {(control) => (
          <span className={styles['withButton']}>
            <input
              {...control}
              value={entered}
              placeholder={text.settings.addressPlaceholder}
              spellCheck={false}
              autoComplete="off"
              maxLength={500}
              onChange={(event) => setEntered(event.currentTarget.value)}
              onBlur={keep}
              onKeyDown={(event) => event.key === 'Enter' && keep()}
            />
            <Button onClick={() => void run()} disabled={result?.state === 'running'}>
              {result?.state === 'running' ? text.settings.testing : text.settings.test}
            </Button>
          </span>
        )}
      </Field>
      <p
        role="status"
        className={classNames(styles['result'], result?.state === 'failed' && styles['failed'])}
      >
        {result !== null && sentenceOf(result)}
      </p>
    </>
  );
}

function sentenceOf(result: Test): string {
  switch (result.state) {
    case 'running':
      return text.settings.testing;
    case 'passed':
      return result.sentence;
    case 'failed': {
      const { what, todo } = describeError(result.error);
      return `${what} ${todo}`;
    }
  }
}

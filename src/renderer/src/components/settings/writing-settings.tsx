import { useId, useRef, useState } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { forgetPrompts } from '../../actions/prompt-history.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import { Button } from '../controls/button.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import form from '../dialogs/dialog-form.module.css';
import styles from './settings.module.css';
import { useChangeSettings } from './use-change-settings.ts';

const words = text.writing.settings;

/** What the message field remembers and checks. */
export function WritingSettings() {
  const keepsPromptHistory = useSettingsStore((store) => store.settings.keepsPromptHistory);
  const checksSpelling = useSettingsStore((store) => store.settings.checksSpelling);
  const change = useChangeSettings();
  const [isAsking, setAsking] = useState(false);
  const spellingHintId = useId();
  return (
    <>
      <div className={styles['choices']}>
        <label className={styles['choice']}>
          <input
            type="checkbox"
            checked={checksSpelling}
            aria-describedby={spellingHintId}
            onChange={(event) => change({ checksSpelling: event.currentTarget.checked })}
          />
          {words.spelling}
        </label>
        <p id={spellingHintId} className={styles['note']}>
          {words.spellingHint}
        </p>
      </div>
      <div className={styles['choices']}>
        <label className={styles['choice']}>
          <input
            type="checkbox"
            checked={keepsPromptHistory}
            onChange={(event) => change({ keepsPromptHistory: event.currentTarget.checked })}
          />
          {words.remember}
        </label>
        <span>
          <Button onClick={() => setAsking(true)}>{words.clear}</Button>
        </span>
      </div>
      <AskToForget isOpen={isAsking} onClose={() => setAsking(false)} />
    </>
  );
}

function AskToForget({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <DialogFrame
      title={words.clearQuestion}
      description={words.clearBody}
      isOpen={isOpen}
      onClose={onClose}
      initialFocus={cancel}
    >
      <div className={form['buttons']}>
        <Button ref={cancel} onClick={onClose}>
          {text.common.cancel}
        </Button>
        <Button
          look="primary"
          onClick={() => {
            onClose();
            attempt(forgetPrompts);
          }}
        >
          {words.clear}
        </Button>
      </div>
    </DialogFrame>
  );
}

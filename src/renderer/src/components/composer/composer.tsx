import { ArrowUp, Square } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { sendDraft, stopAnswer } from '../../actions/chat.ts';
import { focusOn, focusTargetRef } from '../../focus.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useDraftsStore } from '../../stores/chat/drafts-store.ts';
import { isMac, useSettingsStore } from '../../stores/window/settings-store.ts';
import { Button } from '../controls/button.tsx';
import { ErrorNote } from '../errors/error-note.tsx';
import { modelLabel } from '../models/model-names.ts';
import { useAnsweringModel } from '../models/use-answering-model.ts';
import styles from './composer.module.css';
import { ComposerHint } from './composer-hint.tsx';
import { isSendKey } from './send-key.ts';
import { useGrowingField } from './use-growing-field.ts';

export interface ComposerProps {
  readonly sessionId: SessionId;
}

const focusTarget = focusTargetRef('composer');

/** Where the next message is written. */
export function Composer({ sessionId }: ComposerProps) {
  const draft = useDraftsStore((store) => store.drafts[sessionId] ?? '');
  const problem = useDraftsStore((store) => store.problems[sessionId]);
  const write = useDraftsStore((store) => store.write);
  const flush = useDraftsStore((store) => store.flush);
  const isAnswering = useChatStore((store) => store.running[sessionId] !== undefined);
  const sendKey = useSettingsStore((store) => store.settings.sendKey);
  const onMac = useSettingsStore(isMac);
  const fontSize = useSettingsStore((store) => store.settings.fontSize);
  const model = useAnsweringModel(sessionId);
  const field = useRef<HTMLTextAreaElement | null>(null);
  const canSend = draft.trim() !== '';

  useGrowingField(field, fontSize);
  useEffect(() => {
    // A session that was opened from somewhere else leaves the keyboard there.
    if (document.activeElement === document.body) field.current?.focus();
    return () => void flush();
  }, [flush]);

  const fieldRef = useCallback((element: HTMLTextAreaElement | null) => {
    field.current = element;
    return focusTarget(element);
  }, []);

  const send = () => attempt(() => sendDraft(sessionId));

  function handleStop({ detail }: MouseEvent): void {
    // The second half of a double click on Send lands here.
    if (detail > 1) return;
    attempt(stopAnswer);
    focusOn('composer');
  }

  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (!isSendKey(event.nativeEvent, sendKey, onMac)) return;
    event.preventDefault();
    if (!isAnswering) send();
  }

  return (
    <div className={styles['composer']}>
      {problem !== undefined && (
        <div className={styles['problem']} role="alert">
          <ErrorNote error={problem} onRetry={send} />
        </div>
      )}
      <textarea
        ref={fieldRef}
        className={styles['field']}
        rows={1}
        value={draft}
        aria-label={text.composer.label}
        aria-describedby="composer-hint"
        placeholder={
          model === null ? text.composer.placeholderNoModel : text.composer.placeholder(modelLabel(model))
        }
        onChange={(event) => write(sessionId, event.currentTarget.value)}
        onKeyDown={handleKey}
        onBlur={() => void flush()}
      />
      <div className={styles['tools']}>
        <ComposerHint id="composer-hint" sessionId={sessionId} length={draft.length} />
        {isAnswering ? (
          <Button key="stop" look="primary" onClick={handleStop}>
            <Square size={11} fill="currentColor" aria-hidden />
            {text.composer.stop}
            <kbd className={styles['key']} aria-hidden>
              Esc
            </kbd>
          </Button>
        ) : (
          <Button
            key="send"
            look="primary"
            disabled={!canSend}
            title={canSend ? undefined : text.composer.emptyHint}
            onClick={() => {
              send();
              focusOn('composer');
            }}
          >
            <ArrowUp size={15} aria-hidden />
            {text.composer.send}
          </Button>
        )}
      </div>
    </div>
  );
}

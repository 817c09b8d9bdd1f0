import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../../actions/attempt.ts';
import { editProblem, finishEdit } from '../../../actions/editing.ts';
import { useChatStore } from '../../../stores/chat/chat-store.ts';
import { isChanged, useEditsStore } from '../../../stores/chat/edits-store.ts';
import { isMac, useSettingsStore } from '../../../stores/window/settings-store.ts';
import { isSendKey } from '../../composer/send-key.ts';
import { useGrowingField } from '../../composer/use-growing-field.ts';
import { Button } from '../../controls/button.tsx';
import styles from './edit-field.module.css';
import { EditFiles } from './edit-files.tsx';
import { focusRowOf } from './focus-row.ts';

const words = text.answers.edit;

/** A message being written anew, in its own place. */
export function EditField({ message }: { readonly message: Message }) {
  const edit = useEditsStore(({ edits }) => edits[message.id]);
  const write = useEditsStore((store) => store.write);
  const isBusy = useChatStore(({ running }) => running[message.sessionId] !== undefined);
  const { sendKey, fontSize, checksSpelling } = useSettingsStore((store) => store.settings);
  const onMac = useSettingsStore(isMac);
  const field = useRef<HTMLTextAreaElement>(null);
  useGrowingField(field, fontSize);

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null || useEditsStore.getState().focusId !== message.id) return;
    useEditsStore.setState({ focusId: null });
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
    element.scrollIntoView({ block: 'nearest' });
  }, [message.id]);

  if (edit === undefined) return null;
  const isAnswer = message.role === 'assistant';
  const problem = editProblem(message, edit, isBusy);
  const hintId = `edit ${message.id}`;

  function finish(): void {
    const row = focusRowOf(field.current);
    attempt(() => finishEdit(message));
    row();
  }

  function leave(): void {
    const row = focusRowOf(field.current);
    useEditsStore.getState().leave(message);
    row();
  }

  function discard(): void {
    const row = focusRowOf(field.current);
    useEditsStore.getState().drop(message.id);
    row();
  }

  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      leave();
    } else if (isSendKey(event.nativeEvent, isAnswer ? 'mod-enter' : sendKey, onMac)) {
      // An answer has lines of its own: Enter alone never ends it.
      event.preventDefault();
      if (problem === null) finish();
    }
  }

  return (
    <div className={styles['edit']} data-edit>
      {!isAnswer && <EditFiles message={message} removedIds={edit.removedIds} field={field} />}
      <textarea
        ref={field}
        className={styles['field']}
        data-answer={isAnswer}
        rows={1}
        value={edit.text}
        spellCheck={checksSpelling}
        aria-label={isAnswer ? words.answerField : words.questionField}
        aria-describedby={hintId}
        onChange={(event) => write(message.id, event.currentTarget.value)}
        onKeyDown={handleKey}
        onBlur={() => void useEditsStore.getState().flush()}
      />
      <div className={styles['tools']}>
        <p id={hintId} className={styles['hint']}>
          {problem === null || problem === 'unchanged'
            ? `${isAnswer ? words.answerHint : words.questionHint} ${words.leaveHint}`
            : words.problems[problem]}
        </p>
        {isChanged(edit, message) ? (
          <Button onClick={discard}>{words.discard}</Button>
        ) : (
          <Button onClick={leave}>{words.cancel}</Button>
        )}
        <Button
          look="primary"
          disabled={problem !== null}
          title={problem === null ? undefined : words.problems[problem]}
          onClick={finish}
        >
          {isAnswer ? words.save : words.send}
          {isAnswer && (
            <kbd className={styles['key']} aria-hidden>
              {onMac ? '⌘↵' : 'Ctrl ↵'}
            </kbd>
          )}
        </Button>
      </div>
    </div>
  );
}

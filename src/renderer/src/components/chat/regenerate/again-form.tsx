import { type KeyboardEvent, useRef, useState } from 'react';
import { remarkLimit } from '#shared/contract/chat.ts';
import type { Message, ThinkChoice } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { type AnotherAnswer, answerAgain, focusOnAnswerInPlaceOf } from '../../../actions/answering-again.ts';
import { attempt } from '../../../actions/attempt.ts';
import { columnModels } from '../../../actions/side-by-side.ts';
import { useChatStore } from '../../../stores/chat/chat-store.ts';
import { isMac, useSettingsStore } from '../../../stores/window/settings-store.ts';
import { Button } from '../../controls/button.tsx';
import { Field } from '../../controls/field.tsx';
import { SeveralModels } from '../../models/several-models.tsx';
import { useAnsweringModel } from '../../models/use-answering-model.ts';
import styles from './again-form.module.css';
import { type EnteredParameters, parametersOf, problemsOf } from './answer-parameters.ts';
import { AnswerParameters } from './answer-parameters-fields.tsx';

export interface AgainFormProps {
  readonly message: Message;
  readonly onClose: () => void;
}

const words = text.answers.again;

/** Models, remark and parameters of another answer. */
export function AgainForm({ message, onClose }: AgainFormProps) {
  const own = useAnsweringModel(message.sessionId);
  const onMac = useSettingsStore(isMac);
  const isBusy = useChatStore(({ running }) => running[message.sessionId] !== undefined);
  const [models, setModels] = useState(() => columnModels(message));
  const [remark, setRemark] = useState('');
  const [entered, setEntered] = useState<EnteredParameters>({});
  const [think, setThink] = useState<ThinkChoice | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const asked = models.length > 0 ? models : own === null ? [] : [own];
  const cannotSend = isBusy || Object.keys(problemsOf(entered)).length > 0 || remark.length > remarkLimit;
  const hasText = message.content !== '';

  function answer(how: AnotherAnswer): void {
    if (cannotSend) return;
    onClose();
    attempt(() => answerAgain(message, { models, parameters: parametersOf(entered, think), ...how }));
    focusOnAnswerInPlaceOf(message);
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(onMac ? event.metaKey : event.ctrlKey)) return;
    event.preventDefault();
    answer({ remark: remark.trim() });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key is that of the fields in it
    <div className={styles['form']} onKeyDown={handleKey}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div className={styles['quick']} role="group" aria-label={words.quick}>
        <Button disabled={cannotSend} onClick={() => answer({})}>
          {words.same}
        </Button>
        {hasText && (
          <>
            <Button disabled={cannotSend} onClick={() => answer({ remark: words.remarks.shorter })}>
              {words.shorterQuick}
            </Button>
            <Button disabled={cannotSend} onClick={() => answer({ remark: words.remarks.longer })}>
              {words.longerQuick}
            </Button>
          </>
        )}
      </div>
      {hasText && (
        <Field label={words.remark} hint={words.remarkHint}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              value={remark}
              placeholder={words.remarkPlaceholder}
              onChange={(event) => setRemark(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <section className={styles['models']} aria-label={words.models}>
        <h3 className={styles['heading']}>{words.models}</h3>
        <p className={styles['hint']}>
          {models.length === 0
            ? words.modelsHintOwn(own ?? text.models.none)
            : words.modelsHint(models.join(', '))}
        </p>
        <SeveralModels label={words.models} chosen={models} field={field} onChange={setModels} />
      </section>
      <AnswerParameters
        sessionId={message.sessionId}
        models={asked}
        entered={entered}
        think={think}
        onEnter={(name, value) => setEntered({ ...entered, [name]: value })}
        onThink={setThink}
      />
      <div className={styles['buttons']}>
        <Button onClick={onClose}>{text.common.cancel}</Button>
        <Button look="primary" disabled={cannotSend} onClick={() => answer({ remark: remark.trim() })}>
          {words.send}
          <kbd className={styles['key']} aria-hidden>
            {onMac ? '⌘↵' : 'Ctrl ↵'}
          </kbd>
        </Button>
      </div>
    </div>
  );
}

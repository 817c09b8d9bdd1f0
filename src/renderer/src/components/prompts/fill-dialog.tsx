import {
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from 'react';
import { fillPrompt, parsePrompt, questionsOf } from '#shared/prompt-variables.ts';
import { text } from '#shared/text/index.ts';
import { insertIntoDraft } from '../../actions/insert-into-draft.ts';
import { promptName, usePromptsStore } from '../../stores/library/prompts-store.ts';
import { type SubjectDialog, useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import { Field } from '../controls/field.tsx';
import styles from './fill-dialog.module.css';
import { useWayToComposer } from './use-way-to-composer.ts';

const words = text.prompts.fill;

export interface FillDialogProps {
  readonly subject: Extract<SubjectDialog, { readonly name: 'fill-prompt' }>;
}

/** Asks for the variables of a prompt, shows what comes of them, and puts it into the draft. */
export function FillDialog({ subject }: FillDialogProps) {
  const { promptId, body } = subject;
  const isOpen = useViewStore((store) => store.dialog === 'fill-prompt');
  const closeDialog = useViewStore((store) => store.closeDialog);
  const { isUsed, finalFocus } = useWayToComposer(isOpen);
  const prompt = usePromptsStore((store) => store.prompts.find(({ id }) => id === promptId));
  const name = promptName(prompt ?? { title: '', preview: body });

  return (
    <DialogFrame
      title={words.title(name)}
      isOpen={isOpen}
      onClose={closeDialog}
      size="large"
      finalFocus={finalFocus}
    >
      <FillForm key={`${promptId}${body}`} subject={subject} isUsed={isUsed} onClose={closeDialog} />
    </DialogFrame>
  );
}

interface FillFormProps extends FillDialogProps {
  /** Set when the prompt goes into the draft. */
  readonly isUsed: RefObject<boolean>;
  readonly onClose: () => void;
}

function FillForm({ subject, isUsed, onClose }: FillFormProps) {
  const { sessionId, body } = subject;
  const parts = useMemo(() => parsePrompt(body), [body]);
  const questions = useMemo(() => questionsOf(parts), [parts]);
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const [now] = useState(() => new Date());
  const shownAnswers = useDeferredValue(answers);
  const preview = useMemo(() => fillPrompt(parts, shownAnswers, now), [parts, shownAnswers, now]);
  const form = useRef<HTMLFormElement>(null);

  function insert(event: FormEvent): void {
    event.preventDefault();
    // A second Enter, while the dialog fades out, is none.
    if (useViewStore.getState().dialog !== 'fill-prompt') return;
    isUsed.current = true;
    onClose();
    useViewStore.getState().show('conversation');
    insertIntoDraft(sessionId, fillPrompt(parts, answers, now));
  }

  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const fields = [...(form.current?.querySelectorAll('textarea') ?? [])];
    const after = fields.slice(fields.indexOf(event.currentTarget) + 1);
    const empty = after.find(({ value }) => value === '');
    if (empty === undefined || event.ctrlKey || event.metaKey) form.current?.requestSubmit();
    else empty.focus();
  }

  return (
    <form ref={form} className={styles['form']} onSubmit={insert}>
      <div className={styles['fields']}>
        {questions.map(({ name, fallback }) => (
          <Field key={name} label={name}>
            {(control) => (
              <textarea
                {...control}
                rows={Math.min(6, (answers.get(name) ?? fallback).split('\n').length)}
                value={answers.get(name) ?? fallback}
                onFocus={(event) => event.currentTarget.select()}
                onChange={(event) => setAnswers(new Map(answers).set(name, event.currentTarget.value))}
                onKeyDown={handleKey}
              />
            )}
          </Field>
        ))}
      </div>
      <div className={styles['preview']}>
        <h3 className={styles['heading']}>{words.preview}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keys */}
        <section className={styles['text']} tabIndex={0} aria-label={words.preview}>
          {preview}
        </section>
      </div>
      <div className={styles['foot']}>
        <p className={styles['keys']}>{words.keys}</p>
        <Button onClick={onClose}>{text.common.cancel}</Button>
        <Button look="primary" type="submit">
          {words.insert}
        </Button>
      </div>
    </form>
  );
}

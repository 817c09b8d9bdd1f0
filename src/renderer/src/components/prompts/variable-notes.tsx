import { useDeferredValue, useMemo } from 'react';
import { builtInsOf, parsePrompt, questionsOf } from '#shared/prompt-variables.ts';
import { text } from '#shared/text/index.ts';
import styles from './variable-notes.module.css';

export interface VariableNotesProps {
  readonly id: string;
  readonly body: string;
}

/** The variables in a text, as they are found while it is written. Its place is kept when there are none. */
export function VariableNotes({ id, body }: VariableNotesProps) {
  const settled = useDeferredValue(body);
  const { questions, builtIns } = useMemo(() => {
    const parts = parsePrompt(settled);
    return { questions: questionsOf(parts), builtIns: builtInsOf(parts) };
  }, [settled]);
  return (
    <p id={id} className={styles['notes']}>
      {questions.length > 0 && <span>{text.prompts.asksFor}</span>}
      {questions.map(({ name, fallback }) => (
        <span key={name} className={styles['variable']}>
          {fallback === '' ? name : text.prompts.withDefault(name, fallback)}
        </span>
      ))}
      {builtIns.length > 0 && <span>{text.prompts.fillsIn}</span>}
      {builtIns.map((name) => (
        <span key={name} className={styles['variable']}>
          {name}
        </span>
      ))}
    </p>
  );
}

import { useState } from 'react';
import { useSaveWhenGone } from '../../hooks/use-save-when-gone.ts';
import { Field } from './field.tsx';

export interface LateFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** The value in force. */
  readonly value: string;
  readonly placeholder?: string | undefined;
  /** More than one line. */
  readonly rows?: number | undefined;
  readonly problemOf?: (entered: string) => string | undefined;
  /** Called with a valid, changed value when the field is left, with Enter, or when it goes away. */
  readonly onSave: (entered: string) => void;
}

/** A text field that says at once what is wrong, and saves when it is left. */
export function LateField({ label, hint, value, placeholder, rows, problemOf, onSave }: LateFieldProps) {
  const [entered, setEntered] = useState<string | null>(null);
  const shown = entered ?? value;
  const problem = entered === null ? undefined : problemOf?.(entered);

  function save(): void {
    if (entered === null || problem !== undefined) return;
    setEntered(null);
    if (entered !== value) onSave(entered);
  }

  useSaveWhenGone(save);

  return (
    <Field label={label} {...(hint !== undefined && { hint })} problem={problem}>
      {(control) => {
        const common = {
          ...control,
          value: shown,
          placeholder,
          onBlur: save,
          spellCheck: false,
          autoComplete: 'off',
        };
        return rows === undefined ? (
          <input
            {...common}
            onChange={(event) => setEntered(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && save()}
          />
        ) : (
          <textarea {...common} rows={rows} onChange={(event) => setEntered(event.currentTarget.value)} />
        );
      }}
    </Field>
  );
}

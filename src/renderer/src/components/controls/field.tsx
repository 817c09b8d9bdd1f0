import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

/** What the control inside a field has to carry, so that label, hint and problem belong to it. */
export interface FieldControlProps {
  readonly id: string;
  readonly className: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

export interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with the present value. */
  readonly problem?: string | undefined;
  readonly children: (control: FieldControlProps) => ReactNode;
}

/** A control with its label above, and below a hint or what is wrong. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = problem ?? hint;
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        className: styles['control'] ?? '',
        ...(note !== undefined && { 'aria-describedby': noteId }),
        ...(problem !== undefined && { 'aria-invalid': true }),
      })}
      {note !== undefined && (
        <p id={noteId} className={classNames(styles['note'], problem !== undefined && styles['problem'])}>
          {note}
        </p>
      )}
    </div>
  );
}

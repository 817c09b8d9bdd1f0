import { type KeyboardEvent, useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './rename-field.module.css';

export interface RenameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly className?: string | undefined;
  /** Enter, or leaving the field. */
  readonly onSave: (value: string) => void;
  /** Escape. */
  readonly onCancel: () => void;
}

/** Nobody else may take these: Escape would stop an answer, arrows would move in the list. */
const ownKeys: ReadonlySet<string> = new Set([
  'Enter',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'Delete',
  'F2',
]);

/** Renames something where it stands. */
export function RenameField({ label, value, className, onSave, onCancel }: RenameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function finish(action: () => void): void {
    // Leaving the field by Enter or Escape also blurs it.
    if (isDone.current) return;
    isDone.current = true;
    action();
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (ownKeys.has(event.key)) event.stopPropagation();
    if (event.key === 'Enter') {
      event.preventDefault();
      const entered = event.currentTarget.value;
      finish(() => onSave(entered));
    } else if (event.key === 'Escape') {
      event.preventDefault();
      finish(onCancel);
    }
  }

  return (
    <input
      ref={field}
      className={classNames(styles['field'], className)}
      aria-label={label}
      defaultValue={value}
      maxLength={200}
      spellCheck={false}
      onKeyDown={handleKey}
      onBlur={(event) => {
        const entered = event.currentTarget.value;
        finish(() => onSave(entered));
      }}
    />
  );
}

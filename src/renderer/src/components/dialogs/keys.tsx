import styles from './keys.module.css';

export interface KeysProps {
  readonly parts: readonly string[];
}

/** A shortcut, key by key. */
export function Keys({ parts }: KeysProps) {
  return (
    <span className={styles['keys']}>
      {parts.map((part) => (
        <kbd key={part} className={styles['key']}>
          {part}
        </kbd>
      ))}
    </span>
  );
}

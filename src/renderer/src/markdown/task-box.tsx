import { markdownText as text } from '#shared/text/markdown.en.ts';
import styles from './markdown.module.css';

export function TaskBox({ isDone }: { readonly isDone: boolean }) {
  return (
    <input
      className={styles['task']}
      type="checkbox"
      checked={isDone}
      disabled
      readOnly
      aria-label={isDone ? text.taskDone : text.taskOpen}
    />
  );
}

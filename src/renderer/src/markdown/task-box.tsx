import { text } from '#shared/text/index.ts';
import styles from './markdown.module.css';

export function TaskBox({ isDone }: { readonly isDone: boolean }) {
  return (
    <input
      className={styles['task']}
      type="checkbox"
      checked={isDone}
      disabled
      readOnly
      aria-label={isDone ? text.markdown.taskDone : text.markdown.taskOpen}
    />
  );
}

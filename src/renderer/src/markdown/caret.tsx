import styles from './markdown.module.css';

/** Where the next words will appear. It takes no room, so no line breaks because of it. */
export function Caret() {
  return <span className={styles['caret']} aria-hidden="true" />;
}

import styles from './markdown.module.css';

/** An answer as it was received, for when its Markdown cannot be shown. */
export function PlainFallback({ text }: { readonly text: string }) {
  return (
    <div className={`${styles['root']} ${styles['literal']}`} dir="auto">
      {text}
    </div>
  );
}

import styles from './file-name.module.css';

/** Characters at the end that always stay in sight: the extension, and a number before it. */
const tailLength = 9;

/** The name of a file, cut in its middle when it is too long for its place. */
export function FileName({ name }: { readonly name: string }) {
  const characters = Array.from(name.slice(name.lastIndexOf('/') + 1));
  const head = characters.slice(0, -tailLength).join('');
  return (
    <span className={styles['name']} title={name}>
      {head !== '' && <span className={styles['head']}>{head}</span>}
      <span className={styles['tail']}>{characters.slice(-tailLength).join('')}</span>
    </span>
  );
}

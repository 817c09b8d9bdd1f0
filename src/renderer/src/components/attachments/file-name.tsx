import styles from './file-name.module.css';
import { nameParts } from './name-parts.ts';

/** The name of a file, cut in its middle when it is too long for its place. */
export function FileName({ name }: { readonly name: string }) {
  const { head, tail } = nameParts(name);
  return (
    <span className={styles['name']} title={name}>
      {head !== '' && (
        <bdi className={styles['head']} dir="auto">
          {head}
        </bdi>
      )}
      <bdi className={styles['tail']}>{tail}</bdi>
    </span>
  );
}

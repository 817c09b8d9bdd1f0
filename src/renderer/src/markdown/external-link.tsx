import type { ReactNode } from 'react';
import styles from './markdown.module.css';

/** A link that leaves Parlor; `url` must come from `openableUrl`. The main process hands it to the system's browser. */
export function ExternalLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  return (
    <a className={styles['link']} href={url} title={url} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

import type { ReactNode } from 'react';
import styles from './empty-frame.module.css';

export interface EmptyFrameProps {
  readonly title: string;
  readonly body?: string;
  readonly children?: ReactNode;
}

/** One sentence and one action where there is nothing else yet. */
export function EmptyFrame({ title, body, children }: EmptyFrameProps) {
  return (
    <div className={styles['empty']}>
      <h2 className={styles['title']}>{title}</h2>
      {body !== undefined && <p className={styles['body']}>{body}</p>}
      {children}
    </div>
  );
}

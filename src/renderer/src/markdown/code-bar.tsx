import type { ReactNode } from 'react';
import { text } from '#shared/text/index.ts';
import styles from './code-block.module.css';
import { CopyButton } from './copy-button.tsx';
import { codeFileName, saveText } from './save-text.ts';

interface CodeBarProps {
  readonly language: string;
  readonly code: string;
  /** Switches that only some blocks have. */
  readonly children: ReactNode;
}

/** Above a code block: what it is, and what can be done with it. */
export function CodeBar({ language, code, children }: CodeBarProps) {
  return (
    <div className={styles['bar']}>
      <span className={styles['language']}>{language === '' ? text.markdown.plainCode : language}</span>
      <span className={styles['actions']}>
        {children}
        <button
          type="button"
          className={styles['action']}
          data-key="s"
          onClick={() => saveText(codeFileName(language), code)}
        >
          {text.markdown.saveCode}
        </button>
        <CopyButton code={code} />
      </span>
    </div>
  );
}

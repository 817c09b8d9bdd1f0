import { memo } from 'react';
import { text } from '#shared/text/index.ts';
import styles from './code-block.module.css';
import { CodeText } from './code-text.tsx';
import { CopyButton } from './copy-button.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { useHighlight } from './use-highlight.ts';

interface CodeBlockProps {
  /** As the answer names it, may be empty. */
  readonly language: string;
  readonly code: string;
  /** More lines may come: plain, with the caret at the end. */
  readonly isOpen: boolean;
}

export const CodeBlock = memo(function CodeBlock({ language, code, isOpen }: CodeBlockProps) {
  const highlighted = useHighlight(language, code, !isOpen);
  const label = language === '' ? text.markdown.plainCode : language;
  return (
    <div className={isOpen ? `${styles['block']} ${styles['open']}` : styles['block']} dir="ltr">
      <div className={styles['bar']}>
        <span className={styles['language']}>{label}</span>
        <CopyButton code={code} />
      </div>
      <ScrollRegion
        className={styles['scroller']}
        label={language === '' ? text.markdown.plainCode : text.markdown.codeRegion(language)}
      >
        <pre className={styles['code']}>
          <code>
            <CodeText code={code} highlighted={highlighted} />
          </code>
        </pre>
      </ScrollRegion>
    </div>
  );
});

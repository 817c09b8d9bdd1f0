import { memo, useState } from 'react';
import { text } from '#shared/text/index.ts';
import { CodeBar } from './code-bar.tsx';
import styles from './code-block.module.css';
import { CodeText } from './code-text.tsx';
import { DiagramView } from './diagram-view.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { SwitchButton } from './switch-button.tsx';
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
  const [isWrapped, setIsWrapped] = useState(false);
  const [isSourceShown, setIsSourceShown] = useState(false);
  const isDiagram = !isOpen && language.toLowerCase() === 'mermaid' && code.trim() !== '';
  const classNames = [styles['block'], isOpen && styles['open'], isWrapped && styles['wrapped']];
  return (
    <div className={classNames.filter(Boolean).join(' ')} dir="ltr">
      <CodeBar language={language} code={code}>
        {isDiagram && (
          <SwitchButton
            label={text.markdown.diagramSource}
            isOn={isSourceShown}
            onChange={setIsSourceShown}
          />
        )}
        <SwitchButton label={text.markdown.wrapCode} shortcut="w" isOn={isWrapped} onChange={setIsWrapped} />
      </CodeBar>
      {isDiagram && <DiagramView source={code} isHidden={isSourceShown} />}
      {(!isDiagram || isSourceShown) && (
        <ScrollRegion
          className={styles['scroller']}
          keys="cws"
          label={language === '' ? text.markdown.plainCode : text.markdown.codeRegion(language)}
        >
          <pre className={styles['code']}>
            <code>
              <CodeText code={code} highlighted={highlighted} />
            </code>
          </pre>
        </ScrollRegion>
      )}
    </div>
  );
});

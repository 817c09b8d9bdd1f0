import { BlockView } from './block-view.tsx';
import { Caret } from './caret.tsx';
import styles from './markdown.module.css';
import { MarkdownBoundary } from './markdown-boundary.tsx';
import { useBlocks } from './use-blocks.ts';

export interface MarkdownProps {
  /** The whole answer so far. */
  readonly text: string;
  /** More text may be appended. */
  readonly isStreaming: boolean;
}

/**
 * An answer's Markdown as React elements. No HTML string is ever made or inserted, nothing is loaded, and links lead only
 * to http, https and mailto. While the answer grows only its last blocks are read and rendered again.
 */
export function Markdown({ text, isStreaming }: MarkdownProps) {
  return (
    <MarkdownBoundary text={text} isStreaming={isStreaming}>
      <Blocks text={text} isStreaming={isStreaming} />
    </MarkdownBoundary>
  );
}

function Blocks({ text, isStreaming }: MarkdownProps) {
  const { closed, open } = useBlocks(text, isStreaming);
  const last = isStreaming ? open.at(-1) : undefined;
  return (
    <div className={styles['root']}>
      {[...closed, ...open].map((block) => (
        <BlockView key={block.key} token={block.token} isGrowing={block === last} isTopLevel />
      ))}
      {isStreaming && last === undefined && (
        <p>
          <Caret />
        </p>
      )}
    </div>
  );
}

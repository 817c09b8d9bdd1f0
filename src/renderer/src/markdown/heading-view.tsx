import type { Tokens } from 'marked';
import type { ReactNode } from 'react';
import { renderInline } from './inline.tsx';
import { answerTokens } from './lex.ts';
import styles from './markdown.module.css';

const headingTags = ['h3', 'h4', 'h5', 'h6', 'h6', 'h6'] as const;

/** The window has its own h1 and h2, so an answer's headings begin at h3. The look follows the depth that was written. */
export function HeadingView({
  token,
  dir,
  caret,
}: {
  readonly token: Tokens.Heading;
  readonly dir: 'auto' | undefined;
  readonly caret: ReactNode;
}) {
  const Tag = headingTags[token.depth - 1] ?? 'h6';
  return (
    <Tag className={styles[`heading${Math.min(token.depth, 4)}`]} dir={dir}>
      {renderInline(answerTokens(token.tokens))}
      {caret}
    </Tag>
  );
}

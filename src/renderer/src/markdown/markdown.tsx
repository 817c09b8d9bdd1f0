import { AnswerView } from './answer-view.tsx';
import { MarkdownBoundary } from './markdown-boundary.tsx';
import { useShownAnswer } from './use-shown-answer.ts';

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
      <Answer text={text} isStreaming={isStreaming} />
    </MarkdownBoundary>
  );
}

function Answer({ text, isStreaming }: MarkdownProps) {
  return <AnswerView shown={useShownAnswer(text, isStreaming)} isStreaming={isStreaming} />;
}

import { memo } from 'react';
import styles from './code-block.module.css';
import { chunkText } from './code-chunks.ts';
import type { CodeKind, CodeRun } from './code-runs.ts';
import type { HighlightedCode } from './highlight.ts';

type Chunk = string | readonly CodeRun[];

/** The same boxes with and without colour, so nothing moves when the colour comes. */
export function CodeText({
  code,
  highlighted,
}: {
  readonly code: string;
  readonly highlighted: HighlightedCode;
}) {
  const chunks: readonly Chunk[] = highlighted ?? chunkText(code);
  // Chunks are only ever added at the end: their place is their identity.
  return chunks.map((chunk, place) => <CodeChunk key={placeKey(place)} chunk={chunk} />);
}

const CodeChunk = memo(function CodeChunk({ chunk }: { readonly chunk: Chunk }) {
  return <span className={styles['chunk']}>{typeof chunk === 'string' ? chunk : chunk.map(renderRun)}</span>;
});

function renderRun({ kind, text }: CodeRun, place: number) {
  if (kind === undefined) return text;
  return (
    <span key={placeKey(place)} className={kindClasses[kind]}>
      {text}
    </span>
  );
}

const kindClasses: Readonly<Record<CodeKind, string | undefined>> = {
  keyword: styles['keyword'],
  string: styles['string'],
  function: styles['function'],
  number: styles['number'],
  comment: styles['comment'],
};

function placeKey(place: number): string {
  return String(place);
}

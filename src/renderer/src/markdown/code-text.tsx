import { memo } from 'react';
import styles from './code-block.module.css';
import { chunkText } from './code-chunks.ts';
import type { CodeKind, CodeRun } from './code-runs.ts';
import type { ColouredChunks } from './highlight-protocol.ts';

type Chunk = string | readonly CodeRun[];

/** The same boxes with and without colour, so nothing moves when the colour comes. */
export function CodeText({
  code,
  highlighted,
}: {
  readonly code: string;
  /** From the top, as far as there is colour. */
  readonly highlighted: ColouredChunks;
}) {
  const chunks: readonly Chunk[] = chunkText(code).map((plain, place) => highlighted[place] ?? plain);
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

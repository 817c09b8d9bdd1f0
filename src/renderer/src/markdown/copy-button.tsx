import { text } from '#shared/text/index.ts';
import { type CopyState, useCopy } from '../hooks/use-copy.ts';
import styles from './code-block.module.css';

const labels: Readonly<Record<CopyState, string>> = {
  ready: text.markdown.copyCode,
  copied: text.markdown.codeCopied,
  failed: text.markdown.copyFailed,
};

export function CopyButton({ code }: { readonly code: string }) {
  const { state, copy } = useCopy();
  return (
    <button type="button" className={styles['action']} data-key="c" onClick={() => void copy(code)}>
      <span aria-live="polite">{labels[state]}</span>
    </button>
  );
}

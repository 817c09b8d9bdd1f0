import { useEffect, useState } from 'react';
import { text } from '#shared/text/index.ts';
import styles from './code-block.module.css';

type CopyState = 'ready' | 'copied' | 'failed';

const shownForMs = 2000;
const labels: Readonly<Record<CopyState, string>> = {
  ready: text.markdown.copyCode,
  copied: text.markdown.codeCopied,
  failed: text.markdown.copyFailed,
};

export function CopyButton({ code }: { readonly code: string }) {
  const [state, setState] = useState<CopyState>('ready');

  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), shownForMs);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = () => {
    navigator.clipboard.writeText(code).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };

  return (
    <button type="button" className={styles['copy']} onClick={copy}>
      <span aria-live="polite">{labels[state]}</span>
    </button>
  );
}

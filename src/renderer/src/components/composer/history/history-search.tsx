import { type KeyboardEvent, useEffect, useRef } from 'react';
import { historySearchLimit, type RememberedPrompt } from '#shared/contract/prompt-history.ts';
import type { MarkedText as MarkedTextValue } from '#shared/contract/search.ts';
import { findFolded, foldedTerm } from '#shared/fold/find-folded.ts';
import { describeError, text } from '#shared/text/index.ts';
import { MarkedText } from '../../controls/marked-text.tsx';
import styles from '../floating.module.css';
import { type HistorySearching, useHistorySearch } from './use-history-search.ts';

export interface HistorySearchProps {
  /** Null: nothing was taken, the draft stays. */
  readonly onClose: (taken: RememberedPrompt | null) => void;
}

const shownBefore = 60;
const shownLength = 400;
const words = text.writing.history;

/** Looks backwards through what was sent, as Ctrl+R does in a shell. */
export function HistorySearch({ onClose }: HistorySearchProps) {
  const search = useHistorySearch();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const key = event.key.toLowerCase();
    const isControl = event.ctrlKey && !event.metaKey && !event.altKey;
    if (key === 'escape') onClose(null);
    else if (key === 'enter') {
      if (search.prompt !== undefined) onClose(search.prompt);
    } else if ((isControl && key === 'r' && !event.shiftKey) || key === 'arrowup') search.older();
    else if ((isControl && (key === 's' || key === 'r')) || key === 'arrowdown') search.newer();
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> has no role of its own in Chromium 114
    <div className={styles['floating']} role="search" aria-label={words.label}>
      <div className={styles['found']} aria-live="polite" aria-atomic>
        {search.prompt !== undefined && <MarkedText value={shownPart(search.prompt.text, search.term)} />}
      </div>
      <p className={styles['status']} role="status">
        {statusOf(search)}
      </p>
      <input
        ref={field}
        type="text"
        className={styles['field']}
        aria-label={words.field}
        placeholder={words.placeholder}
        value={search.term}
        maxLength={historySearchLimit}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => search.setTerm(event.currentTarget.value)}
        onKeyDown={handleKey}
      />
    </div>
  );
}

function statusOf({ state, term }: HistorySearching): string {
  if (typeof state === 'object') return `${words.failed} ${describeError(state).what}`;
  switch (state) {
    case 'searching':
      return text.common.loading;
    case 'none':
      return term === '' ? words.empty : words.none;
    case 'none-older':
      return words.noneOlder;
    case 'found':
      return words.hint;
  }
}

/** The part of a text that has the first match, with every match in it marked. */
function shownPart(prompt: string, term: string): MarkedTextValue {
  const wanted = foldedTerm(term, 'kept');
  const [first] = findFolded(prompt, wanted, 'kept', 1);
  const from = first === undefined || first[1] < shownLength ? 0 : Math.max(0, first[0] - shownBefore);
  const part = prompt.slice(from, from + shownLength);
  const start = from === 0 ? '' : '…';
  const shown = `${start}${part}${from + shownLength < prompt.length ? '…' : ''}`;
  const marks = findFolded(shown, wanted, 'kept').map(([begins, ends]): [number, number] => [begins, ends]);
  return { text: shown, marks };
}

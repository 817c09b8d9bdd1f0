import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { closeFind, countAgain, find, findNext } from '../../actions/find.ts';
import { focusIfLost, focusTargetRef } from '../../focus.ts';
import { formatCount } from '../../format/numbers.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { totalOf, useFindStore, versionOf } from '../../stores/chat/find-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import styles from './find-bar.module.css';
import { firstVisibleRow } from './rows.ts';

export interface FindBarProps {
  readonly sessionId: SessionId;
  readonly scroller: RefObject<HTMLElement | null>;
}

const focusTarget = focusTargetRef('find');
/** Long enough for the next letter, too short to be waited for. */
const typingDelayMs = 80;

/** Finds words in the whole active branch of a session, loaded or not. */
export function FindBar({ sessionId, scroller }: FindBarProps) {
  const version = useChatStore((store) => versionOf(store.conversations[sessionId]?.session));
  const hasMatches = useFindStore((store) => totalOf(store.matches?.matches ?? []) > 0);
  const field = useRef<HTMLInputElement | null>(null);
  const typing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const searchNow = useCallback(() => {
    clearTimeout(typing.current);
    typing.current = undefined;
    const row = scroller.current === null ? null : firstVisibleRow(scroller.current);
    attempt(() => find(field.current?.value ?? '', row?.dataset['message'] ?? null));
  }, [scroller]);

  useEffect(() => {
    const before = document.activeElement;
    if (field.current?.value !== '') searchNow();
    return () => {
      clearTimeout(typing.current);
      if (document.activeElement !== document.body) return;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      focusIfLost('transcript');
    };
  }, [searchNow]);

  const seenVersion = useRef(version);
  useEffect(() => {
    if (seenVersion.current !== version) attempt(countAgain);
    seenVersion.current = version;
  }, [version]);

  const fieldRef = useCallback((element: HTMLInputElement | null) => {
    field.current = element;
    return focusTarget(element);
  }, []);

  const step = useCallback(
    (direction: 1 | -1) => {
      if (typing.current === undefined) attempt(() => findNext(direction));
      else searchNow();
    },
    [searchNow],
  );

  useEffect(() => {
    const handleKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F3' || event.defaultPrevented) return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [step]);

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && event.target === field.current) step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') closeFind();
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: the browser of this Electron is older than the element `search`
    <div role="search" className={styles['bar']} aria-label={text.chat.find.label} onKeyDown={handleKey}>
      <input
        ref={fieldRef}
        className={styles['field']}
        type="text"
        defaultValue={useFindStore.getState().text}
        aria-label={text.chat.find.field}
        placeholder={text.chat.find.placeholder}
        spellCheck={false}
        autoComplete="off"
        onFocus={(event) => event.currentTarget.select()}
        onChange={() => {
          clearTimeout(typing.current);
          typing.current = setTimeout(searchNow, typingDelayMs);
        }}
      />
      <FindCount />
      <IconButton label={text.chat.find.previous} disabled={!hasMatches} onClick={() => step(-1)}>
        <ChevronUp size={16} aria-hidden />
      </IconButton>
      <IconButton label={text.chat.find.next} disabled={!hasMatches} onClick={() => step(1)}>
        <ChevronDown size={16} aria-hidden />
      </IconButton>
      <IconButton label={text.chat.find.close} onClick={closeFind}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

function FindCount() {
  const matches = useFindStore((store) => store.matches);
  const current = useFindStore((store) => store.current);
  const problem = useFindStore((store) => store.problem);
  const total = totalOf(matches?.matches ?? []);
  const elsewhere = matches?.elsewhere ?? 0;
  const count =
    current === null
      ? text.chat.find.total(formatCount(total))
      : text.chat.find.count(formatCount(current + 1), formatCount(total));
  return (
    <span className={styles['count']} role="status">
      {problem !== null && text.chat.find.failed}
      {matches !== null && <span>{total === 0 ? text.chat.find.none : count}</span>}
      {elsewhere > 0 && <span className={styles['elsewhere']}>{text.chat.find.elsewhere(elsewhere)}</span>}
    </span>
  );
}

import { Search } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { text } from '#shared/text/index.ts';
import { focusTargetRef } from '../../focus.ts';
import { useSearchStore } from '../../stores/finding/search-store.ts';
import styles from './search-field.module.css';

export interface SearchFieldProps {
  readonly listId: string;
  readonly isListShown: boolean;
  readonly activeId: string | undefined;
  /** Where the caret goes after the next change that did not come from typing. */
  readonly caretAfter: RefObject<number | null>;
  readonly onCaret: (caret: number) => void;
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** What is looked for. The keyboard stays here while arrows move through what was found. */
export function SearchField({ listId, isListShown, activeId, caretAfter, onCaret, onKey }: SearchFieldProps) {
  const query = useSearchStore((store) => store.query);
  const setQuery = useSearchStore((store) => store.setQuery);
  const wantsFocus = useSearchStore((store) => store.wantsFocus);
  const askForFocus = useSearchStore((store) => store.askForFocus);
  const field = useRef<HTMLInputElement>(null);
  const focusTarget = useMemo(() => focusTargetRef('search'), []);

  useEffect(() => {
    if (!wantsFocus) return;
    field.current?.focus();
    field.current?.select();
    askForFocus(false);
  }, [wantsFocus, askForFocus]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret is put where it belongs in the new query
  useLayoutEffect(() => {
    const caret = caretAfter.current;
    caretAfter.current = null;
    if (caret === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(caret, caret);
    onCaret(caret);
  }, [query]);

  return (
    <div className={styles['box']}>
      <Search size={15} aria-hidden className={styles['sign']} />
      <input
        ref={(element) => {
          field.current = element;
          const leave = focusTarget(element);
          return () => {
            field.current = null;
            leave();
          };
        }}
        className={styles['field']}
        type="text"
        role="combobox"
        aria-label={text.search.field}
        aria-autocomplete="list"
        aria-expanded={isListShown}
        aria-controls={isListShown ? listId : undefined}
        aria-activedescendant={activeId}
        placeholder={text.search.placeholder}
        value={query}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setQuery(event.currentTarget.value)}
        onSelect={(event) => onCaret(event.currentTarget.selectionStart ?? event.currentTarget.value.length)}
        onKeyDown={onKey}
      />
    </div>
  );
}

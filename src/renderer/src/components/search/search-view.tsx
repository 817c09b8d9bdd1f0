import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { text } from '#shared/text/index.ts';
import { leaveToConversation, openResult } from '../../actions/search.ts';
import type { EditedQuery } from '../../stores/finding/query-words.ts';
import { indexOfChoice, type ResultRow, rowsOf } from '../../stores/finding/search-results.ts';
import { isAnswered, useSearchStore } from '../../stores/finding/search-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { nextOption } from '../controls/option-keys.ts';
import { ShowSidebarButton } from '../controls/show-sidebar-button.tsx';
import { FilterRow } from './filter-row.tsx';
import { QueryNotes } from './query-notes.tsx';
import { optionId } from './result-list.tsx';
import { SearchBody } from './search-body.tsx';
import { SearchField } from './search-field.tsx';
import styles from './search-view.module.css';
import { SummaryLine } from './summary-line.tsx';

/** Rows that PageUp and PageDown move by. */
const pageRows = 8;
const noRows: readonly ResultRow[] = [];

/** Looks for words everywhere while they are typed. */
export function SearchView() {
  const listId = useId();
  const query = useSearchStore((store) => store.query);
  const order = useSearchStore((store) => store.order);
  const results = useSearchStore((store) => store.results);
  const activeKey = useSearchStore((store) => store.activeKey);
  const { setQuery, setOrder, moveTo } = useSearchStore.getState();
  const answered = useSearchStore(isAnswered);
  const [caret, setCaret] = useState(query.length);
  const caretAfter = useRef<number | null>(null);
  // Enter before main has answered means what is about to be found.
  const [opensWhenAnswered, setOpensWhenAnswered] = useState(false);

  useEffect(() => {
    const { setShown } = useSearchStore.getState();
    setShown(true);
    return () => setShown(false);
  }, []);

  const groups = results?.groups;
  const rows = useMemo(() => (groups === undefined ? noRows : rowsOf(groups)), [groups]);
  const activeIndex = useMemo(() => indexOfChoice(rows, activeKey), [rows, activeKey]);
  const activeRow = rows[activeIndex];

  useEffect(() => {
    if (!opensWhenAnswered || !answered) return;
    setOpensWhenAnswered(false);
    if (activeRow !== undefined && results !== null) openResult(activeRow, results.terms);
  }, [opensWhenAnswered, answered, activeRow, results]);

  function open(row: ResultRow): void {
    if (results !== null) openResult(row, results.terms);
  }

  function insert(edited: EditedQuery): void {
    caretAfter.current = edited.caret;
    setQuery(edited.query);
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (answered && activeRow !== undefined) open(activeRow);
      else setOpensWhenAnswered(query.trim() !== '');
    } else if (event.key === 'Escape' && query !== '') {
      // Only the second one leaves.
      event.preventDefault();
      event.stopPropagation();
      setQuery('');
    } else {
      setOpensWhenAnswered(false);
      const place = { active: activeIndex, count: rows.length, page: pageRows, isFieldEmpty: query === '' };
      const next = nextOption(event, place);
      const row = next === null ? undefined : rows[next];
      if (row === undefined) return;
      event.preventDefault();
      moveTo(row.key);
    }
  }

  function handleViewKey(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'r' || !event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setOrder(order === 'newest' ? 'best' : 'newest');
  }

  return (
    <section className={styles['view']} aria-label={text.search.label} onKeyDown={handleViewKey}>
      <header className={styles['head']}>
        <ShowSidebarButton />
        <SearchField
          listId={listId}
          isListShown={rows.length > 0}
          activeId={activeRow === undefined ? undefined : optionId(listId, activeRow.key)}
          caretAfter={caretAfter}
          onCaret={setCaret}
          onKey={handleKey}
        />
        <IconButton label={text.search.leave} shortcut="Esc" onClick={leaveToConversation}>
          <X size={17} aria-hidden />
        </IconButton>
      </header>
      <div className={styles['tools']}>
        <FilterRow query={query} caret={Math.min(caret, query.length)} onInsert={insert} />
        <SummaryLine />
        <QueryNotes />
      </div>
      <SearchBody listId={listId} rows={rows} activeIndex={activeIndex} onOpen={open} onInsert={insert} />
    </section>
  );
}

import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { FoundTitle } from '#shared/contract/search.ts';
import type { SessionId, SessionSummary } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { leaveToConversation } from '../../actions/search.ts';
import { openSession } from '../../actions/sessions.ts';
import { focusOn } from '../../focus.ts';
import { type HistoryRow, rowsByDay } from '../../stores/finding/history-rows.ts';
import { useHistoryStore } from '../../stores/finding/history-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { nextOption } from '../controls/option-keys.ts';
import { ShowSidebarButton } from '../controls/show-sidebar-button.tsx';
import { ErrorNote } from '../errors/error-note.tsx';
import field from '../search/search-field.module.css';
import { HistoryList, historyOptionId } from './history-list.tsx';
import type { HistorySession } from './history-session.ts';
import styles from './history-view.module.css';

const pageRows = 10;
const noSessions: readonly SessionSummary[] = [];

/** All sessions by day of their last activity. */
export function HistoryView() {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const pages = useHistoryStore((store) => store.pages);
  const filter = useHistoryStore((store) => store.filter);
  const found = useHistoryStore((store) => store.found);
  const state = useHistoryStore((store) => store.state);
  const wantsFocus = useHistoryStore((store) => store.wantsFocus);
  const { load, readOn, setFilter, askForFocus } = useHistoryStore.getState();
  const [activeKey, setActiveKey] = useState<SessionId | null>(null);
  const [opensWhenFound, setOpensWhenFound] = useState(false);

  useEffect(() => attempt(load), [load]);
  useEffect(() => {
    if (!wantsFocus) return;
    input.current?.focus();
    input.current?.select();
    askForFocus(false);
  }, [wantsFocus, askForFocus]);

  const rows = useMemo(
    () =>
      found === null ? rowsByDay((pages?.sessions ?? noSessions).map(fromSummary)) : flatRows(found.titles),
    [pages, found],
  );
  const options = useMemo(() => rows.flatMap((row) => (row.kind === 'session' ? [row] : [])), [rows]);
  const activeAt = useMemo(
    () =>
      Math.max(
        0,
        options.findIndex(({ key }) => key === activeKey),
      ),
    [options, activeKey],
  );
  const active = options[activeAt];
  const isFresh = filter.trim() === '' || found?.filter === filter;

  useEffect(() => {
    if (!opensWhenFound || !isFresh) return;
    setOpensWhenFound(false);
    if (active !== undefined) open(active.key);
  }, [opensWhenFound, isFresh, active]);

  function write(entered: string): void {
    setActiveKey(null);
    setOpensWhenFound(false);
    setFilter(entered);
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!isFresh) setOpensWhenFound(true);
      else if (active !== undefined) open(active.key);
    } else if (event.key === 'Escape' && filter !== '') {
      event.preventDefault();
      event.stopPropagation();
      write('');
    } else {
      const place = { active: activeAt, count: options.length, page: pageRows, isFieldEmpty: filter === '' };
      const next = nextOption(event, place);
      const option = next === null ? undefined : options[next];
      if (option === undefined) return;
      event.preventDefault();
      setActiveKey(option.key);
    }
  }

  const { history } = text.search;
  return (
    <section className={styles['view']} aria-label={history.label}>
      <header className={styles['head']}>
        <ShowSidebarButton />
        <h1 className={styles['title']}>{history.label}</h1>
        <div className={field['box']}>
          <Search size={15} aria-hidden className={field['sign']} />
          <input
            ref={input}
            type="text"
            role="combobox"
            className={field['field']}
            aria-label={history.field}
            aria-autocomplete="list"
            aria-expanded={options.length > 0}
            aria-controls={options.length > 0 ? listId : undefined}
            aria-activedescendant={active && historyOptionId(listId, active.key)}
            placeholder={history.placeholder}
            value={filter}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => write(event.currentTarget.value)}
            onKeyDown={handleKey}
          />
        </div>
        <IconButton label={history.leave} shortcut="Esc" onClick={leaveToConversation}>
          <X size={17} aria-hidden />
        </IconButton>
      </header>
      {typeof state === 'object' && (
        <div className={styles['note']} role="alert">
          <p>{history.failed}</p>
          <ErrorNote error={state} onRetry={() => attempt(load)} />
        </div>
      )}
      {pages !== null && options.length === 0 && (
        <p className={styles['note']} role="status">
          {found === null ? history.empty : history.nothing(found.filter)}
        </p>
      )}
      {options.length > 0 && (
        <HistoryList
          id={listId}
          rows={rows}
          activeKey={active?.key ?? null}
          hasMore={found === null && (pages?.hasMore ?? false)}
          canReadOn={state === 'ready'}
          onReadOn={() => attempt(readOn)}
          onOpen={open}
          onPoint={setActiveKey}
        />
      )}
    </section>
  );
}

function open(sessionId: SessionId): void {
  attempt(() => openSession(sessionId));
  focusOn('composer');
}

function fromSummary(session: SessionSummary): HistorySession {
  return { id: session.id, updatedAt: session.updatedAt, known: session, found: null };
}

/** The best fitting first, so without days. */
function flatRows(titles: readonly FoundTitle[]): readonly HistoryRow<HistorySession>[] {
  return titles.map((found, position) => {
    const { id, updatedAt } = found.session;
    return { kind: 'session', key: id, position, session: { id, updatedAt, known: null, found } };
  });
}

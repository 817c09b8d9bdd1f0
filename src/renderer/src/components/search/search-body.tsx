import { text } from '#shared/text/index.ts';
import type { EditedQuery } from '../../stores/finding/query-words.ts';
import { withoutFilters } from '../../stores/finding/query-words.ts';
import type { ResultRow } from '../../stores/finding/search-results.ts';
import { useSearchStore } from '../../stores/finding/search-store.ts';
import { Button } from '../controls/button.tsx';
import { EmptyFrame } from '../empty/empty-frame.tsx';
import { ErrorNote } from '../errors/error-note.tsx';
import { ResultList } from './result-list.tsx';
import styles from './search-body.module.css';

export interface SearchBodyProps {
  readonly listId: string;
  readonly rows: readonly ResultRow[];
  readonly activeIndex: number;
  readonly onOpen: (row: ResultRow) => void;
  readonly onInsert: (edited: EditedQuery) => void;
}

/** What was found, or what to do when nothing was, or nothing was asked for yet. */
export function SearchBody({ listId, rows, activeIndex, onOpen, onInsert }: SearchBodyProps) {
  const results = useSearchStore((store) => store.results);
  const state = useSearchStore((store) => store.state);
  const retry = useSearchStore((store) => store.retry);
  const isAsked = useSearchStore((store) => store.query.trim() !== '');

  if (results === null && !isAsked) return <Examples onInsert={onInsert} />;
  const isSearched = results !== null && results.next === null;
  return (
    <>
      {typeof state === 'object' && (
        <div className={styles['failure']} role="alert">
          <p>{text.search.failed}</p>
          <ErrorNote error={state} onRetry={retry} />
        </div>
      )}
      {results !== null && (rows.length > 0 || !isSearched) && (
        <ResultList
          id={listId}
          rows={rows}
          activeIndex={activeIndex}
          hasMore={results.next !== null}
          onOpen={onOpen}
        />
      )}
      {isSearched && rows.length === 0 && <Nothing query={results.query} onInsert={onInsert} />}
    </>
  );
}

interface InsertProps {
  readonly onInsert: (edited: EditedQuery) => void;
}

function Examples({ onInsert }: InsertProps) {
  const { title, body, examples, examplesLabel } = text.search.empty;
  return (
    <EmptyFrame title={title} body={body}>
      <ul className={styles['examples']} aria-label={examplesLabel}>
        {examples.map(({ query, means }) => (
          <li key={query} className={styles['example']}>
            <button
              type="button"
              className={styles['query']}
              onClick={() => onInsert({ query, caret: query.length })}
            >
              {query}
            </button>
            <span>{means}</span>
          </li>
        ))}
      </ul>
    </EmptyFrame>
  );
}

function Nothing({ query, onInsert }: InsertProps & { readonly query: string }) {
  const { title, advice, withoutFilters: label } = text.search.nothing;
  const words = withoutFilters(query);
  return (
    <EmptyFrame title={title(query.length > 60 ? `${query.slice(0, 60)}…` : query)}>
      <ul className={styles['advice']}>
        {advice.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {words !== '' && words !== query.trim() && (
        <Button onClick={() => onInsert({ query: words, caret: words.length })}>{label}</Button>
      )}
    </EmptyFrame>
  );
}

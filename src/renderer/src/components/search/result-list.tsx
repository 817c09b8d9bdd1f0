import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useElsewhere } from '../../stores/finding/elsewhere-store.ts';
import type { ResultRow as ResultRowValue } from '../../stores/finding/search-results.ts';
import { useSearchStore } from '../../stores/finding/search-store.ts';
import { heightOfRows, placesOf, topOfRow } from '../controls/row-places.ts';
import { showRow, useVisibleRows } from '../controls/use-visible-rows.ts';
import styles from './result-list.module.css';
import { ResultRow, resultHeight } from './result-row.tsx';

export interface ResultListProps {
  readonly id: string;
  readonly rows: readonly ResultRowValue[];
  /** -1 for none. */
  readonly activeIndex: number;
  readonly hasMore: boolean;
  readonly onOpen: (row: ResultRowValue) => void;
}

/** Rows from the end at which the next page is asked for. */
const readAheadRows = 20;

export function optionId(listId: string, key: string): string {
  return `${listId}-${key}`;
}

/** What was found. Only what is near the view is drawn, and pages are read as one comes near their end. */
export function ResultList({ id, rows, activeIndex, hasMore, onOpen }: ResultListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const places = useMemo(() => placesOf(rows, resultHeight), [rows]);
  const visible = useVisibleRows(scroller, places);
  const isReadingOn = useSearchStore((store) => store.isReadingOn);
  const isFailed = useSearchStore((store) => typeof store.state === 'object');
  const moveTo = useSearchStore((store) => store.moveTo);
  const results = useSearchStore((store) => store.results);
  const now = useNow(60_000);

  // Another answer begins at its beginning; the one that was left begins where it was left.
  const answer = results === null ? '' : `${results.order} ${results.query}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer has its own place
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = useSearchStore.getState().scrollTop;
  }, [answer]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const note = () => useSearchStore.getState().leaveAt(element.scrollTop);
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, []);

  const isNearEnd = visible.to >= places.count - readAheadRows;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that came back short is followed by the next one
  useEffect(() => {
    if (hasMore && isNearEnd && !isReadingOn && !isFailed) attempt(() => useSearchStore.getState().readOn());
  }, [hasMore, isNearEnd, isReadingOn, isFailed, results]);

  // A mark on a hit is worth no error: without it the hit still leads to its branch.
  useEffect(() => {
    if (results === null) return;
    const { read } = useElsewhere.getState();
    read(results.groups, results.pageCount === 1).catch(() => undefined);
  }, [results]);
  useEffect(() => () => useElsewhere.getState().forget(), []);

  const activeKey = useSearchStore((store) => store.activeKey);
  const isMovedTo = useRef<string | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || activeKey === null || activeIndex < 0 || isMovedTo.current === activeKey) return;
    isMovedTo.current = activeKey;
    showRow(element, places, activeIndex);
  }, [activeKey, activeIndex, places]);

  const drawn = rows.slice(visible.from, visible.to);
  return (
    <div ref={scroller} id={id} role="listbox" aria-label={text.search.results} className={styles['list']}>
      <div role="presentation" className={styles['rows']} style={{ height: heightOfRows(places) }}>
        {drawn.map((row, step) => {
          const index = visible.from + step;
          return (
            <ResultRow
              key={row.key}
              row={row}
              id={optionId(id, row.key)}
              top={topOfRow(places, index)}
              isActive={index === activeIndex}
              position={index + 1}
              count={hasMore ? -1 : rows.length}
              now={now}
              onOpen={onOpen}
              onPoint={(key) => {
                isMovedTo.current = key;
                moveTo(key);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

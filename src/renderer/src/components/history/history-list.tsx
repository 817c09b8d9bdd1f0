import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { titleOf } from '../../actions/sessions.ts';
import { formatHistoryDay, formatHour } from '../../format/history-day.ts';
import { formatFullTime, formatShortTime } from '../../format/time.ts';
import { useNow } from '../../hooks/use-now.ts';
import type { HistoryRow } from '../../stores/finding/history-rows.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { classNames } from '../controls/class-names.ts';
import { MarkedText } from '../controls/marked-text.tsx';
import { projectColour } from '../controls/project-colour.ts';
import { heightOfRows, placesOf, topOfRow } from '../controls/row-places.ts';
import { showRow, useVisibleRows } from '../controls/use-visible-rows.ts';
import styles from './history-list.module.css';
import type { HistorySession } from './history-session.ts';

export interface HistoryListProps {
  readonly id: string;
  readonly rows: readonly HistoryRow<HistorySession>[];
  readonly activeKey: SessionId | null;
  readonly hasMore: boolean;
  readonly canReadOn: boolean;
  readonly onReadOn: () => void;
  readonly onOpen: (sessionId: SessionId) => void;
  readonly onPoint: (sessionId: SessionId) => void;
}

/** In CSS pixels. */
const heights = { day: 44, session: 38 } as const;
const readAheadRows = 40;

export function historyOptionId(listId: string, key: SessionId): string {
  return `${listId}-${key}`;
}

/** Days with their sessions; only what is near the view is drawn. */
export function HistoryList(props: HistoryListProps) {
  const { id, rows, activeKey, hasMore, canReadOn, onReadOn, onOpen, onPoint } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const places = useMemo(() => placesOf(rows, ({ kind }) => heights[kind]), [rows]);
  const visible = useVisibleRows(scroller, places);
  const now = useNow(60_000);
  const lastRow = rows.at(-1);
  const sessionCount = lastRow?.kind === 'session' ? lastRow.position + 1 : 0;

  const isNearEnd = visible.to >= places.count - readAheadRows;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that came back short is followed by the next one
  useEffect(() => {
    if (hasMore && isNearEnd && canReadOn) onReadOn();
  }, [hasMore, isNearEnd, canReadOn, rows]);

  const activeIndex = useMemo(() => rows.findIndex(({ key }) => key === activeKey), [rows, activeKey]);
  const shown = useRef(activeKey);
  useLayoutEffect(() => {
    if (scroller.current === null || shown.current === activeKey || activeIndex < 0) return;
    shown.current = activeKey;
    // The first session of a day is shown with its day.
    if (rows[activeIndex - 1]?.kind === 'day') showRow(scroller.current, places, activeIndex - 1);
    showRow(scroller.current, places, activeIndex);
  }, [activeKey, activeIndex, rows, places]);

  function draw(row: HistoryRow<HistorySession>, index: number) {
    const top = topOfRow(places, index);
    if (row.kind === 'day') {
      return (
        <div key={row.key} role="presentation" className={styles['day']} style={{ top, height: heights.day }}>
          {formatHistoryDay(row.at, now)}
        </div>
      );
    }
    const isActive = index === activeIndex;
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: the keyboard stays in the field, which names the active option
      // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
      <div
        key={row.key}
        id={historyOptionId(id, row.key)}
        role="option"
        aria-selected={isActive}
        aria-posinset={row.position + 1}
        aria-setsize={hasMore ? -1 : sessionCount}
        className={classNames(styles['session'], isActive && styles['active'])}
        style={{ top, height: heights.session }}
        onMouseDown={(event) => event.preventDefault()}
        onMouseMove={() => {
          if (isActive) return;
          shown.current = row.key;
          onPoint(row.key);
        }}
        onClick={() => onOpen(row.key)}
      >
        <SessionLine session={row.session} now={now} />
      </div>
    );
  }

  return (
    <div
      ref={scroller}
      id={id}
      role="listbox"
      aria-label={text.search.history.list}
      className={styles['list']}
    >
      <div role="presentation" className={styles['rows']} style={{ height: heightOfRows(places) }}>
        {rows.slice(visible.from, visible.to).map((row, step) => draw(row, visible.from + step))}
      </div>
    </div>
  );
}

interface SessionLineProps {
  readonly session: HistorySession;
  readonly now: number;
}

function SessionLine({ session: { known, found, updatedAt }, now }: SessionLineProps) {
  const projectId = known?.projectId ?? found?.session.projectId ?? null;
  const project = useSessionsStore(({ projects }) => projects.find(({ id }) => id === projectId));
  return (
    <>
      <time className={styles['time']} title={formatFullTime(updatedAt)}>
        {known === null ? formatShortTime(updatedAt, now) : formatHour(updatedAt)}
      </time>
      <span className={styles['title']}>
        {found !== null ? <MarkedText value={found.title} /> : known !== null && titleOf(known)}
      </span>
      {project !== undefined && (
        <span className={styles['project']}>
          <span className={styles['dot']} style={{ background: projectColour(project) }} aria-hidden />
          <span className={styles['projectName']}>{project.name}</span>
        </span>
      )}
      {known !== null && (
        <span className={styles['count']}>{text.search.history.messages(known.messageCount)}</span>
      )}
    </>
  );
}

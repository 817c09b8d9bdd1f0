import { Archive, GitFork } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { titleOf } from '../../actions/sessions.ts';
import { formatCount } from '../../format/numbers.ts';
import { formatFullTime, formatShortTime } from '../../format/time.ts';
import { useElsewhere } from '../../stores/finding/elsewhere-store.ts';
import type { ResultRow as ResultRowValue } from '../../stores/finding/search-results.ts';
import { classNames } from '../controls/class-names.ts';
import { MarkedText } from '../controls/marked-text.tsx';
import styles from './result-row.module.css';

export interface ResultRowProps {
  readonly row: ResultRowValue;
  readonly id: string;
  readonly top: number;
  readonly isActive: boolean;
  /** From 1. */
  readonly position: number;
  /** -1 while there may be more. */
  readonly count: number;
  readonly now: number;
  readonly onOpen: (row: ResultRowValue) => void;
  readonly onPoint: (key: string) => void;
}

/** In CSS pixels; the style sheet follows them. */
const gapAboveSession = 10;
const heights = { session: 36, shortHit: 34, longHit: 56 } as const;
/** Fits one line, however narrow the window is. */
const shortSnippet = 48;

/** The height of a row with the gap above it: known without drawing it. */
export function resultHeight(row: ResultRowValue): number {
  return row.kind === 'session' ? gapAboveSession + heights.session : heights[hitKind(row)];
}

function hitKind({ hit }: Extract<ResultRowValue, { kind: 'hit' }>): 'shortHit' | 'longHit' {
  const { text: snippet } = hit.snippet;
  return snippet.length <= shortSnippet && !snippet.trim().includes('\n') ? 'shortHit' : 'longHit';
}

/** A session that was found, or words found in it. */
export function ResultRow({ row, id, top, isActive, position, count, now, onOpen, onPoint }: ResultRowProps) {
  const gap = row.kind === 'session' ? gapAboveSession : 0;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the keyboard stays in the field, which names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-posinset={position}
      aria-setsize={count}
      className={classNames(styles['row'], styles[row.kind], isActive && styles['active'])}
      style={{ top: top + gap, height: resultHeight(row) - gap }}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => !isActive && onPoint(row.key)}
      onClick={() => onOpen(row)}
    >
      {row.kind === 'session' ? <SessionLine row={row} now={now} /> : <HitLine row={row} now={now} />}
    </div>
  );
}

interface LineProps<Kind extends ResultRowValue['kind']> {
  readonly row: Extract<ResultRowValue, { kind: Kind }>;
  readonly now: number;
}

function SessionLine({ row: { group }, now }: LineProps<'session'>) {
  const { session, title, projectName, hitCount } = group;
  return (
    <>
      <span className={styles['title']}>
        {session.title === '' ? titleOf(session) : <MarkedText value={title} />}
      </span>
      {projectName !== null && (
        <span className={styles['project']} title={text.search.inProject(projectName)}>
          {projectName}
        </span>
      )}
      {session.isArchived && (
        <span className={styles['badge']}>
          <Archive size={11} aria-hidden /> {text.search.archived}
        </span>
      )}
      <span className={styles['count']}>
        {hitCount === 0 ? text.search.noSessionHits : text.search.inSession(hitCount, formatCount(hitCount))}
      </span>
      <time className={styles['time']} title={formatFullTime(session.updatedAt)}>
        {formatShortTime(session.updatedAt, now)}
      </time>
    </>
  );
}

function HitLine({ row: { hit }, now }: LineProps<'hit'>) {
  const source = text.search.sources[hit.source];
  const isElsewhere = useElsewhere(({ ids }) => ids.has(hit.messageId));
  return (
    <>
      <span className={styles['role']}>{text.search.roles[hit.role]}</span>
      <span className={styles['snippet']}>
        {source !== '' && <span className={styles['badge']}>{source}</span>}
        <MarkedText value={hit.snippet} />
      </span>
      {isElsewhere && (
        <span className={classNames(styles['badge'], styles['branch'])} title={text.search.otherBranch}>
          <GitFork size={11} aria-hidden /> <span>{text.search.otherBranch}</span>
        </span>
      )}
      <time className={styles['time']} title={formatFullTime(hit.createdAt)}>
        {formatShortTime(hit.createdAt, now)}
      </time>
    </>
  );
}

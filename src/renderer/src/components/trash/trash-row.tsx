import {
  Folder,
  GitBranch,
  type LucideIcon,
  MessageSquare,
  NotebookText,
  RotateCcw,
  Tag,
  Trash2,
} from 'lucide-react';
import type { TrashedThing, TrashItem } from '#shared/contract/trash.ts';
import { trashCountCap } from '#shared/contract/trash.ts';
import { text } from '#shared/text/index.ts';
import { titleOfItem } from '../../actions/trash.ts';
import { formatCount } from '../../format/numbers.ts';
import { formatFullTime, formatShortTime } from '../../format/time.ts';
import { useNow } from '../../hooks/use-now.ts';
import { daysLeft } from '../../stores/library/trash-state.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import { classNames } from '../controls/class-names.ts';
import { IconButton } from '../controls/icon-button.tsx';
import styles from './trash-row.module.css';

const icons: Readonly<Record<TrashedThing['kind'], LucideIcon>> = {
  session: MessageSquare,
  project: Folder,
  tag: Tag,
  branch: GitBranch,
  prompt: NotebookText,
};

export interface TrashRowProps {
  readonly item: TrashItem;
  readonly index: number;
  readonly total: number;
  /** Place in the list, in pixels. */
  readonly top: number;
  /** Whether it is the one in the order of Tab. */
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onActive: () => void;
  readonly onToggle: (isRange: boolean) => void;
  readonly onRestore: () => void;
  readonly onErase: () => void;
}

/** One deleted thing: what it was, when it was deleted, how long it stays. */
export function TrashRow({ item, index, total, top, isActive, isSelected, ...on }: TrashRowProps) {
  const { kind } = item.thing;
  const title = titleOfItem(item);
  const Icon = icons[kind];
  const tabIndex = isActive ? 0 : -1;
  return (
    <li
      className={classNames(styles['row'], isSelected && styles['selected'])}
      style={{ transform: `translateY(${top}px)` }}
      data-row={index}
      aria-setsize={total}
      aria-posinset={index + 1}
      onFocus={on.onActive}
    >
      <input
        type="checkbox"
        className={styles['check']}
        aria-label={text.trash.select(title)}
        checked={isSelected}
        tabIndex={tabIndex}
        onChange={() => undefined}
        onClick={(event) => on.onToggle(event.shiftKey)}
      />
      <Icon className={styles['icon']} size={16} role="img" aria-label={text.trash.kinds[kind]} />
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        <Details item={item} />
      </div>
      <IconButton label={text.trash.restore} tabIndex={tabIndex} onClick={on.onRestore}>
        <RotateCcw size={16} aria-hidden />
      </IconButton>
      <IconButton label={text.trash.erase} tabIndex={tabIndex} onClick={on.onErase}>
        <Trash2 size={16} aria-hidden />
      </IconButton>
    </li>
  );
}

function Details({ item }: { readonly item: TrashItem }) {
  const now = useNow(60_000);
  const trashDays = useSettingsStore((store) => store.settings.trashDays);
  const { kind } = item.thing;
  const isCapped = kind !== 'session' && item.count >= trashCountCap;
  const count = `${formatCount(item.count)}${isCapped ? '+' : ''}`;
  const left = daysLeft(item.trashedAt, trashDays, now);
  const parts = [
    ...(kind === 'prompt' ? [] : [text.trash.counts[kind](count, item.count === 1)]),
    ...(item.sessionTitle === null || item.sessionTitle === ''
      ? []
      : [text.trash.inSession(item.sessionTitle)]),
    ...(left === null ? [] : [text.trash.daysLeft(left)]),
  ];
  return (
    <p className={styles['details']}>
      <time dateTime={new Date(item.trashedAt).toISOString()} title={formatFullTime(item.trashedAt)}>
        {text.trash.deleted(formatShortTime(item.trashedAt, now))}
      </time>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </p>
  );
}

import { Check } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { text } from '#shared/text/index.ts';
import { formatAmount } from '../../format/amounts.ts';
import { formatFileSize } from '../../format/file-size.ts';
import type { FolderFileEntry } from '../../stores/chat/folder-choice-store.ts';
import { classNames } from '../controls/class-names.ts';
import { heightOfRows, placesOf, topOfRow } from '../controls/row-places.ts';
import { showRow, useVisibleRows } from '../controls/use-visible-rows.ts';
import styles from './folder-file-list.module.css';
import { tokensOfFile } from './folder-selection.ts';
import { stepInRow } from './step-in-row.ts';

/** In CSS pixels. */
const rowHeight = 32;
const rowsPerPage = 8;

export interface FolderFileListProps {
  readonly files: readonly FolderFileEntry[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (path: string) => void;
}

/** Files with a box each: arrows walk, Space ticks. Only what is near the view is drawn. */
export function FolderFileList({ files, chosen, onToggle }: FolderFileListProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, files.length - 1);
  const places = useMemo(() => placesOf(files, () => rowHeight), [files]);
  const visible = useVisibleRows(scroller, places);

  function go(index: number): void {
    setActive(index);
    if (scroller.current !== null) showRow(scroller.current, places, index);
  }

  function handleKey(event: KeyboardEvent): void {
    const file = files[active];
    const next = nextRow(event.key, active, files.length);
    if (next !== null) go(next);
    else if ((event.key === ' ' || event.key === 'Enter') && file !== undefined) onToggle(file.path);
    else return;
    event.preventDefault();
  }

  const drawn = files.slice(visible.from, visible.to);
  // Out of the drawn rows there is no element to name.
  const isActiveDrawn = active >= visible.from && active < visible.to;
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={text.attachments.folder.list}
      aria-multiselectable
      aria-activedescendant={isActiveDrawn ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={styles['list']}
      onKeyDown={handleKey}
    >
      <div role="presentation" className={styles['rows']} style={{ height: heightOfRows(places) }}>
        {drawn.map((file, step) => {
          const index = visible.from + step;
          return (
            <Row
              key={file.path}
              id={`${id}-${index}`}
              file={file}
              position={index + 1}
              count={files.length}
              top={topOfRow(places, index)}
              isActive={index === active}
              isChosen={chosen.has(file.path)}
              onPress={() => {
                setActive(index);
                onToggle(file.path);
              }}
            />
          );
        })}
      </div>
      {files.length === 0 && (
        <p role="status" className={styles['nothing']}>
          {text.attachments.folder.nothingFound}
        </p>
      )}
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly file: FolderFileEntry;
  readonly position: number;
  readonly count: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

function Row({ id, file, position, count, top, isActive, isChosen, onPress }: RowProps) {
  const tokens = tokensOfFile(file);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the keyboard and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers the keys
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-posinset={position}
      aria-setsize={count}
      className={classNames(styles['row'], isActive && styles['active'])}
      style={{ top, height: rowHeight }}
      onClick={onPress}
    >
      <span className={classNames(styles['box'], isChosen && styles['chosen'])} aria-hidden>
        {isChosen && <Check size={13} strokeWidth={3} aria-hidden />}
      </span>
      <span className={styles['path']} title={file.path}>
        {file.path}
      </span>
      <span className={styles['fact']}>{formatFileSize(file.sizeBytes)}</span>
      <span className={styles['fact']}>
        {tokens !== null && text.attachments.tokens(formatAmount(tokens))}
      </span>
    </div>
  );
}

function nextRow(key: string, index: number, count: number): number | null {
  if (key === 'PageDown') return Math.min(index + rowsPerPage, count - 1);
  if (key === 'PageUp') return Math.max(index - rowsPerPage, 0);
  return key === 'ArrowLeft' || key === 'ArrowRight' ? null : stepInRow(key, index, count);
}

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { PromptId, PromptSummary } from '#shared/contract/prompts.ts';
import { text } from '#shared/text/index.ts';
import { classNames } from '../controls/class-names.ts';
import fieldStyles from '../controls/field.module.css';
import { nextOption } from '../controls/option-keys.ts';
import styles from './prompt-list.module.css';
import { type PromptRow, promptRows } from './prompt-rows.ts';

const rowHeight = 32;
const pageRows = 8;

export interface PromptListProps {
  readonly prompts: readonly PromptSummary[];
  readonly shownId: PromptId | null;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onShow: (promptId: PromptId) => void;
  readonly onUse: (promptId: PromptId) => void;
}

/** A field and the prompts below it; arrows walk them while the keyboard stays in the field. */
export function PromptList({ prompts, shownId, field, onShow, onUse }: PromptListProps) {
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [letters, setLetters] = useState('');
  const rows = useMemo(() => promptRows(prompts, letters), [prompts, letters]);
  const options = useMemo(() => rows.filter((row) => row.kind === 'prompt'), [rows]);
  const activeRow = rows.findIndex(({ key }) => key === shownId);
  const active = options.findIndex(({ key }) => key === shownId);
  const activeKey = options[active]?.key;

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The one the field names has to be there, however far the list is scrolled.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), activeRow])]
        .filter((row) => row >= 0)
        .sort((a, b) => a - b),
  });

  useEffect(() => {
    if (activeRow >= 0) virtual.scrollToIndex(activeRow === 1 ? 0 : activeRow);
  }, [activeRow, virtual]);

  function write(entered: string): void {
    setLetters(entered);
    const first = promptRows(prompts, entered).find((row) => row.kind === 'prompt');
    if (first !== undefined && entered.trim() !== '') onShow(first.key);
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && activeKey !== undefined) {
      event.preventDefault();
      onUse(activeKey);
      return;
    }
    const place = { active, count: options.length, page: pageRows, isFieldEmpty: letters === '' };
    const next = nextOption(event, place);
    const option = next === null ? undefined : options[next];
    if (option === undefined) return;
    event.preventDefault();
    onShow(option.key);
  }

  return (
    <div className={styles['pane']}>
      <input
        ref={field}
        className={fieldStyles['control']}
        role="combobox"
        aria-label={text.prompts.filter}
        aria-description={text.prompts.keys}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeKey === undefined ? undefined : `${listId}-${activeKey}`}
        placeholder={text.prompts.filter}
        value={letters}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={handleKey}
      />
      <div ref={scroller} className={styles['scroller']}>
        <div
          id={listId}
          role="listbox"
          aria-label={text.prompts.list}
          className={styles['list']}
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <Row
                key={row.key}
                id={`${listId}-${row.key}`}
                row={row}
                top={start}
                count={options.length}
                isActive={row.key === activeKey}
                withFolder={letters.trim() !== ''}
                onShow={onShow}
                onUse={onUse}
              />
            );
          })}
        </div>
        {rows.length === 0 && letters.trim() !== '' && (
          <p role="status" className={styles['nothing']}>
            {text.prompts.nothingFound}
          </p>
        )}
      </div>
    </div>
  );
}

interface RowProps extends Pick<PromptListProps, 'onShow' | 'onUse'> {
  readonly id: string;
  readonly row: PromptRow;
  readonly top: number;
  readonly count: number;
  readonly isActive: boolean;
  readonly withFolder: boolean;
}

function Row({ id, row, top, count, isActive, withFolder, onShow, onUse }: RowProps) {
  const style = { transform: `translateY(${top}px)` };
  if (row.kind === 'folder') {
    return (
      <div className={styles['folder']} style={style} aria-hidden>
        {row.folder}
      </div>
    );
  }
  const { prompt, name, place } = row;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field answers the keys
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-setsize={count}
      aria-posinset={place + 1}
      aria-label={withFolder || prompt.folder === '' ? undefined : `${name}, ${prompt.folder}`}
      className={classNames(
        styles['option'],
        isActive && styles['active'],
        !withFolder && prompt.folder !== '' && styles['inside'],
      )}
      style={style}
      onClick={() => onShow(prompt.id)}
      onDoubleClick={() => onUse(prompt.id)}
    >
      <span className={styles['name']}>{name}</span>
      {withFolder && prompt.folder !== '' && <span className={styles['note']}>{prompt.folder}</span>}
    </div>
  );
}

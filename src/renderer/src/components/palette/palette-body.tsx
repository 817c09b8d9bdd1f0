import { type KeyboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useState } from 'react';
import { text } from '#shared/text/index.ts';
import { type PaletteTarget, usePaletteStore } from '../../stores/finding/palette-store.ts';
import { nextOption } from '../controls/option-keys.ts';
import { VisuallyHidden } from '../controls/visually-hidden.tsx';
import styles from './palette.module.css';
import type { PaletteEntry } from './palette-entries.ts';
import { PaletteOption } from './palette-option.tsx';
import { usePaletteSections } from './use-palette-sections.ts';

export interface PaletteBodyProps {
  readonly field: RefObject<HTMLInputElement | null>;
  /** Set to what had the keyboard before. */
  readonly opener: RefObject<HTMLElement | null>;
  readonly onChoose: (target: PaletteTarget) => void;
  readonly onClose: () => void;
}

const pageOptions = 8;

/** The field and what fits what is written in it. */
export function PaletteBody({ field, opener, onChoose, onClose }: PaletteBodyProps) {
  const listId = useId();
  const written = usePaletteStore((store) => store.text);
  const { begin, setText } = usePaletteStore.getState();
  const { sections, isComplete } = usePaletteSections();
  const [activeKey, setActiveKey] = useState<string | null>(null);
  // Enter before main has answered means the first of what is about to be listed.
  const [opensWhenComplete, setOpensWhenComplete] = useState(false);

  useLayoutEffect(begin, [begin]);

  // At once, and not when the dialog gets to it: the next key may be pressed already.
  useLayoutEffect(() => {
    if (document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
    field.current?.focus();
  }, [field, opener]);

  const entries = sections.flatMap((section) => section.entries);
  const activeAt = Math.max(
    0,
    entries.findIndex(({ key }) => key === activeKey),
  );
  const active = entries[activeAt];
  const optionId = ({ key }: PaletteEntry) => `${listId}-${key}`;
  const activeId = active && optionId(active);

  useEffect(() => {
    if (opensWhenComplete && isComplete && active !== undefined) onChoose(active.target);
  }, [opensWhenComplete, isComplete, active, onChoose]);

  useLayoutEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function write(entered: string): void {
    setActiveKey(null);
    setOpensWhenComplete(false);
    setText(entered);
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (isComplete || activeKey !== null) active && onChoose(active.target);
      else setOpensWhenComplete(true);
      return;
    }
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onClose();
      return;
    }
    const place = {
      active: activeAt,
      count: entries.length,
      page: pageOptions,
      isFieldEmpty: written === '',
    };
    const next = nextOption(event, place);
    const entry = next === null ? undefined : entries[next];
    if (entry === undefined) return;
    event.preventDefault();
    setActiveKey(entry.key);
  }

  const { palette } = text.search;
  return (
    <>
      <input
        ref={field}
        type="text"
        role="combobox"
        className={styles['field']}
        aria-label={palette.field}
        aria-autocomplete="list"
        aria-expanded={entries.length > 0}
        aria-controls={entries.length > 0 ? listId : undefined}
        aria-activedescendant={activeId}
        placeholder={palette.placeholder}
        value={written}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={handleKey}
      />
      {entries.length > 0 && (
        <div id={listId} role="listbox" aria-label={palette.label} className={styles['list']}>
          {sections.map((section) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
            <div key={section.name} role="group" aria-label={palette.sections[section.name]}>
              <div className={styles['heading']} aria-hidden>
                {palette.sections[section.name]}
              </div>
              {section.entries.map((entry) => (
                <PaletteOption
                  key={entry.key}
                  id={optionId(entry)}
                  entry={entry}
                  isActive={entry === active}
                  onChoose={onChoose}
                  onPoint={setActiveKey}
                />
              ))}
            </div>
          ))}
        </div>
      )}
      {entries.length === 0 && isComplete && <p className={styles['nothing']}>{palette.nothing}</p>}
      <p className={styles['foot']}>
        {palette.prefixes.map(({ sign, means }) => (
          <span key={sign} className={styles['prefix']}>
            <kbd className={styles['key']}>{sign}</kbd> {means}
          </span>
        ))}
        <VisuallyHidden role="status">{isComplete && palette.count(entries.length)}</VisuallyHidden>
      </p>
    </>
  );
}

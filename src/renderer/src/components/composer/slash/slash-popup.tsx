import {
  type KeyboardEvent as ReactKeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { type Completion, completionAt, withChoice } from '../../../commands/slash/complete.ts';
import { definitionOf, isSlashName } from '../../../commands/slash/table.ts';
import { useDraftsStore } from '../../../stores/chat/drafts-store.ts';
import { classNames } from '../../controls/class-names.ts';
import { nextOption } from '../../controls/option-keys.ts';
import { VisuallyHidden } from '../../controls/visually-hidden.tsx';
import styles from '../floating.module.css';
import { type SlashItem, useSlashItems } from './use-slash-items.ts';

/** True when the press was for the list. */
export type PopupKeys = (press: KeyboardEvent) => boolean;

/** What the field says about the list it controls. */
export interface PopupAria {
  readonly listId: string;
  readonly activeId: string | undefined;
}

export interface SlashPopupProps {
  readonly sessionId: SessionId;
  readonly draft: string;
  readonly caret: number;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Set to what looks at each key of the field first. */
  readonly keys: RefObject<PopupKeys | null>;
  readonly onAria: (aria: PopupAria | null) => void;
  readonly onSubmit: (draft: string) => void;
  /** The keyboard went somewhere else than to the field. */
  readonly onLeave: () => void;
}

/** What fits the part of a command at the caret, over the field, which keeps the keyboard. */
export function SlashPopup(props: SlashPopupProps) {
  const { sessionId, draft, caret, field, keys, onAria, onSubmit, onLeave } = props;
  const listId = useId();
  const completion = useMemo(() => completionAt(draft, caret), [draft, caret]);
  const items = useSlashItems(sessionId, completion);
  const [moved, setMoved] = useState<{ readonly draft: string; readonly index: number } | null>(null);
  const [hiddenFor, setHiddenFor] = useState<string | null>(null);
  const caretAfter = useRef<number | null>(null);
  const list = useRef<HTMLDivElement>(null);

  const isShown = completion !== null && items.length > 0 && hiddenFor !== draft;
  const active = moved?.draft === draft && moved.index < items.length ? moved.index : firstActive(completion);
  const activeItem = items[active];
  const optionId = (index: number) => `${listId}-${index}`;
  const activeId = isShown && activeItem !== undefined ? optionId(active) : undefined;

  useEffect(() => {
    onAria(isShown ? { listId, activeId } : null);
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [isShown, listId, activeId, onAria]);
  useEffect(() => () => onAria(null), [onAria]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret is put behind what was chosen
  useLayoutEffect(() => {
    const place = caretAfter.current;
    caretAfter.current = null;
    if (place !== null) field.current?.setSelectionRange(place, place);
  }, [draft]);

  function choose(item: SlashItem, mayRun: boolean): void {
    if (completion === null) return;
    const edited = withChoice(draft, completion, item.value);
    caretAfter.current = edited.caret;
    useDraftsStore.getState().write(sessionId, edited.text);
    if (mayRun && isWhole(completion, item)) onSubmit(edited.text);
  }

  function handleKey(press: KeyboardEvent): boolean {
    if (!isShown || completion === null || press.isComposing) return false;
    const hasModifier = press.shiftKey || press.ctrlKey || press.metaKey || press.altKey;
    if (press.key === 'Escape') {
      setHiddenFor(draft);
      return true;
    }
    if (press.key === 'Tab' && !hasModifier) {
      const item = activeItem ?? items[0];
      if (item !== undefined) choose(item, false);
      return true;
    }
    if (press.key === 'Enter' && !hasModifier) {
      if (activeItem === undefined || isWritten(completion, activeItem)) return false;
      choose(activeItem, true);
      return true;
    }
    const place = { active, count: items.length, page: 8, isFieldEmpty: false };
    const next = nextOption(press, place);
    if (next === null) return false;
    setMoved({ draft, index: next });
    return true;
  }

  function handleListKey(event: ReactKeyboardEvent): void {
    const { key } = event;
    if (key === 'Tab' && !event.shiftKey) field.current?.focus();
    else if (!handleKey(event.nativeEvent)) {
      // What is typed belongs to the field, which has it by the time the letter arrives.
      if (key.length === 1 || key === 'Backspace') field.current?.focus();
      return;
    } else if (key === 'Enter' || key === 'Escape') field.current?.focus();
    event.preventDefault();
  }

  useLayoutEffect(() => {
    keys.current = handleKey;
    return () => {
      keys.current = null;
    };
  });

  if (!isShown) return null;
  return (
    <div className={styles['floating']}>
      {/* The field drives it by its arrows; Shift+Tab leads here for those who look for the list itself. */}
      <div
        ref={list}
        id={listId}
        role="listbox"
        tabIndex={0}
        aria-label={labelOf(completion)}
        aria-activedescendant={activeId}
        className={styles['list']}
        onKeyDown={handleListKey}
        onBlur={({ relatedTarget }) => relatedTarget !== field.current && onLeave()}
      >
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the keyboard stays in the field, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
          <div
            key={item.value}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            className={classNames(styles['option'], index === active && styles['active'])}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => index !== active && setMoved({ draft, index })}
            onClick={() => choose(item, true)}
          >
            <span className={styles['name']}>{item.label}</span>
            {item.takes !== '' && <span className={styles['takes']}>{item.takes}</span>}
            {item.does !== '' && <span className={styles['does']}>{item.does}</span>}
          </div>
        ))}
      </div>
      <VisuallyHidden role="status">{text.slash.count(items.length)}</VisuallyHidden>
    </div>
  );
}

/** A command and a name are chosen by Enter from the first one that fits; what can be anything is not. */
function firstActive(completion: Completion | null): number {
  if (completion === null) return -1;
  if (completion.kind === 'command') return 0;
  if (completion.written === '') return -1;
  const isOneName = completion.kind === 'argument' && definitionOf(completion.command).argument === 'name';
  return isOneName || completion.kind === 'value' ? 0 : -1;
}

/** Nothing is left to be chosen: Enter runs what is written. */
function isWritten({ written }: Completion, { value }: SlashItem): boolean {
  return written.toLowerCase() === value.toLowerCase();
}

/** With this choice the command says all it can. */
function isWhole(completion: Completion, { value }: SlashItem): boolean {
  if (completion.kind === 'argument') return definitionOf(completion.command).argument === 'name';
  if (completion.kind !== 'command' || !isSlashName(value)) return false;
  const { argument, options } = definitionOf(value);
  return argument === 'none' && options === undefined;
}

function labelOf(completion: Completion): string {
  return completion.kind === 'command' ? text.slash.list : text.slash.argumentsOf(completion.command);
}

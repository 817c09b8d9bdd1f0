import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from 'react';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import styles from './filter-list.module.css';

export interface FilterItem {
  readonly key: string;
  /** What typing is compared with, and what is read out. */
  readonly name: string;
  /** Before the name. */
  readonly sign?: ReactNode;
  /** Behind the name, small. */
  readonly note?: string | undefined;
  readonly isChosen?: boolean;
}

export interface FilterListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly items: readonly FilterItem[];
  /** Several can be chosen, one after the other. */
  readonly isMultiple?: boolean;
  /** Said when nothing has what was typed in its name. */
  readonly nothingFound: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onChoose: (key: string) => void;
  /** Offers to make what was typed when there is nothing of that very name. */
  readonly create?: { readonly label: (name: string) => string; readonly onCreate: (name: string) => void };
}

const createKey = ' create';

/** A field with a list below it, that typing makes shorter and arrows walk. */
export function FilterList(props: FilterListProps) {
  const { label, placeholder, items, isMultiple = false, nothingFound, field, onChoose, create } = props;
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const wanted = typed.trim().toLocaleLowerCase();
  const found = items.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  const isNew = wanted !== '' && !items.some(({ name }) => name.toLocaleLowerCase() === wanted);
  const shown: readonly FilterItem[] =
    create !== undefined && isNew ? [...found, { key: createKey, name: create.label(typed.trim()) }] : found;
  const activeIndex = Math.min(active, shown.length - 1);

  function choose(item: FilterItem | undefined): void {
    if (item === undefined) return;
    if (item.key === createKey) create?.onCreate(typed.trim());
    else onChoose(item.key);
    if (!isMultiple) return;
    setTyped('');
    field.current?.focus();
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const last = shown.length - 1;
    if (event.key === 'ArrowDown') setActive(activeIndex >= last ? 0 : activeIndex + 1);
    else if (event.key === 'ArrowUp') setActive(activeIndex <= 0 ? last : activeIndex - 1);
    else if (event.key === 'Enter') choose(shown[activeIndex]);
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles['box']}>
      <input
        ref={field}
        className={fieldStyles['control']}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown[activeIndex] === undefined ? undefined : `${listId} ${activeIndex}`}
        placeholder={placeholder}
        value={typed}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={handleKey}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        aria-multiselectable={isMultiple}
        className={styles['list']}
      >
        {shown.map((item, index) => (
          <Option
            key={item.key}
            id={`${listId} ${index}`}
            item={item}
            isActive={index === activeIndex}
            isMultiple={isMultiple}
            onPoint={() => setActive(index)}
            onChoose={() => choose(item)}
          />
        ))}
      </div>
      {shown.length === 0 && (
        <p role="status" className={styles['nothing']}>
          {nothingFound}
        </p>
      )}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly item: FilterItem;
  readonly isActive: boolean;
  readonly isMultiple: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Option({ id, item, isActive, isMultiple, onPoint, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field answers the keys
    <div
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' });
      }}
      id={id}
      role="option"
      aria-selected={isMultiple ? item.isChosen === true : isActive}
      className={classNames(styles['option'], isActive && styles['active'])}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      {isMultiple && item.key !== createKey && (
        <span
          className={classNames(styles['box-mark'], item.isChosen === true && styles['chosen'])}
          aria-hidden
        >
          {item.isChosen === true && <Check size={13} strokeWidth={3} aria-hidden />}
        </span>
      )}
      {item.sign}
      <span className={styles['name']}>{item.name}</span>
      {item.note !== undefined && <span className={styles['note']}>{item.note}</span>}
    </div>
  );
}

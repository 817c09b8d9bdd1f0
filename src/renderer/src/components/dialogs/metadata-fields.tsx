import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { SessionMetadata } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useSaveWhenGone } from '../../hooks/use-save-when-gone.ts';
import { Button } from '../controls/button.tsx';
import control from '../controls/field.module.css';
import { IconButton } from '../controls/icon-button.tsx';
import styles from './metadata-fields.module.css';

export interface MetadataFieldsProps {
  readonly metadata: SessionMetadata;
  readonly onSave: (metadata: SessionMetadata) => void;
}

interface Line {
  readonly id: number;
  readonly name: string;
  readonly value: string;
}

const words = text.library.details;

/** Names and values of the user's own. Saved when a field is left; a line without a name is not saved yet. */
export function MetadataFields({ metadata, onSave }: MetadataFieldsProps) {
  const [lines, setLines] = useState<readonly Line[]>(() =>
    Object.entries(metadata).map(([name, value], id) => ({ id, name, value })),
  );
  const saved = useRef(JSON.stringify(metadata));
  const list = useRef<HTMLDivElement>(null);
  const isTwice = ({ id, name }: Line) =>
    name.trim() !== '' && lines.some((each) => each.id < id && each.name.trim() === name.trim());

  function save(present: readonly Line[] = lines): void {
    const named = present.filter((line) => line.name.trim() !== '' && !isTwice(line));
    const next = Object.fromEntries(named.map(({ name, value }) => [name.trim(), value]));
    if (JSON.stringify(next) === saved.current) return;
    saved.current = JSON.stringify(next);
    onSave(next);
  }
  useSaveWhenGone(save);

  function change(id: number, changes: Partial<Line>): void {
    setLines(lines.map((line) => (line.id === id ? { ...line, ...changes } : line)));
  }

  function add(): void {
    setLines([...lines, { id: (lines.at(-1)?.id ?? -1) + 1, name: '', value: '' }]);
    setTimeout(() => list.current?.querySelector<HTMLElement>('[data-line]:last-child input')?.focus());
  }

  function remove(id: number): void {
    const rest = lines.filter((line) => line.id !== id);
    setLines(rest);
    save(rest);
    list.current?.parentElement?.querySelector<HTMLElement>('[data-add]')?.focus();
  }

  return (
    <fieldset className={styles['fields']}>
      <legend className={styles['legend']}>{words.fields}</legend>
      <div ref={list} className={styles['lines']}>
        {lines.map((line) => (
          <div key={line.id} data-line className={styles['line']}>
            <input
              className={control['control']}
              aria-label={words.fieldName}
              placeholder={words.fieldName}
              aria-invalid={isTwice(line) || undefined}
              title={isTwice(line) ? words.twice : undefined}
              value={line.name}
              maxLength={200}
              onChange={(event) => change(line.id, { name: event.currentTarget.value })}
              onBlur={() => save()}
            />
            <input
              className={control['control']}
              aria-label={words.fieldValue}
              placeholder={words.fieldValue}
              value={line.value}
              maxLength={10_000}
              onChange={(event) => change(line.id, { value: event.currentTarget.value })}
              onBlur={() => save()}
            />
            <IconButton label={words.removeField(line.name)} onClick={() => remove(line.id)}>
              <X size={15} aria-hidden />
            </IconButton>
          </div>
        ))}
      </div>
      <Button look="quiet" data-add onClick={add}>
        <Plus size={14} aria-hidden />
        {words.addField}
      </Button>
    </fieldset>
  );
}

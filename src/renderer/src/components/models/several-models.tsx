import { type RefObject, useEffect, useState } from 'react';
import { repliesAtOnce } from '#shared/contract/chat.ts';
import { text } from '#shared/text/index.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { FilterList } from '../controls/filter-list.tsx';
import { modelItems } from './model-items.ts';
import styles from './several-models.module.css';

export interface SeveralModelsProps {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onChange: (models: readonly string[]) => void;
}

/** The installed models, of which some can be chosen to answer together. */
export function SeveralModels({ label, chosen, field, onChange }: SeveralModelsProps) {
  const models = useModelsStore((store) => store.models);
  const refresh = useModelsStore((store) => store.refresh);
  const [isTooMany, setTooMany] = useState(false);

  // Models come and go while Parlor runs.
  useEffect(() => void refresh(), [refresh]);

  function toggle(name: string): void {
    const others = chosen.filter((each) => each !== name);
    const isAdded = others.length === chosen.length;
    setTooMany(isAdded && chosen.length >= repliesAtOnce);
    if (!isAdded) onChange(others);
    else if (chosen.length < repliesAtOnce) onChange([...chosen, name]);
  }

  // A chosen one that is gone stays in sight, to be taken out.
  const gone = chosen.filter((name) => !models.some((model) => model.name === name));
  return (
    <div>
      <FilterList
        label={label}
        placeholder={text.answers.several.search}
        items={[
          ...gone.map((name) => ({ key: name, name, note: text.models.missing(name), isChosen: true })),
          ...modelItems(models, chosen),
        ]}
        isMultiple
        nothingFound={models.length === 0 ? text.models.noneInstalled : text.models.nothingFound}
        field={field}
        onChoose={toggle}
      />
      <p role="status" className={styles['limit']}>
        {isTooMany && text.answers.again.tooMany(repliesAtOnce)}
      </p>
    </div>
  );
}

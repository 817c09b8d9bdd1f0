import { text } from '#shared/text/index.ts';
import type { EditedQuery } from '../../stores/finding/query-words.ts';
import styles from './filter-row.module.css';
import { useSuggestions } from './use-suggestions.ts';

export interface FilterRowProps {
  readonly query: string;
  readonly caret: number;
  readonly onInsert: (edited: EditedQuery) => void;
}

/** What can be put into the query, one press each. */
export function FilterRow({ query, caret, onInsert }: FilterRowProps) {
  const { label, list } = useSuggestions(query, caret);
  return (
    <ul className={styles['row']} aria-label={label}>
      {list.map((suggestion) => (
        <li key={suggestion.label}>
          <button
            type="button"
            className={styles['chip']}
            title={suggestion.hint || text.search.filters.insert(suggestion.label)}
            // The field keeps its caret when a chip is pressed with the mouse.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onInsert(suggestion.edited)}
          >
            {suggestion.label}
          </button>
        </li>
      ))}
    </ul>
  );
}

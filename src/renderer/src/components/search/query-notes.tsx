import type { QueryNote } from '#shared/contract/search.ts';
import { text } from '#shared/text/index.ts';
import { useSearchStore } from '../../stores/finding/search-store.ts';
import styles from './query-notes.module.css';

/** What was not taken as it was written. */
export function QueryNotes() {
  const notes = useSearchStore((store) => store.results?.notes);
  if (notes === undefined || notes.length === 0) return null;
  return (
    <ul className={styles['notes']} aria-live="polite">
      {notes.map((note) => (
        <li key={`${note.kind} ${note.text}`}>{sentenceOf(note)}</li>
      ))}
    </ul>
  );
}

function sentenceOf(note: QueryNote): string {
  const { notes } = text.search;
  switch (note.kind) {
    case 'bad-date':
    case 'unknown-filter':
      return notes[note.kind](note.text);
    case 'nothing-named':
      return notes['nothing-named'][note.filter](note.text);
  }
}

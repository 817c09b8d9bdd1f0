import { messageRoles } from '#shared/domain.ts';
import { foldedTerm } from '#shared/fold/find-folded.ts';
import { text } from '#shared/text/index.ts';
import {
  type EditedQuery,
  filterValue,
  insertFilter,
  openFilter,
  replaceWord,
  wordAt,
} from '../../stores/finding/query-words.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { useTagsStore } from '../../stores/library/tags-store.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';

export interface Suggestion {
  readonly label: string;
  /** What it means; empty when the label says it. */
  readonly hint: string;
  readonly edited: EditedQuery;
}

export interface Suggestions {
  /** What the row offers, for screen readers. */
  readonly label: string;
  readonly list: readonly Suggestion[];
}

const mostValues = 12;
const fixedValues: Readonly<Record<string, readonly string[]>> = {
  role: messageRoles,
  before: ['today', 'yesterday', '7d', '30d'],
  after: ['today', 'yesterday', '7d', '30d'],
  has: ['code', 'image'],
  in: ['title'],
  is: ['archived', 'pinned'],
};

/** What can be put into the query where the caret is: values of the filter being written, else the filters. */
export function useSuggestions(query: string, caret: number): Suggestions {
  const projects = useSessionsStore((store) => store.projects);
  const tags = useTagsStore((store) => store.tags);
  const models = useModelsStore((store) => store.models);
  const word = wordAt(query, caret);
  const filter = openFilter(word);
  const named: Readonly<Record<string, readonly string[]>> = {
    ...fixedValues,
    project: projects.map(({ name }) => name),
    tag: tags.map(({ name }) => name),
    model: models.map(({ name }) => name),
  };
  const written = foldedTerm(filter?.written ?? '', 'joined');
  const values = filter === null ? [] : (named[filter.name] ?? []);
  const fitting = values.filter((value) => {
    const name = foldedTerm(value, 'joined');
    return name.includes(written) && name !== written;
  });
  if (filter === null || fitting.length === 0) {
    return { label: text.search.filters.label, list: filters(query, caret) };
  }
  const sign = filter.isExcluded ? '-' : '';
  return {
    label: text.search.filters.values(filter.name),
    list: fitting.slice(0, mostValues).map((value) => ({
      label: value,
      hint: '',
      edited: replaceWord(query, word, sign + filterValue(filter.name, value)),
    })),
  };
}

function filters(query: string, caret: number): readonly Suggestion[] {
  return Object.entries(text.search.filters.hints).map(([filter, hint]) => ({
    label: filter,
    hint,
    edited: insertFilter(query, caret, filter),
  }));
}

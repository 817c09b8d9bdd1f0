import { foldText } from '#shared/fold/fold.ts';
import { type Connection, prepared } from '../statements.ts';

interface NamedRow {
  readonly key: number;
  readonly name: string;
}

const tables = {
  project: 'SELECT id AS key, name FROM projects WHERE trashed_at IS NULL',
  tag: 'SELECT id AS key, name FROM tags WHERE trashed_at IS NULL',
  model: 'SELECT id AS key, name FROM search_models',
} as const;

/** Keys of the projects, tags or models that `text` names: those of exactly this name, else those that contain it. */
export function keysNamed(
  connection: Connection,
  kind: keyof typeof tables,
  text: string,
): readonly number[] {
  const around = namesAround(connection, kind, text);
  const exact = around.filter(({ isExact }) => isExact);
  return (exact.length > 0 ? exact : around).map(({ key }) => key);
}

/** Those whose name contains `text`, whatever case and accents. There are few of each kind, so all are looked at. */
export function namesAround(
  connection: Connection,
  kind: keyof typeof tables,
  text: string,
): readonly { readonly key: number; readonly isExact: boolean }[] {
  const wanted = foldText(text, 'joined').trim();
  if (wanted === '') return [];
  return prepared<object, NamedRow>(connection, tables[kind])
    .all({})
    .map(({ key, name }) => ({ key, name: foldText(name, 'joined').trim() }))
    .filter(({ name }) => name.includes(wanted))
    .map(({ key, name }) => ({ key, isExact: name === wanted }));
}

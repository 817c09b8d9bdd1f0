import type { DiffPart } from './word-diff.ts';

export interface MarkedPart extends DiffPart {
  /** Which change it belongs to, from 0; null for what is the same. */
  readonly change: number | null;
}

/** A paragraph, or as much of one as is drawn at once; both versions of it begin and end together. */
export interface DiffRow {
  readonly parts: readonly MarkedPart[];
}

/** Rows that are drawn in one go. */
export interface DiffBlock {
  readonly rows: readonly DiffRow[];
  readonly firstChange: number;
  /** The one behind the last. */
  readonly endChange: number;
}

export interface DiffLayout {
  readonly blocks: readonly DiffBlock[];
  readonly changes: number;
}

/** A longer paragraph is cut, so that no single one holds up the window. */
const partsInRow = 120;
const partsInBlock = 240;

export function diffLayout(parts: readonly DiffPart[]): DiffLayout {
  const { rows, changes } = rowsOf(parts);
  const blocks: DiffBlock[] = [];
  let block: DiffRow[] = [];
  let size = 0;
  let firstChange = 0;
  let seen = 0;
  const close = () => {
    blocks.push({ rows: block, firstChange, endChange: seen });
    block = [];
    size = 0;
    firstChange = seen;
  };
  for (const row of rows) {
    block.push(row);
    // An empty paragraph costs something, too.
    size += row.parts.length + 1;
    seen = row.parts.reduce((last, { change }) => (change === null ? last : change + 1), seen);
    if (size >= partsInBlock) close();
  }
  if (block.length > 0) close();
  return { blocks, changes };
}

function rowsOf(parts: readonly DiffPart[]): { readonly rows: readonly DiffRow[]; readonly changes: number } {
  const rows: DiffRow[] = [];
  let row: MarkedPart[] = [];
  let changes = 0;
  let isInChange = false;
  const close = () => {
    rows.push({ parts: row });
    row = [];
  };
  for (const { kind, text } of parts) {
    if (kind !== 'same') {
      if (!isInChange) changes += 1;
      isInChange = true;
      row.push({ kind, text, change: changes - 1 });
      continue;
    }
    isInChange = false;
    // Where both texts begin a new line, both columns do.
    text.split('\n').forEach((line, index) => {
      if (index > 0) close();
      if (line !== '') row.push({ kind, text: line, change: null });
    });
    if (row.length >= partsInRow) close();
  }
  if (row.length > 0) close();
  return { rows, changes };
}

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
const charactersInRow = 2_000;
/** What a row costs is counted in parts; so many characters cost as much as one. */
const charactersLikePart = 50;
const costOfBlock = 240;

export function diffLayout(parts: readonly DiffPart[]): DiffLayout {
  const { rows, changes } = rowsOf(parts);
  const blocks: DiffBlock[] = [];
  let block: DiffRow[] = [];
  let cost = 0;
  let firstChange: number | null = null;
  let endChange = 0;
  const close = () => {
    blocks.push({ rows: block, firstChange: firstChange ?? endChange, endChange });
    block = [];
    cost = 0;
    firstChange = null;
  };
  for (const row of rows) {
    block.push(row);
    // An empty paragraph costs something, too.
    cost += row.parts.length + 1;
    for (const { change, text } of row.parts) {
      cost += text.length / charactersLikePart;
      if (change === null) continue;
      firstChange ??= change;
      endChange = change + 1;
    }
    if (cost >= costOfBlock) close();
  }
  if (block.length > 0) close();
  return { blocks, changes };
}

function rowsOf(parts: readonly DiffPart[]): { readonly rows: readonly DiffRow[]; readonly changes: number } {
  const rows: DiffRow[] = [];
  let row: MarkedPart[] = [];
  let change = -1;
  const close = () => {
    rows.push({ parts: row });
    row = [];
  };
  parts.forEach((part, index) => {
    if (part.kind === 'same') {
      // Where both texts begin a new line, both columns do.
      part.text.split('\n').forEach((line, number) => {
        if (number > 0) close();
        pieces(line).forEach((text, piece) => {
          if (piece > 0) close();
          row.push({ kind: 'same', text, change: null });
        });
      });
      if (row.length >= partsInRow) close();
      return;
    }
    const before = parts[index - 1];
    // Taken together with what went.
    if (part.kind === 'added' && before?.kind === 'removed') return;
    change += 1;
    const after = parts[index + 1];
    const removed = part.kind === 'removed' ? pieces(part.text) : [];
    const added =
      part.kind === 'added' ? pieces(part.text) : after?.kind === 'added' ? pieces(after.text) : [];
    // A long one goes on in further rows, what went still beside what came.
    for (let piece = 0; piece < Math.max(removed.length, added.length); piece += 1) {
      if (piece > 0) close();
      for (const [kind, text] of [
        ['removed', removed[piece]],
        ['added', added[piece]],
      ] as const) {
        if (text !== undefined) row.push({ kind, text, change });
      }
    }
  });
  if (row.length > 0) close();
  return { rows, changes: change + 1 };
}

/** Of a text that is too long for one row; cut between words where there are some. None of an empty one. */
function pieces(text: string): readonly string[] {
  return text.match(longPieces) ?? [];
}

const longPieces = new RegExp(`[^]{1,${charactersInRow}}(?!\\S)|[^]{1,${charactersInRow}}`, 'gu');

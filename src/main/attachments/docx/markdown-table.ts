import { type HtmlElement, type HtmlNode, isElement } from './html-tree.ts';

/** Widest a cell may say it is, and tallest: a number in a file is no reason to fill the memory. */
const spanLimit = 200;

/** The cells of a table, row by row; places that a larger cell reaches over are empty. All rows are equally long. */
export function tableGrid(
  table: HtmlElement,
  toText: (cell: HtmlElement) => string,
): readonly (readonly string[])[] {
  const grid: string[][] = [];
  rowsOf(table.children).forEach((row, rowIndex) => {
    const cells = rowAt(grid, rowIndex);
    let column = 0;
    for (const cell of row.children) {
      if (!isElement(cell, 'td', 'th')) continue;
      while (cells[column] !== undefined) column += 1;
      const width = spanOf(cell, 'colspan');
      fill(grid, { rowIndex, column, width, height: spanOf(cell, 'rowspan') });
      cells[column] = toText(cell);
      column += width;
    }
  });
  const columns = grid.reduce((most, row) => Math.max(most, row.length), 0);
  return grid.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ''));
}

/** A table of GFM. Its first row is the head: there is no table without one. */
export function tableMarkdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function rowsOf(nodes: readonly HtmlNode[]): readonly HtmlElement[] {
  return nodes.flatMap((node) => {
    if (isElement(node, 'tr')) return [node];
    return isElement(node, 'thead', 'tbody') ? rowsOf(node.children) : [];
  });
}

interface Area {
  readonly rowIndex: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
}

function fill(grid: string[][], { rowIndex, column, width, height }: Area): void {
  for (let row = rowIndex; row < rowIndex + height; row += 1) {
    const cells = rowAt(grid, row);
    for (let place = column; place < column + width; place += 1) cells[place] ??= '';
  }
}

function rowAt(grid: string[][], index: number): string[] {
  const found = grid[index] ?? [];
  grid[index] = found;
  return found;
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number(cell.attributes[name] ?? 1);
  return Number.isInteger(span) ? Math.min(Math.max(span, 1), spanLimit) : 1;
}

/** A table as it is shown and as it is saved. */
export interface TableData {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableColumn {
  readonly title: string;
  readonly isNumber: boolean;
}

export interface TableCell {
  readonly shown: string;
  /** For a file: numbers without separators, days as YYYY-MM-DD. */
  readonly raw: string | number;
}

export function textColumn(title: string): TableColumn {
  return { title, isNumber: false };
}

export function numberColumn(title: string): TableColumn {
  return { title, isNumber: true };
}

/**
 * The table as CSV (RFC 4180) with a byte order mark, by which spreadsheets know UTF-8. A text that a spreadsheet would
 * take for a formula gets an apostrophe in front: a title may come from anybody.
 */
export function toCsv({ columns, rows }: TableData): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map(({ raw }) => raw))];
  return `\uFEFF${lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('')}`;
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

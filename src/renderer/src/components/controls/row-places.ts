/** Where each row of a list stands. No row is measured: its kind says how high it is. */
export interface RowPlaces {
  readonly count: number;
  /** Top of each row in CSS pixels, and behind the last one the height of all. */
  readonly tops: Float64Array;
}

export function placesOf<Row>(rows: readonly Row[], heightOf: (row: Row) => number): RowPlaces {
  const tops = new Float64Array(rows.length + 1);
  let top = 0;
  for (const [index, row] of rows.entries()) {
    tops[index] = top;
    top += heightOf(row);
  }
  tops[rows.length] = top;
  return { count: rows.length, tops };
}

export function heightOfRows({ tops, count }: RowPlaces): number {
  return tops[count] ?? 0;
}

export function topOfRow({ tops, count }: RowPlaces, index: number): number {
  return tops[Math.min(Math.max(index, 0), count)] ?? 0;
}

/** The row at a distance from the beginning; the first or the last one beyond the ends. */
export function rowAtOffset({ tops, count }: RowPlaces, offset: number): number {
  let from = 0;
  let to = count - 1;
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if ((tops[middle] ?? 0) <= offset) from = middle;
    else to = middle - 1;
  }
  return Math.max(0, from);
}

/** Rows one transaction changes: with all indexes and counts some 10 ms of the thread that everybody waits for. */
export const chunkSize = 100;

/** The items in runs of at most `size`, each item once. */
export function chunksOf<Item>(items: readonly Item[], size = chunkSize): readonly (readonly Item[])[] {
  const unique = [...new Set(items)];
  const count = Math.ceil(unique.length / size);
  return Array.from({ length: count }, (_, index) => unique.slice(index * size, (index + 1) * size));
}

/** Like `Promise.all(items.map(work))`, with at most `limit` under way at a time. Rejects with the first failure. */
export async function limitedMap<Item, Outcome>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const todo = items.entries();
  async function takeTurns(): Promise<void> {
    // The iterator is shared: every entry is taken once.
    for (const [index, item] of todo) outcomes[index] = await work(item);
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, takeTurns));
  return outcomes;
}

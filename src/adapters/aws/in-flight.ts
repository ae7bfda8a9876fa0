/** Requests one call has under way together; the SDK opens 50 connections. */
export const REQUESTS_AT_ONCE = 16;

/** The results in the order of the items, with at most `limit` under way. The first error is thrown when those under way have ended. */
export const mapInFlight = async <Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> => {
  const results = new Array<Result>(items.length);
  const failures: unknown[] = [];
  const waiting = items.entries();
  const line = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      if (failures.length > 0) return;
      try {
        results[index] = await work(item, index);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, line));
  if (failures.length > 0) throw failures[0];
  return results;
};

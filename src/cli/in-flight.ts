/** How a stream of items is worked through. */
export interface InFlightOptions<Item, Result> {
  /** Most items under way at a time. */
  readonly limit: number;
  /** Items of one key are worked on one after the other, in the order given. */
  readonly keyOf: (item: Item) => string;
  readonly work: (item: Item) => Promise<Result>;
  /** Called once an item, in the order given, and waited for. */
  readonly settled: (item: Item, result: Result) => void | Promise<void>;
}

/** How far results may run ahead of the slowest item, in multiples of the limit: they wait in memory. */
const LEAD = 32;

/**
 * Works through items with a bounded number in flight and in bounded memory. The first error stops it: no further
 * item is begun, those under way are waited for, then it is thrown.
 */
export const forEachInFlight = async <Item, Result>(items: AsyncIterable<Item>, options: InFlightOptions<Item, Result>): Promise<void> => {
  const { limit, keyOf, work, settled } = options;
  const lastOfKey = new Map<string, Promise<unknown>>();
  const results = new Map<number, { readonly item: Item; readonly result: Result }>();
  const failures: unknown[] = [];
  let begun = 0;
  let told = 0;
  let active = 0;
  let wake: () => void = () => {};
  let telling: Promise<void> | null = null;

  const tell = async (): Promise<void> => {
    for (let next = results.get(told); next !== undefined; next = results.get(told)) {
      results.delete(told);
      told += 1;
      await settled(next.item, next.result);
    }
  };
  const fail = (error: unknown): void => {
    failures.push(error);
  };
  const begin = (item: Item, index: number): void => {
    const key = keyOf(item);
    const before = lastOfKey.get(key);
    const running = (before === undefined ? work(item) : before.then(() => work(item)))
      .then((result) => {
        results.set(index, { item, result });
        telling ??= tell()
          .catch(fail)
          .finally(() => {
            telling = null;
            wake();
          });
      }, fail)
      .finally(() => {
        active -= 1;
        if (lastOfKey.get(key) === running) lastOfKey.delete(key);
        wake();
      });
    lastOfKey.set(key, running);
    active += 1;
  };
  const until = async (ready: () => boolean): Promise<void> => {
    while (!ready()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };

  for await (const item of items) {
    await until(() => failures.length > 0 || (active < limit && begun - told < limit * LEAD));
    if (failures.length > 0) break;
    begin(item, begun);
    begun += 1;
  }
  await until(() => active === 0 && telling === null);
  if (failures.length > 0) throw failures[0];
};

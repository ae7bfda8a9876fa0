/** Below the 6 MB that a Lambda function takes and answers (AWS Lambda developer guide, "Lambda quotas"), with room for what is around the items. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The first of the items, as many as one request or answer carries: 4 MiB as JSON, and one at least. `sent` says what goes of an item. */
export const withinPayload = <Item>(items: readonly Item[], sent: (item: Item) => unknown = (item) => item): readonly Item[] => {
  let bytes = 0;
  const end = items.findIndex((item, index) => {
    bytes += Buffer.byteLength(JSON.stringify(sent(item))) + 1;
    return bytes > MOST_BYTES && index > 0;
  });
  return end === -1 ? items : items.slice(0, end);
};

/** The items in order, in runs that each go into one request: at most `size` of them, and 4 MiB. */
export const requestChunks = <Item>(items: readonly Item[], size: number, sent?: (item: Item) => unknown): readonly (readonly Item[])[] => {
  const runs: (readonly Item[])[] = [];
  for (let start = 0; start < items.length; start += runs.at(-1)?.length ?? 1) runs.push(withinPayload(items.slice(start, start + size), sent));
  return runs;
};

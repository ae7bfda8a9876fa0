/** The items in order, in runs of at most `size`: requests and queues have limits by count. */
export const chunks = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] => {
  if (items.length <= size) return items.length === 0 ? [] : [items];
  const runs: (readonly Item[])[] = [];
  for (let start = 0; start < items.length; start += size) runs.push(items.slice(start, start + size));
  return runs;
};

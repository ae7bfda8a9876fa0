/**
 * The known word that a mistyped one was probably meant to be; null where none is near. Case, `-` and `_` count for
 * nothing; else at most one wrong letter in three, and never more than four.
 */
export const nearestWord = (typed: string, known: Iterable<string>): string | null => {
  if (typed.length > 64) return null;
  const plain = plainOf(typed);
  let nearest: string | null = null;
  let least = Math.min(4, Math.ceil(typed.length / 3)) + 1;
  for (const word of known) {
    const distance = editDistance(plain, plainOf(word), least);
    if (distance < least) [nearest, least] = [word, distance];
  }
  return nearest;
};

const plainOf = (word: string): string => word.toLowerCase().replaceAll(/[-_]/g, '');

/** Insertions, deletions, replacements and swaps of neighbours; anything from `limit` on is answered as `limit`. */
const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((previous[j] ?? limit) + 1, (row[j - 1] ?? limit) + 1, (previous[j - 1] ?? limit) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? limit) + 1);
      row.push(cost);
    }
    [before, previous] = [previous, row];
  }
  return Math.min(previous[b.length] ?? limit, limit);
};

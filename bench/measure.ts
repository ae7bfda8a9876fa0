/** What several rounds came to. `spread` is (max - min) / median. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly spread: number;
  readonly rounds: number;
}

export const summarise = (values: readonly number[]): Summary => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? at(sorted, middle) : (at(sorted, middle - 1) + at(sorted, middle)) / 2;
  const [min, max] = [at(sorted, 0), at(sorted, sorted.length - 1)];
  return { median: rounded(median), min: rounded(min), max: rounded(max), spread: rounded((max - min) / median), rounds: sorted.length };
};

const at = (values: readonly number[], index: number): number => values[index] ?? Number.NaN;

/** Four significant digits say all that a shared machine can tell. */
const rounded = (value: number): number => Number(value.toPrecision(4));

/** Runs the floor and ours in turn, A B A B, so that a machine whose speed drifts slows both; one pair warms up and is not counted. */
export const alternate = async (
  rounds: number,
  floor: (round: number) => Promise<number>,
  ours: (round: number) => Promise<number>,
): Promise<{ readonly floor: Summary; readonly ours: Summary; readonly ratio: Summary }> => {
  const floors: number[] = [];
  const results: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const [a, b] = [await floor(round), await ours(round)];
    if (round === 0) continue;
    floors.push(a);
    results.push(b);
  }
  return { floor: summarise(floors), ours: summarise(results), ratio: summarise(results.map((value, index) => value / at(floors, index))) };
};

export const secondsOf = async (work: () => Promise<unknown> | unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

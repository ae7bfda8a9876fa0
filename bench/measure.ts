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

/** Runs each in turn, A B C A B C, so that a machine whose speed drifts slows all; one round warms up and is not counted. */
export const inTurns = async <Name extends string>(
  rounds: number,
  measures: Readonly<Record<Name, (round: number) => Promise<number>>>,
): Promise<Readonly<Record<Name, readonly number[]>>> => {
  const names = Object.keys(measures) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const value = await measures[name](round);
      if (round > 0) results[name].push(value);
    }
  }
  return results;
};

/** What each round of one comes to by the same round of another. */
export const ratioOf = (values: readonly number[], by: readonly number[]): Summary => summarise(values.map((value, round) => value / at(by, round)));

/** The floor and ours in turn, and ours by the floor. */
export const alternate = async (
  rounds: number,
  floor: (round: number) => Promise<number>,
  ours: (round: number) => Promise<number>,
): Promise<{ readonly floor: Summary; readonly ours: Summary; readonly ratio: Summary }> => {
  const results = await inTurns(rounds, { floor, ours });
  return { floor: summarise(results.floor), ours: summarise(results.ours), ratio: ratioOf(results.ours, results.floor) };
};

export const secondsOf = async (work: () => Promise<unknown> | unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

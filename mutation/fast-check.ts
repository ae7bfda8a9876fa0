import fc, { type IAsyncProperty, type IProperty, type Parameters } from '../node_modules/fast-check/lib/fast-check.js';

const MOST_RUNS = 40;

/** The same values in each run, so that a score can be had again; few, as they run once a mutant; and no smallest example, which nobody reads here. */
const forMutants = <T>(given: Parameters<T> = {}): Parameters<T> => ({
  ...given,
  seed: 20_270_201,
  endOnFailure: true,
  numRuns: Math.min(given.numRuns ?? MOST_RUNS, MOST_RUNS),
});

/** fast-check as the tests know it. */
export default {
  ...fc,
  assert: <T>(property: IProperty<T> & IAsyncProperty<T>, parameters?: Parameters<T>) => fc.assert(property, forMutants(parameters)),
};

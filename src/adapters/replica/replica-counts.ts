import type { Verdict } from '../../domain/entry.ts';
import type { EntryCounts } from '../../ports/entry-store.ts';
import { type StoredReplica, wonMarket } from './stored-replica.ts';

/** By how much counters change, by their names: `v` by verdict, `e` entrants, `w` winners and `c` codes by market. */
export type CounterSums = ReadonlyMap<string, number>;

/** What an entry adds to the counts. */
const countersOf = (state: StoredReplica | null): readonly string[] => {
  if (state === null || state.deleted) return [];
  const won = wonMarket(state);
  return [
    `v:${state.verdict}`,
    ...state.rankedMarkets.map((market) => `e:${market}`),
    ...(won === undefined ? [] : [`w:${won}`]),
    ...(won === undefined || state.accessCode === undefined ? [] : [`c:${won}`]),
  ];
};

/** What counts differently after a change. */
export const counterChanges = (before: StoredReplica | null, after: StoredReplica | null): CounterSums => {
  const sums = new Map<string, number>();
  addTo(sums, countersOf(before), -1);
  addTo(sums, countersOf(after), 1);
  return withoutZeros(sums);
};

export const sumOf = (changes: readonly CounterSums[]): CounterSums => {
  const sums = new Map<string, number>();
  for (const change of changes) for (const [name, by] of change) addTo(sums, [name], by);
  return withoutZeros(sums);
};

const addTo = (sums: Map<string, number>, names: readonly string[], by: number): void => {
  for (const name of names) sums.set(name, (sums.get(name) ?? 0) + by);
};

const withoutZeros = (sums: CounterSums): CounterSums => new Map([...sums].filter(([, by]) => by !== 0));

/** The counts that a campaign's counters, summed up over all their shards, say. */
export const countsFrom = (sums: CounterSums): EntryCounts => {
  const byVerdict: Record<Verdict, number> = { PENDING: 0, WINNER: 0, WAITLIST: 0, LOSER: 0 };
  const byMarket: Record<string, { entrants: number; winners: number; codes: number }> = {};
  for (const [name, n] of sums) {
    const [kind, market] = [name.slice(0, 1), name.slice(2)];
    if (kind === 'v') {
      byVerdict[market as Verdict] = n;
      continue;
    }
    byMarket[market] ??= { entrants: 0, winners: 0, codes: 0 };
    byMarket[market][KINDS[kind as keyof typeof KINDS]] = n;
  }
  return { entries: byVerdict.PENDING + byVerdict.WINNER + byVerdict.WAITLIST + byVerdict.LOSER, byVerdict, byMarket };
};

const KINDS = { e: 'entrants', w: 'winners', c: 'codes' } as const;

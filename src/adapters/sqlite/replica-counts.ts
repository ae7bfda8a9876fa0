import type { Verdict } from '../../domain/entry.ts';
import type { EntryCounts } from '../../ports/entry-store.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/** What an entry adds to the counts. */
export interface Counted {
  readonly verdict: Verdict;
  readonly accessCode: string | null;
  readonly wonMarket: string | null;
  /** Joined by `>`. */
  readonly rankedMarkets: string;
}

/** The changes of one write, summed up, so that a batch touches each counter once. */
export interface CountChanges {
  add(campaignId: string, entry: Counted): void;
  take(campaignId: string, entry: Counted): void;
  /** Writes the sums; inside the transaction that the entries change in. */
  apply(): void;
}

export interface ReplicaCounts {
  changes(): CountChanges;
  read(campaignId: string): EntryCounts;
}

type Kind = 'verdict' | 'entrants' | 'winners' | 'codes';

/** Counters, as counting anew at each report would take time by the number of entries. They change with the entries or not at all. */
export const createReplicaCounts = (engine: SqliteEngine): ReplicaCounts => {
  engine.schema(`CREATE TABLE IF NOT EXISTS replica_counts (
    campaign_id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (campaign_id, kind, name)
  ) STRICT, WITHOUT ROWID`);
  const addTo = engine.statement('INSERT INTO replica_counts VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n');
  const select = engine.statement('SELECT kind, name, n FROM replica_counts WHERE campaign_id = ? AND n > 0');

  return {
    changes: () => {
      const groups = new Map<string, Group>();
      const change = (campaignId: string, entry: Counted, by: 1 | -1): void => {
        const { verdict, accessCode, wonMarket, rankedMarkets } = entry;
        const key = `${campaignId} ${verdict} ${accessCode === null} ${wonMarket ?? ''} ${rankedMarkets}`;
        const group = groups.get(key);
        if (group === undefined) groups.set(key, { campaignId, entry, sum: by });
        else group.sum += by;
      };
      return {
        add: (campaignId, entry) => change(campaignId, entry, 1),
        take: (campaignId, entry) => change(campaignId, entry, -1),
        apply: () => {
          for (const { campaignId, kind, name, sum } of counterSums(groups.values())) if (sum !== 0) addTo.run(campaignId, kind, name, sum);
        },
      };
    },
    read: (campaignId) => {
      const byVerdict: Record<Verdict, number> = { PENDING: 0, WINNER: 0, WAITLIST: 0, LOSER: 0 };
      const byMarket: Record<string, { entrants: number; winners: number; codes: number }> = {};
      for (const row of select.all(campaignId)) {
        const { kind, name, n } = row as unknown as { readonly kind: Kind; readonly name: string; readonly n: number };
        if (kind === 'verdict') byVerdict[name as Verdict] = n;
        else {
          byMarket[name] ??= { entrants: 0, winners: 0, codes: 0 };
          byMarket[name][kind] = n;
        }
      }
      return { entries: byVerdict.PENDING + byVerdict.WINNER + byVerdict.WAITLIST + byVerdict.LOSER, byVerdict, byMarket };
    },
  };
};

/** Entries of one campaign that count alike; most of a batch do. */
interface Group {
  readonly campaignId: string;
  readonly entry: Counted;
  sum: number;
}

interface CounterSum {
  readonly campaignId: string;
  readonly kind: Kind;
  readonly name: string;
  sum: number;
}

const counterSums = (groups: Iterable<Group>): Iterable<CounterSum> => {
  const sums = new Map<string, CounterSum>();
  for (const { campaignId, entry, sum } of groups) {
    if (sum === 0) continue;
    for (const [kind, name] of countersOf(entry)) {
      const key = `${campaignId} ${kind} ${name}`;
      const known = sums.get(key);
      if (known === undefined) sums.set(key, { campaignId, kind, name, sum });
      else known.sum += sum;
    }
  }
  return sums.values();
};

const countersOf = ({ verdict, accessCode, wonMarket, rankedMarkets }: Counted): readonly (readonly [Kind, string])[] => [
  ['verdict', verdict],
  ...(rankedMarkets === '' ? [] : rankedMarkets.split('>')).map((market) => ['entrants', market] as const),
  ...(wonMarket === null ? [] : [['winners', wonMarket] as const]),
  ...(wonMarket === null || accessCode === null ? [] : [['codes', wonMarket] as const]),
];

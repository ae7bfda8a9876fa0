import type { DrawMarket, DrawRules } from './draw-rules.ts';
import { createMerkleTree } from './merkle-tree.ts';
import type { Digest } from './sha256.ts';

/** The first line of entrants.csv. */
export const ENTRANTS_HEADER = 'ref,tier,lots,markets';

/** Bytes of a reference. */
export const REF_BYTES = 16;

/** Every entrant of a draw, sorted by ref, in typed arrays: 28 bytes an entrant. Entrants are known by their index. */
export interface Entrants {
  readonly count: number;
  readonly root: Digest;
  /** 16 bytes an entrant. */
  readonly refs: Buffer;
  readonly tiers: Uint32Array;
  readonly lots: Uint32Array;
  /** For each entrant the index of its ranking in `rankings`. */
  readonly rankingOf: Uint32Array;
  /** Each ranking that anybody has, once, as indexes of the rules' markets. */
  readonly rankings: readonly (readonly number[])[];
}

/** Reads entrants.csv line by line, the header first. */
export interface EntrantsReader {
  /** What is wrong with the line, or null. After a problem the reader is of no more use. */
  readLine(line: string): string | null;
  entrants(): Entrants;
}

const LINE = /^[0-9a-f]{32},(?:0|[1-9][0-9]{0,8}),[1-9][0-9]{0,8},[a-z0-9>-]+$/;
const REF_DIGITS = 2 * REF_BYTES;

/** `expected` is about how many lines there will be, so that the arrays have their size at once. */
export const createEntrantsReader = (rules: Pick<DrawRules, 'method' | 'markets'>, expected = 1024): EntrantsReader => {
  const tree = createMerkleTree();
  const rankings = createRankings(rules.markets);
  let capacity = Math.max(1, expected);
  let refs = Buffer.alloc(REF_BYTES * capacity);
  let tiers = new Uint32Array(capacity);
  let lots = new Uint32Array(capacity);
  let rankingOf = new Uint32Array(capacity);
  let count = 0;
  let headerRead = false;
  let lastRef = '';

  const grow = (): void => {
    capacity *= 2;
    const larger = Buffer.alloc(REF_BYTES * capacity);
    larger.set(refs);
    refs = larger;
    tiers = copyInto(new Uint32Array(capacity), tiers);
    lots = copyInto(new Uint32Array(capacity), lots);
    rankingOf = copyInto(new Uint32Array(capacity), rankingOf);
  };

  const readEntrant = (line: string): string | null => {
    if (!LINE.test(line)) return `is not of the form ${ENTRANTS_HEADER}`;
    const ref = line.slice(0, REF_DIGITS);
    const lotsAt = line.indexOf(',', REF_DIGITS + 1) + 1;
    const marketsAt = line.indexOf(',', lotsAt) + 1;
    const lotsOfEntrant = Number(line.slice(lotsAt, marketsAt - 1));
    if (ref <= lastRef) return ref === lastRef ? 'has a ref that is there twice' : 'is not sorted by ref';
    const ranking = rankings.indexOf(line.slice(marketsAt));
    if (ranking === null) return 'ranks a market twice, or one that the rules do not name';
    if (rules.method === 'random' && lotsOfEntrant !== 1) return 'has more than one lot, which the method random does not allow';
    if (count === capacity) grow();
    refs.write(ref, REF_BYTES * count, 'hex');
    tiers[count] = Number(line.slice(REF_DIGITS + 1, lotsAt - 1));
    lots[count] = lotsOfEntrant;
    rankingOf[count] = ranking;
    lastRef = ref;
    count += 1;
    tree.add(line);
    return null;
  };

  return {
    readLine: (line) => {
      if (headerRead) return readEntrant(line);
      headerRead = true;
      return line === ENTRANTS_HEADER ? null : `is not the header ${ENTRANTS_HEADER}`;
    },
    entrants: () => ({ count, root: tree.root(), refs, tiers, lots, rankingOf, rankings: rankings.all }),
  };
};

/** One data line of entrants.csv, without its LF. */
export const formatEntrant = (ref: string, tier: number, lots: number, markets: string): string => `${ref},${tier},${lots},${markets}`;

/** Market ids in the fan's order, as entrants.csv has them. */
export const formatRanking = (marketIds: readonly string[]): string => marketIds.join('>');

/** The entrant's ref as 32 hex digits. */
export const refOf = ({ refs }: Pick<Entrants, 'refs'>, entrant: number): string => refs.toString('hex', REF_BYTES * entrant, REF_BYTES * (entrant + 1));

/** How many entrants rank each market, in the order of the rules. */
export const countEligible = ({ count, rankingOf, rankings }: Entrants, markets: readonly DrawMarket[]): readonly number[] => {
  const byRanking = new Uint32Array(rankings.length);
  for (let entrant = 0; entrant < count; entrant += 1) {
    const ranking = rankingOf[entrant] ?? 0;
    byRanking[ranking] = (byRanking[ranking] ?? 0) + 1;
  }
  return markets.map((_, market) => rankings.reduce((sum, ranking, index) => (ranking.includes(market) ? sum + (byRanking[index] ?? 0) : sum), 0));
};

const createRankings = (markets: readonly DrawMarket[]) => {
  const marketIndex = new Map(markets.map(({ id }, index) => [id, index]));
  const known = new Map<string, number>();
  const all: (readonly number[])[] = [];
  return {
    all,
    /** Null where a market is unknown or ranked twice. */
    indexOf: (text: string): number | null => {
      const seen = known.get(text);
      if (seen !== undefined) return seen;
      const ranking: number[] = [];
      for (const id of text.split('>')) {
        const market = marketIndex.get(id);
        if (market === undefined || ranking.includes(market)) return null;
        ranking.push(market);
      }
      known.set(text, all.length);
      return all.push(ranking) - 1;
    },
  };
};

const copyInto = (larger: Uint32Array<ArrayBuffer>, smaller: Uint32Array): Uint32Array<ArrayBuffer> => {
  larger.set(smaller);
  return larger;
};

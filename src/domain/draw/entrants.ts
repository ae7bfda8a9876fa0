import type { DrawMarket, DrawRules } from './draw-rules.ts';
import { CHANGED_LINE_ENDS } from './lines.ts';
import { highestTier } from './lots.ts';
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

const REF_DIGITS = 2 * REF_BYTES;
/** A ref, `,0,1,` at least, and a ranking of every market there can be. */
const LONGEST_ENTRANT = 65_536;
const MOST_DIGITS = 9;
const COMMA = 0x2c;
const ZERO = 0x30;
const NO_DIGIT = 16;
const HEX_VALUE = Uint8Array.from({ length: 256 }, (_, byte) => {
  const value = '0123456789abcdef'.indexOf(String.fromCharCode(byte));
  return value === -1 ? NO_DIGIT : value;
});
const MALFORMED = `is not of the form ${ENTRANTS_HEADER}`;

/** `expected` is about how many lines there will be, so that the arrays have their size at once. */
export const createEntrantsReader = (rules: Pick<DrawRules, 'method' | 'priorityGroups' | 'markets'>, expected = 1024): EntrantsReader => {
  const tree = createMerkleTree();
  const rankings = createRankings(rules.markets);
  const mostTier = highestTier(rules) ?? Number.POSITIVE_INFINITY;
  let capacity = Math.max(1, expected);
  let refs = Buffer.alloc(REF_BYTES * capacity);
  let tiers = new Uint32Array(capacity);
  let lots = new Uint32Array(capacity);
  let rankingOf = new Uint32Array(capacity);
  let count = 0;
  let headerRead = false;
  const bytes = Buffer.alloc(LONGEST_ENTRANT);
  let length = 0;
  let next = 0;

  const grow = (): void => {
    capacity *= 2;
    const larger = Buffer.alloc(REF_BYTES * capacity);
    larger.set(refs);
    refs = larger;
    tiers = copyInto(new Uint32Array(capacity), tiers);
    lots = copyInto(new Uint32Array(capacity), lots);
    rankingOf = copyInto(new Uint32Array(capacity), rankingOf);
  };

  /** Reads the ref into its place; false where it is none. */
  const readRef = (): boolean => {
    for (let index = 0; index < REF_BYTES; index += 1) {
      const high = HEX_VALUE[bytes[2 * index] ?? 0] ?? NO_DIGIT;
      const low = HEX_VALUE[bytes[2 * index + 1] ?? 0] ?? NO_DIGIT;
      if (high === NO_DIGIT || low === NO_DIGIT) return false;
      refs[REF_BYTES * count + index] = (high << 4) | low;
    }
    return bytes[REF_DIGITS] === COMMA;
  };

  /** The number from `next` to the comma, which it goes behind; -1 where there is none, or one with a sign or needless zeros. */
  const readNumber = (): number => {
    const start = next;
    let value = 0;
    for (; next < length && next <= start + MOST_DIGITS; next += 1) {
      const byte = bytes[next] ?? 0;
      if (byte === COMMA) {
        const isPlain = next > start && (bytes[start] !== ZERO || next === start + 1);
        next += 1;
        return isPlain ? value : -1;
      }
      if (byte < ZERO || byte > ZERO + 9) return -1;
      value = 10 * value + byte - ZERO;
    }
    return -1;
  };

  /** Below 0 where the ref is before the one of the line before, 0 where it is the same. */
  const compareWithLast = (): number => {
    if (count === 0) return 1;
    const offset = REF_BYTES * count;
    for (let index = offset; index < offset + REF_BYTES; index += 1) {
      const difference = (refs[index] ?? 0) - (refs[index - REF_BYTES] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };

  const readEntrant = (line: string): string | null => {
    // What is not ASCII takes more bytes than characters.
    length = bytes.write(line, 'utf8');
    if (count === capacity) grow();
    if (length !== line.length || !readRef()) return MALFORMED;
    next = REF_DIGITS + 1;
    const tier = readNumber();
    const lotsOfEntrant = tier < 0 ? -1 : readNumber();
    if (lotsOfEntrant < 1) return MALFORMED;
    const order = compareWithLast();
    if (order <= 0) return order === 0 ? 'has a ref that is there twice' : 'is not sorted by ref';
    const ranking = rankings.indexOf(line.slice(next));
    if (ranking === null) return 'ranks a market twice, or one that the rules do not name';
    if (rules.method === 'random' && lotsOfEntrant !== 1) return 'has more than one lot, which the method random does not allow';
    if (tier > mostTier) return `has the tier ${tier}, and the rules give nobody a higher one than ${mostTier}`;
    tiers[count] = tier;
    lots[count] = lotsOfEntrant;
    rankingOf[count] = ranking;
    count += 1;
    tree.add(line);
    return null;
  };

  return {
    readLine: (line) => {
      if (headerRead) return readEntrant(line);
      headerRead = true;
      return line === ENTRANTS_HEADER ? null : `is not the header ${ENTRANTS_HEADER}${line.endsWith('\r') ? `; ${CHANGED_LINE_ENDS}` : ''}`;
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

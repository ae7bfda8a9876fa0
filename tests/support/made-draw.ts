import fc from 'fast-check';
import type { SelectionMethod } from '../../src/domain/campaign.ts';
import { type DrawRules, formatJsonFile } from '../../src/domain/draw/draw-rules.ts';
import { createEntrantsReader, ENTRANTS_HEADER, type Entrants, formatEntrant } from '../../src/domain/draw/entrants.ts';
import { createMerkleTree } from '../../src/domain/draw/merkle-tree.ts';
import { orderEntrants } from '../../src/domain/draw/order.ts';
import { createPriorities } from '../../src/domain/draw/priorities.ts';
import { commitmentTo, seedOf } from '../../src/domain/draw/seed.ts';
import { formatResult, RESULTS_HEADER, type Result, serve } from '../../src/domain/draw/serving.ts';
import { sha256, toHex } from '../../src/domain/draw/sha256.ts';
import type { PackText } from './draw-pack.ts';

export interface MadeEntrant {
  readonly ref: string;
  readonly tier: number;
  readonly lots: number;
  readonly ranking: readonly string[];
}

export interface DrawInput {
  readonly method: SelectionMethod;
  readonly priorityGroups?: NonNullable<DrawRules['priorityGroups']>;
  readonly markets: DrawRules['markets'];
  readonly entrants: readonly MadeEntrant[];
  readonly secret: Uint8Array;
  /** draw.json of the draw before; default: this is the first draw. */
  readonly before?: string;
  /** Default: 1, or 2 where there is one before. */
  readonly draw?: number;
}

/** A whole draw in memory: its files, and its results as data. */
export const makeDraw = ({
  method,
  priorityGroups,
  markets,
  entrants,
  secret,
  before,
  draw: number = before === undefined ? 1 : 2,
}: DrawInput): { readonly pack: PackText; readonly results: readonly Result[] } => {
  const rules: DrawRules = {
    version: 1,
    campaignId: 'c',
    draw: number,
    previous: before === undefined ? null : toHex(sha256(before)),
    method,
    ...(priorityGroups !== undefined && { priorityGroups }),
    markets,
    commitment: commitmentTo(secret),
    publicRandomness: 'none',
    reason: 'first draw',
  };
  const { lines, read } = readMade({ ...rules, entrants });
  const rulesText = formatJsonFile(rules);
  const seed = seedOf(secret, sha256(rulesText), read.root, new Uint8Array(0));
  const priorities = createPriorities(read, seed);
  priorities.compute(0, read.count);
  const results = [...serve(markets, read, orderEntrants(read, priorities.bytes))];
  const tree = createMerkleTree();
  for (const result of results) tree.add(formatResult(result));
  const draw = formatJsonFile({
    version: 1,
    rulesHash: toHex(sha256(rulesText)),
    entrantsCount: read.count,
    entrantsRoot: toHex(read.root),
    secret: Buffer.from(secret).toString('hex'),
    publicRandomness: null,
    seed: toHex(seed),
    resultsRoot: toHex(tree.root()),
  });
  const file = (header: string, data: readonly string[]): string => [header, ...data].map((line) => `${line}\n`).join('');
  return { pack: { rules: rulesText, entrants: file(ENTRANTS_HEADER, lines), results: file(RESULTS_HEADER, results.map(formatResult)), draw }, results };
};

/** The entrants as a draw reads them, and their lines sorted by ref. */
export const readMade = ({ entrants, ...rules }: Omit<DrawInput, 'secret'>): { readonly lines: readonly string[]; readonly read: Entrants } => {
  const lines = [...entrants].sort((a, b) => (a.ref < b.ref ? -1 : 1)).map(({ ref, tier, lots, ranking }) => formatEntrant(ref, tier, lots, ranking.join('>')));
  const reader = createEntrantsReader(rules, 2);
  for (const line of [ENTRANTS_HEADER, ...lines]) {
    const problem = reader.readLine(line);
    if (problem !== null) throw new Error(`${line} ${problem}`);
  }
  return { lines, read: reader.entrants() };
};

/** Draws with up to 60 entrants and 4 markets. */
export const drawInputs: fc.Arbitrary<DrawInput> = fc
  .record({
    method: fc.constantFrom<SelectionMethod>('random', 'weighted', 'score'),
    markets: fc
      .uniqueArray(fc.constantFrom('m1', 'm2', 'm3', 'm4'), { minLength: 1 })
      .chain((ids) => fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), capacity: fc.nat(12), waitlistCapacity: fc.nat(8) })))),
    secret: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  })
  .chain(({ method, markets, secret }) =>
    fc
      .uniqueArray(
        fc.record({
          ref: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex')),
          tier: method === 'random' ? fc.constant(0) : fc.nat(2),
          lots: method === 'random' ? fc.constant(1) : fc.integer({ min: 1, max: 5 }),
          ranking: fc.shuffledSubarray(
            markets.map(({ id }) => id),
            { minLength: 1 },
          ),
        }),
        { selector: ({ ref }) => ref, maxLength: 60 },
      )
      .map((entrants) => ({ method, markets, entrants, secret })),
  );

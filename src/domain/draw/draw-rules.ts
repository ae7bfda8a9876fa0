import type { Campaign, PublicRandomnessRule, SelectionMethod } from '../campaign.ts';
import type { DrandRandomness } from './drand.ts';

/** rules.json: what a draw goes by, published at the freeze. */
export interface DrawRules {
  readonly version: 1;
  readonly campaignId: string;
  /** From 1. */
  readonly draw: number;
  /** SHA-256 of the previous draw's draw.json, in hex. */
  readonly previous: string | null;
  readonly method: SelectionMethod;
  /** Where there are any, an entrant's tier is the index of their group, and their number for those in none. */
  readonly priorityGroups?: readonly { readonly id: string; readonly minScore: number }[];
  readonly markets: readonly DrawMarket[];
  /** Hex. */
  readonly commitment: string;
  readonly publicRandomness: PublicRandomnessRule;
  readonly reason: string;
}

export interface DrawMarket {
  readonly id: string;
  readonly capacity: number;
  readonly waitlistCapacity: number;
}

/** draw.json: what the draw came to. Hashes, secret, seed and the randomness' value are hex. */
export interface DrawRecord {
  readonly version: 1;
  readonly rulesHash: string;
  readonly entrantsCount: number;
  readonly entrantsRoot: string;
  readonly secret: string;
  readonly publicRandomness: { readonly kind: 'text'; readonly value: string } | DrandRandomness | null;
  readonly seed: string;
  readonly resultsRoot: string;
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** A draw holds only what it needs of a campaign: its markets in the campaign's order, and how many places each has. */
export const rulesOf = (
  campaign: Pick<Campaign, 'id' | 'selection'>,
  markets: readonly DrawMarket[],
  { draw, previous, commitment, reason }: Pick<DrawRules, 'draw' | 'previous' | 'commitment' | 'reason'>,
): DrawRules => ({
  version: 1,
  campaignId: campaign.id,
  draw,
  previous,
  method: campaign.selection.method,
  ...(campaign.selection.priorityGroups !== undefined && {
    priorityGroups: campaign.selection.priorityGroups.map(({ id, minScore }) => ({ id, minScore })),
  }),
  markets: markets.map(({ id, capacity, waitlistCapacity }) => ({ id, capacity, waitlistCapacity })),
  commitment,
  publicRandomness: ruleAsPublished(campaign.selection.publicRandomness),
  reason,
});

const ruleAsPublished = (rule: PublicRandomnessRule): PublicRandomnessRule => {
  if (rule === 'none') return rule;
  return rule.kind === 'text' ? { kind: 'text', announced: rule.announced } : { kind: 'drand', chainHash: rule.chainHash, round: rule.round };
};

/** The bytes of rules.json and draw.json: the keys in the order of their types, two spaces a level, LF at the end. */
export const formatJsonFile = (content: DrawRules | DrawRecord): string => `${JSON.stringify(content, null, 2)}\n`;

const HASH = /^[0-9a-f]{64}$/;
const ID = /^[a-z0-9-]{1,64}$/;

export const parseRules = (text: string): Parsed<DrawRules> =>
  parseObject(text, (rules) => {
    if (rules.version !== 1) return 'version is not 1';
    if (!isMatch(rules.campaignId, ID)) return 'campaignId is no id';
    if (!isInteger(rules.draw, 1)) return 'draw is no number from 1 on';
    if (rules.previous !== null && !isMatch(rules.previous, HASH)) return 'previous is neither null nor a SHA-256';
    if (rules.method !== 'random' && rules.method !== 'weighted' && rules.method !== 'score') return 'method is not random, weighted or score';
    if (!isMatch(rules.commitment, HASH)) return 'commitment is no SHA-256';
    if (typeof rules.reason !== 'string') return 'reason is missing';
    return groupsProblem(rules) ?? marketsProblem(rules.markets) ?? randomnessProblem(rules.publicRandomness);
  });

export const parseDrawRecord = (text: string): Parsed<DrawRecord> =>
  parseObject(text, (record) => {
    if (record.version !== 1) return 'version is not 1';
    for (const key of ['rulesHash', 'entrantsRoot', 'secret', 'seed', 'resultsRoot']) if (!isMatch(record[key], HASH)) return `${key} is not 64 hex digits`;
    if (!isInteger(record.entrantsCount, 0)) return 'entrantsCount is no count';
    const randomness = record.publicRandomness;
    if (randomness === null) return null;
    if (!isObject(randomness) || (randomness.kind !== 'text' && randomness.kind !== 'drand')) return 'publicRandomness has no kind that is known';
    if (!isMatch(randomness.value, HEX)) return 'publicRandomness.value is not hex';
    return randomness.kind === 'drand' ? drandFieldProblem(randomness) : null;
  });

const HEX = /^([0-9a-f]{2})+$/;

const drandFieldProblem = ({ round, signature, previousSignature, chain }: Readonly<Record<string, unknown>>): string | null => {
  if (!isInteger(round, 1) || !isMatch(signature, HEX)) return 'publicRandomness has no round with its signature';
  if (previousSignature !== null && !isMatch(previousSignature, HEX)) return 'publicRandomness.previousSignature is neither null nor hex';
  const isChain =
    isObject(chain) &&
    isMatch(chain.publicKey, HEX) &&
    isMatch(chain.groupHash, HEX) &&
    isInteger(chain.period, 1) &&
    isInteger(chain.genesisTime, 1) &&
    typeof chain.schemeId === 'string' &&
    typeof chain.beaconId === 'string';
  return isChain ? null : 'publicRandomness.chain is no description of a drand chain';
};

const groupsProblem = ({ method, priorityGroups }: Readonly<Record<string, unknown>>): string | null => {
  if (priorityGroups === undefined) return null;
  if (method === 'score') return 'priorityGroups are not for the method score';
  if (!Array.isArray(priorityGroups) || priorityGroups.length === 0) return 'priorityGroups is no list of groups';
  const ids = new Set<unknown>();
  let before = Number.POSITIVE_INFINITY;
  for (const [index, group] of priorityGroups.entries()) {
    if (!isObject(group) || !isMatch(group.id, ID)) return `priorityGroups[${index}].id is no id`;
    if (ids.has(group.id)) return `priorityGroups[${index}].id is there twice`;
    ids.add(group.id);
    if (!isInteger(group.minScore, 0) || group.minScore >= before) return `priorityGroups[${index}].minScore is no score below that of the group before`;
    before = group.minScore;
  }
  return null;
};

const marketsProblem = (markets: unknown): string | null => {
  if (!Array.isArray(markets)) return 'markets is no list';
  const ids = new Set<unknown>();
  for (const [index, market] of markets.entries()) {
    if (!isObject(market) || !isMatch(market.id, ID)) return `markets[${index}].id is no id`;
    if (ids.has(market.id)) return `markets[${index}].id is there twice`;
    ids.add(market.id);
    if (!isInteger(market.capacity, 0) || !isInteger(market.waitlistCapacity, 0)) return `markets[${index}] has a capacity that is no count`;
  }
  return null;
};

const randomnessProblem = (rule: unknown): string | null => {
  if (rule === 'none') return null;
  if (isObject(rule) && rule.kind === 'text' && typeof rule.announced === 'string') return null;
  if (isObject(rule) && rule.kind === 'drand' && isMatch(rule.chainHash, HASH) && isInteger(rule.round, 1)) return null;
  return 'publicRandomness is not none, text or drand';
};

const parseObject = <T>(text: string, problemOf: (value: Readonly<Record<string, unknown>>) => string | null): Parsed<T> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'is no JSON' };
  }
  if (!isObject(value)) return { ok: false, problem: 'is no JSON object' };
  const problem = problemOf(value);
  return problem === null ? { ok: true, value: value as T } : { ok: false, problem };
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isMatch = (value: unknown, pattern: RegExp): value is string => typeof value === 'string' && pattern.test(value);
const isInteger = (value: unknown, least: number): value is number => Number.isSafeInteger(value) && (value as number) >= least;

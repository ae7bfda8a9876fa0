import type { PriorityGroup, SelectionRules } from '../campaign.ts';
import type { DrawRules } from './draw-rules.ts';

const HIGHEST_SCORE = 1000;

/** What an entrant brings to the draw. `score`: 0 to 1000, null where the fan has none, which counts as 0. */
export interface Standing {
  /** Lower tiers are served first. */
  readonly tier: number;
  readonly lots: number;
}

/**
 * `random`: one lot. `weighted`: 1 to `maxLots` lots, as many in step with the score: the scale from 0 to 1000 is cut into
 * `maxLots` parts that are as equal as whole numbers allow. The tier of both is the entrant's priority group, 0 without
 * groups. `score`: one lot, and the tier is 1000 minus the score.
 */
export const standingOf = (
  { method, maxLots, priorityGroups }: Pick<SelectionRules, 'method' | 'maxLots' | 'priorityGroups'>,
  score: number | null,
): Standing => {
  const known = score ?? 0;
  if (method === 'score') return { tier: HIGHEST_SCORE - known, lots: 1 };
  return { tier: groupOf(priorityGroups ?? [], known), lots: method === 'weighted' ? 1 + Math.floor((known * maxLots) / (HIGHEST_SCORE + 1)) : 1 };
};

/** The index of the first group that the score is enough for; behind the last where it is for none. */
const groupOf = (groups: readonly Pick<PriorityGroup, 'minScore'>[], score: number): number => {
  const index = groups.findIndex(({ minScore }) => score >= minScore);
  return index < 0 ? groups.length : index;
};

/** The highest tier that rules allow an entrant to have; null where they say nothing of tiers. */
export const highestTier = ({ method, priorityGroups }: Pick<DrawRules, 'method' | 'priorityGroups'>): number | null =>
  method === 'score' ? HIGHEST_SCORE : (priorityGroups?.length ?? null);

/** Whether the score is high enough to take part. */
export const mayTakePart = ({ minScore }: Pick<SelectionRules, 'minScore'>, score: number | null): boolean => minScore === null || (score ?? 0) >= minScore;

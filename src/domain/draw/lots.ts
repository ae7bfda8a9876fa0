import type { SelectionRules } from '../campaign.ts';

const HIGHEST_SCORE = 1000;

/** What an entrant brings to the draw. `score`: 0 to 1000, null where the fan has none, which counts as 0. */
export interface Standing {
  /** Lower tiers are served first. */
  readonly tier: number;
  readonly lots: number;
}

/**
 * `random`: tier 0, one lot. `weighted`: tier 0 and 1 to `maxLots` lots, as many in step with the score: the scale from
 * 0 to 1000 is cut into `maxLots` parts that are as equal as whole numbers allow. `score`: tier 1000 minus the score.
 */
export const standingOf = ({ method, maxLots }: Pick<SelectionRules, 'method' | 'maxLots'>, score: number | null): Standing => {
  const known = score ?? 0;
  if (method === 'weighted') return { tier: 0, lots: 1 + Math.floor((known * maxLots) / (HIGHEST_SCORE + 1)) };
  return { tier: method === 'score' ? HIGHEST_SCORE - known : 0, lots: 1 };
};

/** Whether the score is high enough to take part. */
export const mayTakePart = ({ minScore }: Pick<SelectionRules, 'minScore'>, score: number | null): boolean => minScore === null || (score ?? 0) >= minScore;

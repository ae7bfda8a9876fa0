import type { DrandRandomness } from '../../domain/draw/drand.ts';
import type { DrawRecord, DrawRules } from '../../domain/draw/draw-rules.ts';
import { RegError } from '../../errors.ts';
import type { StoredDraw } from '../../ports/draw-store.ts';
import type { CampaignServiceParts } from './handlers.ts';

type DrandRule = Extract<DrawRules['publicRandomness'], { kind: 'drand' }>;

/** Refuses words that the rules do not ask for, and asks for those that they do; `recorded` are those of an earlier try. */
export const checkRandomness = ({ publicRandomness: rule }: Pick<DrawRules, 'publicRandomness'>, words: string | undefined, recorded: string | null): void => {
  if (rule === 'none' || rule.kind === 'drand') {
    if (words !== undefined) throw new RegError('INPUT_INVALID', 'The rules of this draw ask for no words drawn in public, so none can be given.');
    return;
  }
  if (words === undefined && recorded === null)
    throw new RegError('STATE_INVALID', `The rules of this draw ask for public randomness: ${rule.announced}. Give it as publicRandomness.`);
  if (words !== undefined && (words === '' || !words.isWellFormed()))
    throw new RegError('INPUT_INVALID', 'publicRandomness has to be text, as it was announced, and not empty.');
};

/** The public randomness that a draw is made with, recorded; what was recorded first stands. Null where its rules ask for none. */
export const fixRandomness = async (
  parts: CampaignServiceParts,
  draw: StoredDraw,
  rules: DrawRules,
  words: string | undefined,
): Promise<DrawRecord['publicRandomness']> => {
  const { publicRandomness: rule } = rules;
  checkRandomness(rules, words, draw.publicRandomness);
  if (rule === 'none') return null;
  if (rule.kind === 'drand') {
    const found = await roundOf(parts, rule);
    await record(parts, draw, found.value);
    return found;
  }
  const value = words === undefined ? (draw.publicRandomness ?? '') : await record(parts, draw, Buffer.from(words, 'utf8').toString('hex'));
  return { kind: 'text', value };
};

const record = async ({ draws }: CampaignServiceParts, { campaignId, draw }: StoredDraw, given: string): Promise<string> => {
  const recorded = await draws.recordRandomness(campaignId, draw, given);
  if (recorded !== given)
    throw new RegError('STATE_INVALID', `Draw ${draw} of the campaign ${campaignId} has other public randomness recorded already, which stands.`);
  return recorded;
};

/** The round that the rules ask for, once it has come out and its signature was found to hold. */
const roundOf = async ({ beacons, clock }: CampaignServiceParts, rule: DrandRule): Promise<DrandRandomness> => {
  const { drandProblem, randomnessOf, roundTime } = await import('../../domain/draw/drand.ts');
  const chain = await beacons.chain(rule.chainHash);
  const comesAt = roundTime(chain, rule.round);
  if (clock.now() < comesAt)
    throw new RegError(
      'STATE_INVALID',
      `The rules of this draw ask for round ${rule.round} of drand, which comes out at ${new Date(comesAt).toISOString()}: reveal it after that.`,
    );
  const round = await beacons.round(rule.chainHash, rule.round);
  const { signature, previousSignature } = round;
  const found: DrandRandomness = { kind: 'drand', value: randomnessOf(round), round: round.round, signature, previousSignature, chain };
  const problem = drandProblem(rule, found);
  if (problem !== null) throw new RegError('DRAW_INVALID', `The relay of drand gave what is not the round that the rules ask for: ${problem}.`);
  return found;
};

/** A round that is known at the freeze would be no randomness: it has to come out later. Throws `STATE_INVALID`. */
export const requireLaterRound = async ({ beacons, clock }: CampaignServiceParts, rule: DrawRules['publicRandomness']): Promise<void> => {
  if (rule === 'none' || rule.kind !== 'drand') return;
  const { chainHashOf, roundTime } = await import('../../domain/draw/drand.ts');
  const chain = await beacons.chain(rule.chainHash);
  if (chainHashOf(chain) !== rule.chainHash)
    throw new RegError('DRAW_INVALID', `The relay of drand describes another chain than the rules ask for, with the hash ${chainHashOf(chain)}.`);
  const comesAt = roundTime(chain, rule.round);
  if (comesAt <= clock.now())
    throw new RegError(
      'STATE_INVALID',
      `Round ${rule.round} of drand came out at ${new Date(comesAt).toISOString()}, before the freeze: name a later one in selection.publicRandomness.`,
    );
};

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Campaign } from '../../domain/campaign.ts';
import { formatJsonFile, rulesOf as rulesFor } from '../../domain/draw/draw-rules.ts';
import { ENTRANTS_HEADER, formatEntrant } from '../../domain/draw/entrants.ts';
import { createMerkleTree } from '../../domain/draw/merkle-tree.ts';
import { commitmentTo, drawSecretName, SECRET_BYTES } from '../../domain/draw/seed.ts';
import { sha256, toHex } from '../../domain/draw/sha256.ts';
import { RegError } from '../../errors.ts';
import type { DrawStore, FreezeAttempt, StoredDraw, StoredEntrant } from '../../ports/draw-store.ts';
import { collectEntrants, placesLeft } from './collect-entrants.ts';
import { readEarlierDraws } from './earlier-draws.ts';
import type { CampaignServiceParts } from './handlers.ts';
import { type Held, whileHeld } from './held-draw.ts';
import { requireLaterRound } from './public-randomness.ts';

const ENTRANTS_A_PAGE = 5000;

/** Where a draw's files are published. */
export const packKey = ({ campaignId, draw }: Pick<FreezeAttempt, 'campaignId' | 'draw'>, file: string): string => `draws/${campaignId}/${draw}/${file}`;

/** What a draw is to be of. */
export interface FreezePlan {
  readonly draw: number;
  readonly reason: string;
  /** Most places by market, where it is not of all markets of the campaign with all that is left of their places. */
  readonly places: ReadonlyMap<string, { readonly capacity: number; readonly waitlistCapacity: number }> | null;
}

/**
 * Freezes a draw: collects who takes part, commits to them in the store, and publishes rules.json and entrants.csv from
 * there. The store's commit decides: an attempt that was overtaken publishes nothing of its own. A draw that is frozen
 * stays what it is, whatever the plan says.
 */
export const freezeDraw = async (parts: CampaignServiceParts, campaignId: string, plan: FreezePlan, correlationId: string): Promise<StoredDraw> => {
  const { draws, files, clock } = parts;
  const known = await draws.draw(campaignId, plan.draw);
  if (known !== null && (await files.exists(packKey(known, 'rules.json')))) return known;
  const { campaign } = await parts.campaign(campaignId);
  if (known === null && clock.now() < Date.parse(campaign.date.close))
    throw new RegError(
      'STATE_INVALID',
      `The dates of the campaign ${campaignId} let fans in until ${campaign.date.close}: its draw can be frozen from then on, or once its file has an earlier date.close.`,
    );
  return whileHeld(parts, campaignId, plan.draw, async (held) => {
    const frozen = (await draws.draw(campaignId, plan.draw)) ?? (await freeze(parts, campaign, plan, held, correlationId));
    return publishFrozen(parts, frozen, held);
  });
};

const freeze = async (parts: CampaignServiceParts, { id }: Campaign, plan: FreezePlan, held: Held, correlationId: string): Promise<StoredDraw> => {
  const { draws, clock, log } = parts;
  const { draw, reason } = plan;
  const attempt = await draws.beginFreeze(id, draw);
  // From here on whoever puts the campaign takes the draw first and shuts this attempt out: what is read is what is frozen.
  await held.confirm();
  const { campaign, markets } = await parts.campaign(id);

  await requireLaterRound(parts, campaign.selection.publicRandomness);
  const commitment = await openCommitment(parts, id, draw);
  const earlier = await readEarlierDraws(parts, id, draw, held);
  const drawn = plan.places === null ? markets : markets.filter((market) => plan.places?.has(market.id));
  const taken = await collectEntrants(parts, { campaign, markets: drawn }, { attempt, earlier, held }, correlationId);
  const tree = createMerkleTree();
  for await (const page of pagesOfEntrants(draws, attempt, held)) for (const entrant of page) tree.add(lineOf(entrant));
  const left = drawn.map((market) => placesLeft(market, plan.places?.get(market.id), taken));
  const rules = formatJsonFile(rulesFor(campaign, left, { draw, previous: earlier.previous, commitment, reason }));
  const frozen = await draws.freeze(attempt, {
    rules,
    rulesHash: toHex(sha256(rules)),
    entrantsRoot: toHex(tree.root()),
    entrantsCount: tree.size,
    commitment,
    frozenAt: new Date(clock.now()).toISOString(),
  });
  log.info({ campaignId: campaign.id, draw, entrants: frozen.entrantsCount }, 'draw frozen');
  return frozen;
};

/** The commitment that was published for the campaign's first draw; that to a later draw's secret, which is made where nobody has asked for it. */
const openCommitment = async ({ draws, secrets, random }: CampaignServiceParts, campaignId: string, draw: number): Promise<string> => {
  const name = drawSecretName(campaignId, draw);
  if (draw > 1) return commitmentTo(await secrets.getOrCreate(name, () => random.bytes(SECRET_BYTES)));
  const opened = commitmentTo(await secrets.get(name));
  const commitment = await draws.publishCommitment(campaignId, opened);
  if (commitment !== opened)
    throw new RegError(
      'DRAW_INVALID',
      `The secret of the campaign ${campaignId} does not open the commitment that was published, so nothing drawn with it could be checked.`,
    );
  return commitment;
};

/** Publishes what a frozen draw holds, where it is not: rules.json last, so that it stands for both files. */
export const publishFrozen = async ({ draws, files }: Pick<CampaignServiceParts, 'draws' | 'files'>, draw: StoredDraw, held: Held): Promise<StoredDraw> => {
  if (await files.exists(packKey(draw, 'rules.json'))) return draw;
  await files.write(packKey(draw, 'entrants.csv'), entrantsFile(draws, draw, held));
  await files.write(packKey(draw, 'rules.json'), [draw.rules]);
  return draw;
};

async function* entrantsFile(draws: DrawStore, attempt: FreezeAttempt, held: Held): AsyncGenerator<string> {
  yield `${ENTRANTS_HEADER}\n`;
  for await (const page of pagesOfEntrants(draws, attempt, held)) yield `${page.map(lineOf).join('\n')}\n`;
}

/** The next page is on its way while one is worked on. */
async function* pagesOfEntrants(draws: DrawStore, attempt: FreezeAttempt, held: Held): AsyncGenerator<readonly StoredEntrant[]> {
  const pageBehind = (after: Uint8Array | null): Promise<readonly StoredEntrant[]> => {
    const page = draws.entrants(attempt, after, ENTRANTS_A_PAGE);
    // Awaited below; who stops reading before is not told of its failure.
    page.catch(() => undefined);
    return page;
  };
  for (let next = pageBehind(null); ; ) {
    const page = await next;
    const last = page.at(-1);
    if (last === undefined) return;
    next = pageBehind(last.ref);
    yield page;
    await held.keep();
    await nextTurn();
  }
}

const lineOf = ({ ref, tier, lots, markets }: StoredEntrant): string => formatEntrant(Buffer.from(ref).toString('hex'), tier, lots, markets);

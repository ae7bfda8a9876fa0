import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Campaign, CampaignWithMarkets } from '../../domain/campaign.ts';
import { formatJsonFile, rulesOf } from '../../domain/draw/draw-rules.ts';
import { ENTRANTS_HEADER, formatEntrant, formatRanking } from '../../domain/draw/entrants.ts';
import { mayTakePart, standingOf } from '../../domain/draw/lots.ts';
import { createMerkleTree } from '../../domain/draw/merkle-tree.ts';
import { createReferences } from '../../domain/draw/references.ts';
import { commitmentTo, drawSecretName } from '../../domain/draw/seed.ts';
import { sha256, toHex } from '../../domain/draw/sha256.ts';
import { referenceKeyName } from '../../domain/fan-reference.ts';
import { rankedMarketsIn } from '../../domain/ranked-markets.ts';
import { RegError } from '../../errors.ts';
import type { DrawStore, FreezeAttempt, StoredDraw, StoredEntrant } from '../../ports/draw-store.ts';
import type { EntryDocument } from '../entry/contract.ts';
import type { CampaignServiceParts } from './handlers.ts';
import { type Held, whileHeld } from './held-draw.ts';

/** What the Entry Service answers at most. */
const ENTRIES_A_PAGE = 1000;
/** Parts that are read side by side; each has a page under way, and one that is being added. */
const PARTS_AT_ONCE = 8;
const ENTRANTS_A_PAGE = 5000;

/** Where a draw's files are published. */
export const packKey = ({ campaignId, draw }: Pick<FreezeAttempt, 'campaignId' | 'draw'>, file: string): string => `draws/${campaignId}/${draw}/${file}`;

/**
 * Freezes the first draw: collects who takes part, commits to them in the store, and publishes rules.json and
 * entrants.csv from there. The store's commit decides: an attempt that was overtaken publishes nothing of its own.
 */
export const freezeFirstDraw = async (parts: CampaignServiceParts, campaignId: string, reason: string, correlationId: string): Promise<StoredDraw> => {
  const { draws, files, clock } = parts;
  const known = await draws.draw(campaignId, 1);
  if (known !== null && (await files.exists(packKey(known, 'rules.json')))) return known;
  const { campaign } = await parts.campaign(campaignId);
  if (known === null && clock.now() < Date.parse(campaign.date.close))
    throw new RegError('STATE_INVALID', `The campaign ${campaignId} is open until ${campaign.date.close}: its draw can be frozen from then on.`);
  return whileHeld(parts, campaignId, 1, async (held) => {
    const frozen = (await draws.draw(campaignId, 1)) ?? (await freeze(parts, campaign, held, reason, correlationId));
    return publishFrozen(parts, frozen, held);
  });
};

const freeze = async (parts: CampaignServiceParts, { id }: Campaign, held: Held, reason: string, correlationId: string): Promise<StoredDraw> => {
  const { draws, secrets, clock, log } = parts;
  const attempt = await draws.beginFreeze(id, 1);
  // From here on whoever puts the campaign takes the draw first and shuts this attempt out: what is read is what is frozen.
  await held.confirm();
  const { campaign, markets } = await parts.campaign(id);

  const opened = commitmentTo(await secrets.get(drawSecretName(campaign.id)));
  const commitment = await draws.publishCommitment(campaign.id, opened);
  if (commitment !== opened)
    throw new RegError(
      'DRAW_INVALID',
      `The secret of the campaign ${campaign.id} does not open the commitment that was published, so nothing drawn with it could be checked.`,
    );
  await collectEntrants(parts, { campaign, markets }, attempt, held, correlationId);
  const tree = createMerkleTree();
  for await (const page of pagesOfEntrants(draws, attempt, held)) for (const entrant of page) tree.add(lineOf(entrant));
  const rules = formatJsonFile(rulesOf(campaign, markets, { draw: 1, previous: null, commitment, reason }));
  const frozen = await draws.freeze(attempt, {
    rules,
    rulesHash: toHex(sha256(rules)),
    entrantsRoot: toHex(tree.root()),
    entrantsCount: tree.size,
    commitment,
    frozenAt: new Date(clock.now()).toISOString(),
  });
  log.info({ campaignId: campaign.id, draw: 1, entrants: frozen.entrantsCount }, 'draw frozen');
  return frozen;
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

/**
 * Reads the Entry Service part by part, some side by side: one page after the other, ten million would take longer than a
 * function may run. The order in which they are added is of no account, as the store keeps them by their refs.
 */
const collectEntrants = async (
  { entryService, draws, secrets }: CampaignServiceParts,
  campaignWithMarkets: CampaignWithMarkets,
  attempt: FreezeAttempt,
  held: Held,
  correlationId: string,
): Promise<void> => {
  const { campaignId } = attempt;
  const entrantFrom = createEntrantMaker(campaignWithMarkets, await secrets.get(referenceKeyName(campaignId)));
  const waiting = (await partsOf(entryService, correlationId)).values();
  const failures: unknown[] = [];

  const collect = async (part: { readonly part?: string }): Promise<void> => {
    const pageBehind = (after: string | null) =>
      entryService.listEntries(
        { params: { campaignId }, query: { limit: ENTRIES_A_PAGE, verdict: 'PENDING', ...part, ...(after === null ? {} : { after }) } },
        { correlationId },
      );
    for (let page = await pageBehind(null); failures.length === 0; ) {
      const entrants = page.entries.flatMap((entry) => entrantFrom(entry) ?? []);
      const [next] = await Promise.all([page.next === null ? null : pageBehind(page.next), draws.addEntrants(attempt, entrants), held.keep()]);
      if (next === null) return;
      page = next;
    }
  };
  const line = async (): Promise<void> => {
    for (const part of waiting) {
      if (failures.length > 0) return;
      await collect(part).catch((error: unknown) => failures.push(error));
    }
  };
  // Where one fails, the others end with the page that they are at.
  await Promise.all(Array.from({ length: PARTS_AT_ONCE }, line));
  if (failures.length > 0) throw failures[0];
};

/** An Entry Service of a company's own need not know of parts: then all is one. */
const partsOf = async (entryService: CampaignServiceParts['entryService'], correlationId: string): Promise<readonly { readonly part?: string }[]> => {
  try {
    return (await entryService.listEntryParts({}, { correlationId })).parts.map((part) => ({ part }));
  } catch (error) {
    if (error instanceof RegError && error.code === 'NOT_FOUND') return [{}];
    throw error;
  }
};

/** Who takes part: no verdict and no code yet, at least one market of this campaign ranked, and a score that is high enough. */
const createEntrantMaker = ({ campaign, markets }: CampaignWithMarkets, referenceKey: Uint8Array): ((entry: EntryDocument) => StoredEntrant | null) => {
  const refOf = createReferences(referenceKey);
  const known = new Set(markets.map(({ id }) => id));
  return ({ globalUserId, entry, verdict, accessCode, score }) => {
    if (verdict !== 'PENDING' || accessCode !== undefined || !mayTakePart(campaign.selection, score)) return null;
    const ranking = rankedMarketsIn(campaign, entry).filter((id) => known.has(id));
    return ranking.length === 0 ? null : { ref: refOf(globalUserId), globalUserId, ...standingOf(campaign.selection, score), markets: formatRanking(ranking) };
  };
};

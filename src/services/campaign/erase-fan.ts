import type { Campaign } from '../../domain/campaign.ts';
import { chunks } from '../../domain/chunks.ts';
import { erasedFan } from '../../domain/erased-fan.ts';
import { fanReference, referenceKeyName } from '../../domain/fan-reference.ts';
import { RegError } from '../../errors.ts';
import type { FanInDraw, StoredDraw } from '../../ports/draw-store.ts';
import type { FileStore } from '../../ports/file-store.ts';
import type { HandlersOf } from '../contract.ts';
import type { campaignContract } from './contract.ts';
import { drawIdOf } from './draw-id.ts';
import { packKey } from './freeze-draw.ts';
import { rulesOf } from './frozen-rules.ts';
import type { CampaignServiceParts } from './handlers.ts';
import { whileHeld } from './held-draw.ts';

interface Erased {
  readonly places: number;
  readonly busy: number;
}

const NOTHING: Erased = { places: 0, busy: 0 };
const CAMPAIGNS_AT_ONCE = 8;

/** Takes a fan out of what the Campaign Service keeps of draws: the ref that is published stays, who was behind it goes. */
export const createErasureHandlers = (parts: CampaignServiceParts): Pick<HandlersOf<typeof campaignContract>, 'eraseFan'> => ({
  eraseFan: async ({ params: { globalUserId } }) => {
    const erased: Erased[] = [];
    for (const some of chunks(await parts.store.campaigns(), CAMPAIGNS_AT_ONCE))
      erased.push(...(await Promise.all(some.map((campaign) => eraseFromCampaign(parts, campaign, globalUserId)))));
    return sumOf(erased);
  },
});

/** What is not drawn yet is held meanwhile, so that nobody freezes or draws it with what is being erased; and the next draw, which may be collected already. */
const eraseFromCampaign = async (parts: CampaignServiceParts, { id: campaignId, date }: Campaign, globalUserId: string): Promise<Erased> => {
  const draws = await parts.draws.draws(campaignId);
  if (draws.length === 0 && parts.clock.now() < Date.parse(date.close)) return NOTHING;
  const ref = fanReference(await parts.secrets.get(referenceKeyName(campaignId)), globalUserId);
  const fan = { ref: new Uint8Array(Buffer.from(ref, 'hex')), globalUserId, name: erasedFan(ref) };
  const next = draws.length + 1;
  const held = async (draw: number, erase: () => Promise<number>): Promise<Erased> => {
    try {
      return { places: await whileHeld(parts, campaignId, draw, erase), busy: 0 };
    } catch (error) {
      if (!(error instanceof RegError) || error.code !== 'SERVICE_UNAVAILABLE') throw error;
      return { places: 0, busy: 1 };
    }
  };
  const erased: Erased[] = [];
  for (const draw of draws) {
    if (draw.drawn === null) erased.push(await held(draw.draw, () => eraseFromDraw(parts, draw, fan, ref)));
    else erased.push({ places: await eraseFromDraw(parts, draw, fan, ref), busy: 0 });
  }
  const ofNext = { ...fan, position: null, drawId: drawIdOf({ campaignId, draw: next }), marketIds: [] };
  erased.push(await held(next, () => parts.draws.eraseFan(campaignId, next, ofNext)));
  return sumOf(erased);
};

const sumOf = (erased: readonly Erased[]): Erased => ({
  places: erased.reduce((sum, { places }) => sum + places, 0),
  busy: erased.reduce((sum, { busy }) => sum + busy, 0),
});

type Fan = Pick<FanInDraw, 'ref' | 'globalUserId' | 'name'>;

const eraseFromDraw = async ({ draws, files }: CampaignServiceParts, draw: StoredDraw, fan: Fan, ref: string): Promise<number> => {
  const [entrant] = await draws.entrants(draw, refBefore(ref), 1);
  const takesPart = entrant !== undefined && Buffer.from(entrant.ref).toString('hex') === ref;
  const position = takesPart && draw.drawn !== null ? await positionOf(files, packKey(draw, 'results.csv'), ref) : null;
  const marketIds = rulesOf(draw).markets.map(({ id }) => id);
  return draws.eraseFan(draw.campaignId, draw.draw, { ...fan, position, drawId: drawIdOf(draw), marketIds });
};

const refBefore = (ref: string): Uint8Array | null => {
  const number = BigInt(`0x${ref}`);
  return number === 0n ? null : new Uint8Array(Buffer.from((number - 1n).toString(16).padStart(ref.length, '0'), 'hex'));
};

/** Where a ref stands in results.csv: stores keep results by position, not by ref. */
const positionOf = async (files: FileStore, key: string, ref: string): Promise<number | null> => {
  const mark = `,${ref},`;
  let text = '';
  for await (const chunk of files.read(key)) {
    text += chunk;
    const found = text.indexOf(mark);
    if (found >= 0) return Number(text.slice(text.lastIndexOf('\n', found) + 1, found));
    text = text.slice(text.lastIndexOf('\n') + 1);
  }
  return null;
};

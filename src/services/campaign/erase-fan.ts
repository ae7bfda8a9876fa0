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
import { type Held, whileHeld } from './held-draw.ts';

interface Erased {
  readonly places: number;
  readonly busy: number;
}

/** Takes a fan out of what the Campaign Service keeps of draws: the ref that is published stays, who was behind it goes. */
export const createErasureHandlers = (parts: CampaignServiceParts): Pick<HandlersOf<typeof campaignContract>, 'eraseFan'> => ({
  eraseFan: async ({ params: { globalUserId } }) => {
    let [places, busy] = [0, 0];
    for (const { id, date } of await parts.store.campaigns()) {
      const draws = await parts.draws.draws(id);
      if (draws.length === 0 && parts.clock.now() < Date.parse(date.close)) continue;
      const erased = await eraseFromDraws(parts, id, draws, globalUserId);
      places += erased.places;
      busy += erased.busy;
    }
    return { places, busy };
  },
});

/** Each draw is held meanwhile, so that nobody freezes or draws it with what is being erased; and the next one, which may be collected already. */
const eraseFromDraws = async (parts: CampaignServiceParts, campaignId: string, draws: readonly StoredDraw[], globalUserId: string): Promise<Erased> => {
  const ref = fanReference(await parts.secrets.get(referenceKeyName(campaignId)), globalUserId);
  const fan = { ref: new Uint8Array(Buffer.from(ref, 'hex')), globalUserId, name: erasedFan(ref) };
  const next = draws.length + 1;
  const erasures = [
    ...draws.map((draw) => ({ draw: draw.draw, erase: (held: Held) => eraseFromDraw(parts, draw, fan, ref, held) })),
    {
      draw: next,
      erase: () => parts.draws.eraseFan(campaignId, next, { ...fan, position: null, drawId: drawIdOf({ campaignId, draw: next }), marketIds: [] }),
    },
  ];
  let [places, busy] = [0, 0];
  for (const { draw, erase } of erasures) {
    try {
      places += await whileHeld(parts, campaignId, draw, erase);
    } catch (error) {
      if (!(error instanceof RegError) || error.code !== 'SERVICE_UNAVAILABLE') throw error;
      busy += 1;
    }
  }
  return { places, busy };
};

type Fan = Pick<FanInDraw, 'ref' | 'globalUserId' | 'name'>;

const eraseFromDraw = async ({ draws, files }: CampaignServiceParts, draw: StoredDraw, fan: Fan, ref: string, held: Held): Promise<number> => {
  const [entrant] = await draws.entrants(draw, refBefore(ref), 1);
  const takesPart = entrant !== undefined && Buffer.from(entrant.ref).toString('hex') === ref;
  const position = takesPart && draw.drawn !== null ? await positionOf(files, packKey(draw, 'results.csv'), ref, held) : null;
  const marketIds = rulesOf(draw).markets.map(({ id }) => id);
  return draws.eraseFan(draw.campaignId, draw.draw, { ...fan, position, drawId: drawIdOf(draw), marketIds });
};

const refBefore = (ref: string): Uint8Array | null => {
  const number = BigInt(`0x${ref}`);
  return number === 0n ? null : new Uint8Array(Buffer.from((number - 1n).toString(16).padStart(ref.length, '0'), 'hex'));
};

/** Where a ref stands in results.csv: stores keep results by position, not by ref. */
const positionOf = async (files: FileStore, key: string, ref: string, held: Held): Promise<number | null> => {
  const mark = `,${ref},`;
  let text = '';
  for await (const chunk of files.read(key)) {
    text += chunk;
    const found = text.indexOf(mark);
    if (found >= 0) return Number(text.slice(text.lastIndexOf('\n', found) + 1, found));
    text = text.slice(text.lastIndexOf('\n') + 1);
    await held.keep();
  }
  return null;
};

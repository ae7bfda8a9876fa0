import { existsSync } from 'node:fs';
import type { CampaignWithMarkets, Market } from '../../domain/campaign.ts';
import { id, instant, integer, text } from '../../domain/field-readings.ts';
import { type Fields, openFields, type Problem } from '../../domain/file-fields.ts';
import { fileInvalid, readYamlFile } from '../yaml-file.ts';

/** A market that a later draw is of, with the places that it has in the campaign from then on. */
export interface LaterMarket {
  readonly id: string;
  readonly capacity: number;
  readonly waitlistCapacity: number;
}

/** A draw after the first: asked for by one operator and approved by another. */
export interface LaterDraw {
  /** From 2. */
  readonly draw: number;
  readonly reason: string;
  /** UTC instant before which nothing is asked for; null: as soon as the draw before is done. */
  readonly at: string | null;
  /** Null: all markets, with what is left of their places. */
  readonly markets: readonly LaterMarket[] | null;
  /** The words drawn in public for it, where the rules ask for some and they are others than the run's. */
  readonly publicRandomness: string | null;
}

const DRAW_KEYS = ['reason', 'at', 'markets', 'publicRandomness'];
const MARKET_KEYS = ['id', 'capacity', 'waitlistCapacity'];
const MAX_DRAWS = 100;
const MAX_PLACES = 100_000_000;

/** Reads `later-draws.yaml`; none where there is no such file. Throws `CAMPAIGN_INVALID` with `file:line: problem` a line. */
export const readLaterDraws = async (name: string, campaign: CampaignWithMarkets): Promise<readonly LaterDraw[]> => {
  if (!existsSync(name)) return [];
  const file = await readYamlFile(name, 'the file holds no draws; it starts with the line "draws:"');
  const problems: Problem[] = [];
  const readDraw = createDrawReader(campaign);
  const draws = openFields(file.content, '', ['draws'], problems).each('draws', DRAW_KEYS, { min: 1, max: MAX_DRAWS }, readDraw);
  if (problems.length > 0) throw fileInvalid(file, problems);
  return draws;
};

/** Remembers what the draws before have said: places of a market never become fewer, and time goes on. */
const createDrawReader = ({ campaign: { date }, markets }: CampaignWithMarkets) => {
  const places = new Map<string, Market | LaterMarket>(markets.map((market) => [market.id, market]));
  let earliest = date.close;

  const readMarket = (fields: Fields): LaterMarket => {
    const marketId = fields.take('id', id);
    const before = places.get(marketId);
    if (before === undefined && marketId !== '') fields.report(`is no market of campaign.yaml, which has ${[...places.keys()].join(', ')}`, 'id');
    const { capacity = 0, waitlistCapacity = 0 } = before ?? {};
    const market = {
      id: marketId,
      capacity: fields.take('capacity', integer(capacity, MAX_PLACES), capacity),
      waitlistCapacity: fields.take('waitlistCapacity', integer(waitlistCapacity, MAX_PLACES), waitlistCapacity),
    };
    if (before !== undefined) places.set(marketId, market);
    return market;
  };

  return (fields: Fields, index: number): LaterDraw => {
    const ids: string[] = [];
    const at = fields.take('at', instant, null);
    if (at !== null && at !== '') {
      if (at < earliest) fields.report(index === 0 ? "must not be before the campaign's close" : 'must not be before the draw above', 'at');
      else if (at > date.presaleStart) fields.report("must not be after the campaign's presaleStart", 'at');
      else earliest = at;
    }
    return {
      draw: index + 2,
      reason: fields.take('reason', text(500)),
      at,
      markets: fields.has('markets')
        ? fields.each('markets', MARKET_KEYS, { min: 1, max: markets.length }, (market) => {
            const read = readMarket(market);
            if (read.id !== '' && ids.includes(read.id)) market.report('is in the list already', 'id');
            ids.push(read.id);
            return read;
          })
        : null,
      publicRandomness: fields.take('publicRandomness', text(1_000), null),
    };
  };
};

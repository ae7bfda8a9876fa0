import { RegError } from '../../errors.ts';
import type { DrawnDraw, DrawStore, FreezeAttempt, FrozenDraw, StoredDraw } from '../../ports/draw-store.ts';
import { fansBehind, putEntrants, readEntrants, renameEntrant } from './draw-entrants.ts';
import { putResults, readResults, renameResult } from './draw-results.ts';
import { queryOf } from './dynamodb-expressions.ts';
import { changeItem, type DynamoDBTable, getItem, queryItems, removeItem } from './dynamodb-requests.ts';
import { createDynamoDBSelectionBook } from './dynamodb-selection-book.ts';
import { packJson, unpackJson } from './packed-json.ts';

/** One item a draw, from its first attempt on: what may happen to it next is a condition on this item. */
interface DrawItem extends Partial<Omit<FrozenDraw, 'rules'>> {
  readonly campaignId: string;
  readonly draw: number;
  /** The attempt that was begun last. */
  readonly latest: number;
  /** The attempt that was frozen; with the rest of `FrozenDraw` from the freeze on. */
  readonly attempt?: number;
  /** Packed, as `drawn` is. */
  readonly rules?: string;
  readonly publicRandomness?: string;
  readonly drawn?: string;
}

const IS_FROZEN = 'attribute_exists(#attempt)';

const partition = (campaignId: string): string => `DRAWS#${campaignId}`;
const commitmentKey = (campaignId: string) => ({ PK: partition(campaignId), SK: 'COMMITMENT' });
const numbered = (draw: number): string => String(draw).padStart(9, '0');
const drawKey = (campaignId: string, draw: number) => ({ PK: partition(campaignId), SK: `DRAW#${numbered(draw)}` });
const holdKey = (campaignId: string, draw: number) => ({ PK: partition(campaignId), SK: `HOLD#${numbered(draw)}` });

/**
 * Draws on DynamoDB. Entrants are an item each, results are packed by position and by market, and what selections came
 * to is in the selection book beside it. An attempt that was overtaken may still write entrants, but to a place of its
 * own that nobody reads; they expire.
 */
export const createDynamoDBDrawStore = (table: DynamoDBTable): DrawStore => {
  const drawItem = (campaignId: string, draw: number): Promise<DrawItem | null> => getItem<DrawItem>(table, drawKey(campaignId, draw));

  const stored = async (campaignId: string, draw: number): Promise<StoredDraw> => drawFrom(await drawItem(campaignId, draw)) ?? noDraw(campaignId, draw);

  const isOpen = (item: DrawItem | null, { attempt }: FreezeAttempt): boolean => item?.latest === attempt && item.attempt === undefined;

  /** The draw after a change of a frozen one, whether or not there was still something to change. */
  const changeFrozen = async (campaignId: string, draw: number, attribute: 'publicRandomness' | 'drawn', value: string): Promise<StoredDraw> => {
    const { item } = await changeItem<DrawItem>(table, {
      key: drawKey(campaignId, draw),
      set: { [attribute]: value },
      if: { where: `${IS_FROZEN} AND attribute_not_exists(#${attribute})` },
    });
    return drawFrom(item) ?? noDraw(campaignId, draw);
  };

  const book = createDynamoDBSelectionBook(table);

  return {
    publishCommitment: async (campaignId, commitment) => {
      const key = commitmentKey(campaignId);
      const { item } = await changeItem<{ readonly commitment: string }>(table, { key, set: { commitment }, if: { where: 'attribute_not_exists(#PK)' } });
      return item?.commitment ?? commitment;
    },
    commitment: async (campaignId) => (await getItem<{ readonly commitment: string }>(table, commitmentKey(campaignId)))?.commitment ?? null,
    draws: async (campaignId) => {
      const draws = queryOf({ where: '#PK = :campaign AND begins_with(#SK, :draw)', values: { campaign: partition(campaignId), draw: 'DRAW#' } });
      const items = await queryItems<DrawItem>(table, draws);
      return items.flatMap((item) => drawFrom(item) ?? []);
    },
    draw: async (campaignId, draw) => drawFrom(await drawItem(campaignId, draw)),
    holdDraw: async (campaignId, draw, { by, now, until }) => {
      const { changed } = await changeItem(table, {
        key: holdKey(campaignId, draw),
        set: { by, until, expiresAt: Math.ceil(until / 1000) },
        if: { where: 'attribute_not_exists(#PK) OR #by = :by OR #until <= :now', values: { by, now } },
      });
      return changed;
    },
    releaseDraw: (campaignId, draw, by) => removeItem(table, holdKey(campaignId, draw), { where: '#by = :by', values: { by } }),
    beginFreeze: async (campaignId, draw) => {
      const { item } = await changeItem<DrawItem>(table, { key: drawKey(campaignId, draw), set: { campaignId, draw }, add: { latest: 1 } });
      if (item === null) throw new RegError('INTERNAL', 'An update without a condition did not answer with its item.');
      return { attempt: item.latest, campaignId, draw };
    },
    addEntrants: async (attempt, entrants) => {
      if (!isOpen(await drawItem(attempt.campaignId, attempt.draw), attempt)) overtaken(attempt);
      await putEntrants(table, attempt, entrants);
    },
    entrants: async (attempt, after, limit) => {
      const item = await drawItem(attempt.campaignId, attempt.draw);
      return isOpen(item, attempt) || item?.attempt === attempt.attempt ? readEntrants(table, attempt, after, limit) : [];
    },
    areEntrants: async (attempt, refs) => {
      const fans = await fansBehind(
        table,
        attempt,
        refs.map((ref) => Buffer.from(ref).toString('hex')),
      );
      return fans.map((fan) => fan !== null);
    },
    freeze: async (attempt, { rules, ...frozen }) => {
      const { campaignId, draw } = attempt;
      const { item } = await changeItem<DrawItem>(table, {
        key: drawKey(campaignId, draw),
        set: { ...frozen, attempt: attempt.attempt, rules: packJson(rules, `rules.json of draw ${draw} of the campaign ${campaignId}`) },
        if: { where: 'attribute_not_exists(#attempt) AND #latest = :mine', values: { mine: attempt.attempt } },
      });
      return drawFrom(item) ?? overtaken(attempt);
    },
    recordRandomness: async (campaignId, draw, value) => (await changeFrozen(campaignId, draw, 'publicRandomness', value)).publicRandomness ?? '',
    addResults: async (campaignId, draw, results) => putResults(table, await stored(campaignId, draw), results),
    saveDrawn: (campaignId, draw, drawn) => changeFrozen(campaignId, draw, 'drawn', packJson(drawn, `What draw ${draw} of the campaign ${campaignId} came to`)),
    results: async (campaignId, draw, query) => readResults(table, await stored(campaignId, draw), query),
    saveStats: book.saveStats,
    addVerdictCounts: book.addVerdictCounts,
    marketStats: book.marketStats,
    recordPromotions: book.recordPromotions,
    promotions: book.promotions,
    eraseFan: async (campaignId, draw, fan) => {
      const item = await drawItem(campaignId, draw);
      if (item === null) return 0;
      let renamed = 0;
      for (let attempt = 1; attempt <= item.latest; attempt += 1) renamed += Number(await renameEntrant(table, { attempt, campaignId, draw }, fan));
      const frozen = drawFrom(item);
      if (frozen !== null && fan.position !== null) renamed += await renameResult(table, frozen, { ...fan, position: fan.position });
      return renamed + (await book.renamePromoted(fan));
    },
  };
};

const noDraw = (campaignId: string, draw: number): never => {
  throw new RegError('NOT_FOUND', `There is no draw ${draw} of the campaign ${campaignId}.`);
};

const overtaken = ({ campaignId, draw }: FreezeAttempt): never => {
  throw new RegError('CONFLICT', `Another freeze of draw ${draw} of the campaign ${campaignId} took over: ask for the draw again.`);
};

/** Null where it is not frozen. */
const drawFrom = (item: DrawItem | null): StoredDraw | null => {
  if (item?.attempt === undefined) return null;
  const { campaignId, draw, attempt, rules = '', publicRandomness = null, drawn } = item;
  const { rulesHash = '', entrantsRoot = '', entrantsCount = 0, commitment = '', frozenAt = '' } = item;
  return {
    campaignId,
    draw,
    attempt,
    rules: unpackJson<string>(rules),
    rulesHash,
    entrantsRoot,
    entrantsCount,
    commitment,
    frozenAt,
    publicRandomness,
    drawn: drawn === undefined ? null : unpackJson<DrawnDraw>(drawn),
  };
};

import { formatWaitlist, parseWaitlist, type Result } from '../../domain/draw/serving.ts';
import { RegError } from '../../errors.ts';
import type { FanInDraw, ResultsQuery, StoredDraw, StoredResult } from '../../ports/draw-store.ts';
import { fansBehind } from './draw-entrants.ts';
import { queryOf } from './dynamodb-expressions.ts';
import type { ItemKey } from './dynamodb-item.ts';
import { changeItem, type DynamoDBTable, getItem, getItems, queryItems } from './dynamodb-requests.ts';
import { mapInFlight, REQUESTS_AT_ONCE } from './in-flight.ts';
import { packJson, unpackJson } from './packed-json.ts';

type Row = readonly [position: number, globalUserId: string, verdict: Result['verdict'], marketId: string | null, waitlist: string];

/** Results of neighbouring positions, compressed: a fifth of the write units that one item each would take, and a page is read by its number. */
interface PageItem extends ItemKey {
  /** Of rows. It never shrinks, as a position that is there stays. */
  readonly count: number;
  readonly rows: string;
}

/** Positions a page: 8 KB of it, and room for fans who wait in 200 markets. Each market has pages of its own as well: of its winners, and of who waits for it. */
const POSITIONS = 250;
const PAGES_READ_AT_ONCE = 64;

type DrawOf = Pick<StoredDraw, 'campaignId' | 'draw' | 'attempt' | 'entrantsCount'>;

const pageOf = (position: number): number => Math.floor((position - 1) / POSITIONS);
const nameOf = ({ campaignId, draw, attempt }: DrawOf): string => `RESULTS#${campaignId}/${draw}/${attempt}#`;
const numbered = (page: number): string => String(page).padStart(9, '0');
const pageKey = (draw: DrawOf, page: number): ItemKey => ({ PK: `${nameOf(draw)}${numbered(page)}`, SK: 'PAGE' });
const marketPartition = (draw: DrawOf, marketId: string, verdict: 'WINNER' | 'WAITLIST'): string => `${nameOf(draw)}${verdict}#${marketId}`;

/** Adds results, a page at a time and those of the markets last; what was there stays. Adding again what was added completes what a crash left undone. */
export const putResults = async (table: DynamoDBTable, draw: DrawOf, results: readonly Result[]): Promise<void> => {
  const fans = await fansBehind(
    table,
    draw,
    results.map(({ ref }) => ref),
  );
  const rows = results.map(({ position, verdict, marketId, waitlist }, index): Row => {
    const fan = fans[index];
    if (fan === null || fan === undefined)
      throw new RegError(
        'DRAW_INVALID',
        `The result at position ${position} of draw ${draw.draw} of the campaign ${draw.campaignId} is of nobody who takes part.`,
      );
    return [position, fan, verdict, marketId, formatWaitlist(waitlist)];
  });
  const pages = [...Map.groupBy(rows, ([position]) => pageOf(position))];
  const whole = await mapInFlight(
    pages,
    REQUESTS_AT_ONCE,
    async ([page, ofPage]) => [page, await mergePage(table, pageKey(draw, page), ofPage, draw)] as const,
  );
  const ofMarkets = whole.flatMap(([page, ofPage]) =>
    [...byMarket(draw, ofPage)].map(([partition, ofMarket]) => ({ key: { PK: partition, SK: numbered(page) }, rows: ofMarket })),
  );
  await mapInFlight(ofMarkets, REQUESTS_AT_ONCE, ({ key, rows: ofMarket }) =>
    changeItem(table, { key, ...replacing(ofMarket, draw), if: { where: 'attribute_not_exists(#PK) OR #count < :count', values: { count: ofMarket.length } } }),
  );
};

/** Calls the fan of one position by another name, in its page and in those of its markets; answers in how many the id was. */
export const renameResult = async (
  table: DynamoDBTable,
  draw: DrawOf,
  { position, globalUserId, name }: Pick<FanInDraw, 'globalUserId' | 'name'> & { readonly position: number },
): Promise<number> => {
  const page = pageOf(position);
  const whole = pageKey(draw, page);
  const row = rowsIn(await getItem<PageItem>(table, whole)).find(([at]) => at === position);
  if (row === undefined) return 0;
  const ofMarkets = [...byMarket(draw, [row]).keys()].map((partition): ItemKey => ({ PK: partition, SK: numbered(page) }));
  let renamed = 0;
  // Of markets first: as long as the whole page has the id, the rest can be found again.
  for (const key of [...ofMarkets, whole]) {
    const item = await getItem<PageItem>(table, key);
    const rows = rowsIn(item);
    if (item === null || !rows.some(([at, fan]) => at === position && fan === globalUserId)) continue;
    const changed = rows.map((one): Row => (one[0] === position ? [position, name, one[2], one[3], one[4]] : one));
    const outcome = await changeItem(table, { key, ...replacing(changed, draw), if: { where: '#rows = :known', values: { known: item.rows } } });
    if (!outcome.changed) throw new RegError('CONFLICT', `Others change the results of draw ${draw.draw} of the campaign ${draw.campaignId}. Try again.`);
    renamed += 1;
  }
  return renamed;
};

/** Winners of a market, or who waits for it; results of all, or of one verdict. */
export const readResults = async (table: DynamoDBTable, draw: DrawOf, query: ResultsQuery): Promise<readonly StoredResult[]> => {
  const { marketId, verdict, after, limit } = query;
  const rows =
    marketId === undefined
      ? await rowsOfPages(table, draw, query)
      : await rowsOfMarket(table, marketPartition(draw, marketId, verdict === 'WAITLIST' ? 'WAITLIST' : 'WINNER'), after, limit);
  return rows.slice(0, limit).map(resultFrom);
};

const rowsOfPages = async (table: DynamoDBTable, draw: DrawOf, { verdict, after, limit }: ResultsQuery): Promise<readonly Row[]> => {
  const found: Row[] = [];
  const end = pageOf(draw.entrantsCount) + 1;
  for (let page = pageOf(after + 1); page < end && found.length < limit; ) {
    const wanted = verdict === undefined ? Math.ceil((limit - found.length) / POSITIONS) + 1 : PAGES_READ_AT_ONCE;
    const keys = Array.from({ length: Math.min(wanted, end - page, PAGES_READ_AT_ONCE) }, (_, index) => pageKey(draw, page + index));
    for (const item of await getItems<PageItem>(table, keys))
      for (const row of rowsIn(item)) if (row[0] > after && (verdict === undefined || row[2] === verdict)) found.push(row);
    page += keys.length;
  }
  return found;
};

const rowsOfMarket = async (table: DynamoDBTable, partition: string, after: number, limit: number): Promise<readonly Row[]> => {
  const found: Row[] = [];
  let behind = numbered(pageOf(after + 1) - 1);
  for (let items = 16; found.length < limit; ) {
    const pages = await queryItems<PageItem>(table, queryOf({ where: '#PK = :market AND #SK > :behind', values: { market: partition, behind } }), items);
    for (const item of pages) for (const row of rowsIn(item)) if (row[0] > after) found.push(row);
    const last = pages.at(-1);
    if (last === undefined || pages.length < items) return found;
    behind = last.SK;
    // About as many as the rest of the answer needs.
    items = Math.ceil(((limit - found.length) * pages.length) / Math.max(found.length, 1)) + 1;
  }
  return found;
};

const TRIES = 5;

/** Puts a page with the rows that were there and those that were not; answers what it holds then. */
const mergePage = async (table: DynamoDBTable, key: ItemKey, rows: readonly Row[], draw: DrawOf): Promise<readonly Row[]> => {
  let there: readonly Row[] = [];
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const taken = new Set(there.map(([position]) => position));
    const added = rows.filter(([position]) => !taken.has(position));
    if (attempt > 1 && added.length === 0) return there;
    const merged = [...there, ...added].sort(([a], [b]) => a - b);
    const { changed, item } = await changeItem<PageItem>(table, {
      key,
      ...replacing(merged, draw),
      // Each change of a page adds to it, so that a page of the same length is the same.
      if: there.length === 0 ? { where: 'attribute_not_exists(#PK)' } : { where: '#count = :known', values: { known: there.length } },
    });
    if (changed) return merged;
    there = rowsIn(item);
  }
  throw new RegError('CONFLICT', `Others add results to draw ${draw.draw} of the campaign ${draw.campaignId}. Try again.`);
};

const replacing = (rows: readonly Row[], { campaignId, draw }: DrawOf) => ({
  set: { count: rows.length, rows: packJson(rows, `A page of ${POSITIONS} results of draw ${draw} of the campaign ${campaignId}`) },
});

const rowsIn = (item: PageItem | null): readonly Row[] => (item === null ? [] : unpackJson<readonly Row[]>(item.rows));

const byMarket = (draw: DrawOf, rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> => {
  const partitions = new Map<string, Row[]>();
  const add = (partition: string, row: Row): void => {
    const there = partitions.get(partition);
    if (there === undefined) partitions.set(partition, [row]);
    else there.push(row);
  };
  for (const row of rows) {
    const [, , , marketId, waitlist] = row;
    if (marketId !== null) add(marketPartition(draw, marketId, 'WINNER'), row);
    for (const place of parseWaitlist(waitlist)) add(marketPartition(draw, place.marketId, 'WAITLIST'), row);
  }
  return partitions;
};

const resultFrom = ([position, globalUserId, verdict, marketId, waitlist]: Row): StoredResult => ({
  position,
  globalUserId,
  verdict,
  marketId,
  waitlist: parseWaitlist(waitlist),
});

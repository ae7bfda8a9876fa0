import type { FanInDraw, FreezeAttempt, StoredEntrant } from '../../ports/draw-store.ts';
import { writeItems } from './batch-write.ts';
import { queryOf } from './dynamodb-expressions.ts';
import { type ItemKey, toItem } from './dynamodb-item.ts';
import { changeItem, type DynamoDBTable, getItems, queryItems } from './dynamodb-requests.ts';
import { mapInFlight, REQUESTS_AT_ONCE } from './in-flight.ts';

/** One item an entrant: a write unit, and found by its ref when the draw is made. */
interface EntrantItem extends ItemKey {
  readonly fan: string;
  readonly tier: number;
  readonly lots: number;
  readonly markets: string;
  readonly expiresAt: number;
}

/**
 * Entrants are spread by the first six bits of their refs, which are as good as random: 64 partitions take 64,000 writes
 * a second, and one partition after the other they are in the order of refs.
 */
const SHARD_BITS = 6;
const SHARDS = 2 ** SHARD_BITS;

/** Who took part is needed until the draw is made, and in the files for ever. What attempts that came to nothing left goes at the same time. */
const KEPT_SECONDS = 400 * 24 * 3600;

/** Half of an item's bytes are where it is and how long. */
const READ = ['SK', 'fan', 'tier', 'lots', 'markets'] as const;

const shardPrefix = ({ campaignId, draw, attempt }: FreezeAttempt): string => `ENTRANTS#${campaignId}/${draw}/${attempt}#`;
const shardKey = (attempt: FreezeAttempt, shard: number): string => `${shardPrefix(attempt)}${String(shard).padStart(2, '0')}`;
const shardOfByte = (byte: number): number => byte >> (8 - SHARD_BITS);
const hexOf = (ref: Uint8Array): string => Buffer.from(ref).toString('hex');

export const putEntrants = (table: DynamoDBTable, attempt: FreezeAttempt, entrants: readonly StoredEntrant[]): Promise<void> => {
  const expiresAt = Math.floor(table.clock.now() / 1000) + KEPT_SECONDS;
  const requests = entrants.map(({ ref, globalUserId, tier, lots, markets }) => {
    const item: EntrantItem = { PK: shardKey(attempt, shardOfByte(ref[0] ?? 0)), SK: hexOf(ref), fan: globalUserId, tier, lots, markets, expiresAt };
    return { PutRequest: { Item: toItem(item) } };
  });
  return writeItems(table.client, table.tableName, requests, table);
};

/** In the order of refs. A large draw fills a page from one partition; a small one has few in each, so that more and more are asked together. */
export const readEntrants = async (
  table: DynamoDBTable,
  attempt: FreezeAttempt,
  after: Uint8Array | null,
  limit: number,
): Promise<readonly StoredEntrant[]> => {
  const found: StoredEntrant[] = [];
  let shard = shardOfByte(after?.[0] ?? 0);
  for (let together = 1; shard < SHARDS && found.length < limit; together = Math.min(2 * together, REQUESTS_AT_ONCE)) {
    const shards = Array.from({ length: Math.min(together, SHARDS - shard) }, (_, index) => shard + index);
    const pages = await mapInFlight(shards, REQUESTS_AT_ONCE, (one) =>
      queryItems<EntrantItem>(
        table,
        queryOf(
          { where: '#PK = :shard AND #SK > :after', values: { shard: shardKey(attempt, one), after: after === null ? ' ' : hexOf(after) } },
          undefined,
          READ,
        ),
        limit - found.length,
      ),
    );
    for (const item of pages.flat()) found.push(entrantFrom(item));
    shard += shards.length;
  }
  return found.slice(0, limit);
};

/** The fans behind refs, in hex, in their order; null for one who is no entrant. */
export const fansBehind = async (table: DynamoDBTable, attempt: FreezeAttempt, refs: readonly string[]): Promise<readonly (string | null)[]> => {
  const items = await getItems<EntrantItem>(
    table,
    refs.map((ref) => ({ PK: shardKey(attempt, shardOfByte(Number.parseInt(ref.slice(0, 2), 16))), SK: ref })),
  );
  return items.map((item) => item?.fan ?? null);
};

/** Calls a fan by another name in one attempt; answers whether the id was there. */
export const renameEntrant = async (
  table: DynamoDBTable,
  attempt: FreezeAttempt,
  { ref, globalUserId, name }: Pick<FanInDraw, 'ref' | 'globalUserId' | 'name'>,
): Promise<boolean> => {
  const key = { PK: shardKey(attempt, shardOfByte(ref[0] ?? 0)), SK: hexOf(ref) };
  return (await changeItem(table, { key, set: { fan: name }, if: { where: '#fan = :fan', values: { fan: globalUserId } } })).changed;
};

const entrantFrom = ({ SK, fan, tier, lots, markets }: EntrantItem): StoredEntrant => ({
  ref: new Uint8Array(Buffer.from(SK, 'hex')),
  globalUserId: fan,
  tier,
  lots,
  markets,
});

import { chunks } from '../../domain/chunks.ts';
import { type CodeItem, codeKey, freeAt } from './dynamodb-code-items.ts';
import { type Condition, conditionOf, queryOf, updateOf } from './dynamodb-expressions.ts';
import { type ItemKey, toItem } from './dynamodb-item.ts';
import { ACTIONS_A_TRANSACTION, type DynamoDBTable, getItems, queryItems, transact } from './dynamodb-requests.ts';

/** One reservation: the key that a market knows it by. */
export interface ReservationName {
  readonly marketId: string;
  readonly idempotencyKey: string;
}

export const reservationKey = ({ marketId, idempotencyKey }: ReservationName): ItemKey => ({
  PK: `RESERVATION#${marketId}#${idempotencyKey}`,
  SK: 'RESERVATION',
});

/** Places of a chunk: their codes and the chunk's own item change in one transaction. What is stored depends on it. */
const PLACES_A_CHUNK = ACTIONS_A_TRANSACTION - 1;

/** The numbers of the codes in some of a reservation's places. A code is in a place if its own item says so too. */
interface ChunkItem extends ItemKey {
  readonly version: number;
  readonly numbers: readonly number[];
}

/** Some of a reservation's places, and the codes that were found in them. */
export interface Chunk {
  readonly key: ItemKey;
  /** As it was read; 0: there is no item yet. A write expects it, so that of two calls with one key one sees the other. */
  readonly version: number;
  /** From 1. */
  readonly firstPlace: number;
  readonly codes: readonly (CodeItem | null)[];
}

/** The chunks of a reservation of `count` codes, as they are stored. */
export const readChunks = async (table: DynamoDBTable, name: ReservationName, count: number): Promise<readonly Chunk[]> => {
  const { PK } = reservationKey(name);
  const stored = await queryItems<ChunkItem>(table, queryOf({ where: 'PK = :pk AND begins_with(SK, :chunk)', values: { pk: PK, chunk: 'CHUNK#' } }));
  const known = new Map(stored.map((chunk) => [chunk.SK, chunk]));
  const codes = await getItems<CodeItem>(
    table,
    stored.flatMap(({ numbers }) => numbers.map((number) => codeKey(name.marketId, number))),
  );
  const byNumber = new Map(codes.flatMap((code) => (code === null ? [] : [[code.number, code] as const])));
  const places = Array.from({ length: count }, (_, index) => index + 1);
  return chunks(places, PLACES_A_CHUNK).map((ofChunk, index) => {
    const key = { PK, SK: `CHUNK#${String(index).padStart(4, '0')}` };
    const chunk = known.get(key.SK);
    const inPlace = ofChunk.map((place, at) => {
      const code = byNumber.get(chunk?.numbers[at] ?? -1);
      return code?.reservedBy === name.idempotencyKey && code.place === place ? code : null;
    });
    return { key, version: chunk?.version ?? 0, firstPlace: ofChunk[0] ?? 1, codes: inPlace };
  });
};

export interface Renewal extends ReservationName {
  readonly now: number;
  readonly reservedUntil: number;
}

const expecting = (version: number) => ({
  where: version === 0 ? 'attribute_not_exists(PK)' : '#version = :version',
  ...(version === 0 ? {} : { values: { version } }),
});

/** That a code is still in its place. */
const stillIn = (place: number, idempotencyKey: string): Condition => ({
  where: '#state = :reserved AND #reservedBy = :by AND #place = :place',
  values: { reserved: 'RESERVED', by: idempotencyKey, place },
});

/**
 * Fills the empty places of a chunk with `free` codes, of which there are as many, and begins the time of those that are
 * reserved anew, in one transaction. Answers the chunk's codes in order; null where a code or the chunk is not any more
 * what was read.
 */
export const writeChunk = async (table: DynamoDBTable, chunk: Chunk, free: readonly CodeItem[], renewal: Renewal): Promise<readonly CodeItem[] | null> => {
  const { idempotencyKey, marketId, now, reservedUntil } = renewal;
  const { tableName } = table;
  const supply = free.values();
  const placed = chunk.codes.map((held, index) => ({ place: chunk.firstPlace + index, held, code: held ?? supply.next().value }));
  const codes = placed.flatMap(({ code }) => code ?? []);
  const updates = placed.flatMap(({ place, held, code }) => {
    if (code === undefined || (held !== null && held.state !== 'RESERVED')) return [];
    const set = { state: 'RESERVED', reservedBy: idempotencyKey, place, reservedUntil, changedAt: now };
    const condition = held === null ? freeAt(now) : stillIn(place, idempotencyKey);
    return [{ Update: updateOf(tableName, { key: codeKey(marketId, code.number), set, if: condition }) }];
  });
  const item = { ...chunk.key, version: chunk.version + 1, numbers: codes.map(({ number }) => number) };
  const put = { TableName: tableName, Item: toItem(item), ...conditionOf(expecting(chunk.version)) };
  return (await transact(table, [{ Put: put }, ...updates])).length === 0 ? codes : null;
};

/** Gives back the codes of a chunk that are reserved, unless it is not any more what was read. */
export const releaseChunk = async (table: DynamoDBTable, chunk: Chunk, { idempotencyKey, marketId, now }: Renewal): Promise<void> => {
  if (chunk.version === 0) return;
  const { tableName } = table;
  const remove = { Delete: { TableName: tableName, Key: toItem(chunk.key), ...conditionOf(expecting(chunk.version)) } };
  const updates = chunk.codes.flatMap((held, index) => {
    if (held?.state !== 'RESERVED') return [];
    const condition = stillIn(chunk.firstPlace + index, idempotencyKey);
    const set = { state: 'AVAILABLE', changedAt: now };
    return [{ Update: updateOf(tableName, { key: codeKey(marketId, held.number), set, remove: ['reservedBy', 'place', 'reservedUntil'], if: condition }) }];
  });
  await transact(table, [remove, ...updates]);
};

import { RESERVATION_MS } from '../../domain/access-code.ts';
import { RegError } from '../../errors.ts';
import type { ReservationOutcome, ReservationRequest } from '../../ports/code-store.ts';
import { createMarketTurns, type MarketTurn } from '../codes/market-turn.ts';
import { sealedOf } from '../codes/stored-code.ts';
import { type CodeItem, codesBetween, endOfNumbers, freeAt } from './dynamodb-code-items.ts';
import type { ItemKey } from './dynamodb-item.ts';
import { createDynamoDBTurns } from './dynamodb-market-turn.ts';
import { changeItem, type DynamoDBTable, getItem, removeItem } from './dynamodb-requests.ts';
import { type Chunk, readChunks, releaseChunk, reservationKey, writeChunk } from './dynamodb-reservation-chunks.ts';
import { mapInFlight } from './in-flight.ts';

/** PENDING from the first claim until all places were filled once; then COMPLETE for good. */
interface ReservationItem extends ItemKey {
  readonly reservationId: string;
  readonly count: number;
  readonly status: 'PENDING' | 'COMPLETE';
}

/** Chunks that are written together, between two looks at the turn. */
const CHUNKS_AT_ONCE = 4;
/** How often codes that others took meanwhile are replaced. */
const ROUNDS = 5;
const FIRST_WINDOW = 256;
const LARGEST_WINDOW = 16_384;

/**
 * `CodeStore.reserve` in steps that each leave the table true: every chunk of places is one transaction, under the
 * condition that its codes are free and the chunk is as it was read. A call that was cut off leaves its reservation
 * PENDING: the next with its key goes on, and if none comes its codes run out like those of any other.
 */
export const createReservations = (table: DynamoDBTable) => {
  const inTurn = createMarketTurns(createDynamoDBTurns(table), table);

  return (request: ReservationRequest): Promise<ReservationOutcome> =>
    inTurn(request.marketId, async (turn) => {
      const { marketId, count } = request;
      const known = await getItem<ReservationItem>(table, reservationKey(request));
      if (known !== null && known.count !== count) {
        throw new RegError(
          'STATE_INVALID',
          `The idempotency key stands for a reservation of ${known.count} codes of ${marketId}, not ${count}. Use another key.`,
        );
      }
      return fillAll(table, request, known, turn);
    });
};

const fillAll = async (table: DynamoDBTable, request: ReservationRequest, known: ReservationItem | null, turn: MarketTurn<number>) => {
  const { marketId, count, now } = request;
  const reservation: Omit<ReservationItem, keyof ItemKey> = known ?? { reservationId: request.reservationId, count, status: 'PENDING' };
  const renewal = { ...request, reservedUntil: now + RESERVATION_MS };
  const filled = new Map<string, readonly CodeItem[]>();
  let freshFrom = turn.note;
  let begun = known !== null;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const chunks = await readChunks(table, request, count);
    const left = chunks.filter(({ key }) => !filled.has(key.SK));
    const empty = left.reduce((sum, { codes }) => sum + emptyPlaces(codes), 0);
    const own = new Set(chunks.flatMap(({ codes }) => codes.flatMap((code) => code?.number ?? [])));
    const free = await findFree(table, marketId, { count: empty, freshFrom: turn.note, now, own });
    await turn.confirm();
    if (free.length < empty) {
      if (reservation.status === 'PENDING' && begun) await giveUp(table, chunks, renewal);
      return { result: { outcome: 'short' as const, shortfall: empty - free.length }, note: turn.note };
    }
    if (!begun) await changeItem(table, { key: reservationKey(request), set: { ...reservation, campaignId: request.campaignId }, if: sameCount(count) });
    begun = true;
    for (const { written, codes, chunk } of await writeAll(table, left, free, renewal, turn)) if (written) filled.set(chunk.key.SK, codes);
    for (const code of free) if (code.reservedBy === undefined) freshFrom = Math.max(freshFrom, code.number + 1);
    if (filled.size === chunks.length)
      return { result: await complete(table, renewal, reservation, inOrder(chunks, filled)), note: Math.max(turn.note, freshFrom) };
  }
  throw new RegError('CONFLICT', `Codes of ${marketId} are being changed while they are reserved. Try again.`);
};

const sameCount = (count: number) => ({ where: 'attribute_not_exists(#count) OR #count = :count', values: { count } });
const emptyPlaces = (codes: Chunk['codes']): number => codes.filter((code) => code === null).length;
const inOrder = (chunks: readonly Chunk[], filled: ReadonlyMap<string, readonly CodeItem[]>) => chunks.flatMap(({ key }) => filled.get(key.SK) ?? []);

/** Writes the chunks, the free codes to the empty places in order. */
const writeAll = async (
  table: DynamoDBTable,
  chunks: readonly Chunk[],
  free: readonly CodeItem[],
  renewal: Parameters<typeof writeChunk>[3],
  turn: MarketTurn<number>,
) => {
  let next = 0;
  const supplied = chunks.map((chunk) => {
    const from = next;
    next += emptyPlaces(chunk.codes);
    return { chunk, supply: free.slice(from, next) };
  });
  return mapInFlight(supplied, CHUNKS_AT_ONCE, async ({ chunk, supply }) => {
    await turn.confirm();
    const codes = await writeChunk(table, chunk, supply, renewal);
    return { chunk, written: codes !== null, codes: codes ?? [] };
  });
};

const complete = async (
  table: DynamoDBTable,
  request: ReservationRequest & { readonly reservedUntil: number },
  { reservationId, count }: Pick<ReservationItem, 'reservationId' | 'count'>,
  codes: readonly CodeItem[],
): Promise<ReservationOutcome> => {
  const { campaignId, reservedUntil: expiresAt } = request;
  const set = { reservationId, campaignId, count, status: 'COMPLETE', expiresAt };
  const { changed } = await changeItem(table, { key: reservationKey(request), set, if: sameCount(count) });
  if (!changed) throw new RegError('CONFLICT', 'The same idempotency key is being used for another number of codes. Try again.');
  return { outcome: 'reserved', reservationId, codes: codes.map(sealedOf), expiresAt };
};

/** Undoes a reservation that never came to be. What cannot be given back now runs out by itself. */
const giveUp = async (table: DynamoDBTable, chunks: readonly Chunk[], renewal: Parameters<typeof releaseChunk>[2]): Promise<void> => {
  await mapInFlight(chunks, CHUNKS_AT_ONCE, (chunk) => releaseChunk(table, chunk, renewal));
  await removeItem(table, reservationKey(renewal), { where: '#status = :pending', values: { pending: 'PENDING' } });
};

/**
 * `count` free codes in the order in which they are handed out, or all there are: those that no reservation ever had come
 * first, as one that ran out may still be under way to a fan.
 */
const findFree = async (
  table: DynamoDBTable,
  marketId: string,
  { count, freshFrom, now, own }: { readonly count: number; readonly freshFrom: number; readonly now: number; readonly own: ReadonlySet<number> },
): Promise<readonly CodeItem[]> => {
  if (count === 0) return [];
  const fresh: CodeItem[] = [];
  const givenBack: CodeItem[] = [];
  const search = async (start: number, end: number): Promise<void> => {
    let window = Math.min(LARGEST_WINDOW, Math.max(FIRST_WINDOW, 2 * count));
    for (let from = start; from < end && fresh.length < count; from += window, window = Math.min(LARGEST_WINDOW, 2 * window)) {
      for (const code of await codesBetween(table, marketId, { from, to: Math.min(end, from + window), filter: freeAt(now) })) {
        if (code.reservedBy === undefined) fresh.push(code);
        else if (!own.has(code.number)) givenBack.push(code);
      }
    }
  };
  await search(freshFrom, await endOfNumbers(table, marketId));
  await search(0, freshFrom);
  const byNumber = (a: CodeItem, b: CodeItem): number => a.number - b.number;
  return [...fresh.sort(byNumber), ...givenBack.sort(byNumber)].slice(0, count);
};

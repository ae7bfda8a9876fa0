import { RESERVATION_MS } from '../../domain/access-code.ts';
import { chunks } from '../../domain/chunks.ts';
import { RegError } from '../../errors.ts';
import type { ReservationOutcome, ReservationRequest } from '../../ports/code-store.ts';
import { createMarketTurns, type MarketTurn } from '../codes/market-turn.ts';
import { sealedOf } from '../codes/stored-code.ts';
import { CODES_TOGETHER, type CodeChange, type CodeDocument, changeCodes } from './mongo-codes.ts';
import type { MongoConnection } from './mongo-connection.ts';
import { createMongoTurns } from './mongo-market-turn.ts';
import {
  beginReservation,
  completeReservation,
  findFree,
  findOwn,
  findReservation,
  giveBack,
  giveUpReservation,
  type Reservation,
} from './mongo-reservations.ts';
import type { MongoStoreOptions } from './mongo-turns.ts';

/** How often codes that others took meanwhile are replaced. */
const ROUNDS = 5;

/**
 * `CodeStore.reserve` in steps that each leave the codes true: every code is taken if it is as it was read, and no place
 * of a reservation is filled twice. A call that was cut off leaves its reservation PENDING: the next with its key goes on,
 * and if none comes its codes run out like those of any other.
 */
export const createReservations = ({ mongo, clock, random }: MongoStoreOptions) => {
  const inTurn = createMarketTurns(createMongoTurns(mongo), { clock, random });

  return (request: ReservationRequest): Promise<ReservationOutcome> =>
    inTurn(request.marketId, async (turn) => {
      const found = await findReservation(mongo, request);
      if (found !== null && found.count !== request.count) throw otherCount(request, found);
      if (found?.status === 'GIVING_BACK') await giveBack(mongo, request, found);
      const known = found?.status === 'GIVING_BACK' ? null : found;
      return { result: await fillAll(mongo, request, { known, attempt: random.id(), turn }), note: null };
    });
};

const otherCount = ({ marketId, count }: ReservationRequest, known: Reservation): RegError =>
  new RegError('STATE_INVALID', `The idempotency key stands for a reservation of ${known.count} codes of ${marketId}, not ${count}. Use another key.`);

interface Filling {
  readonly known: Reservation | null;
  /** For a reservation that is not known yet. */
  readonly attempt: string;
  readonly turn: MarketTurn<null>;
}

const fillAll = async (mongo: MongoConnection, request: ReservationRequest, { known, attempt, turn }: Filling): Promise<ReservationOutcome> => {
  const { marketId, count, now } = request;
  const expiresAt = now + RESERVATION_MS;
  let reservation = known;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const own = reservation === null ? [] : await findOwn(mongo, marketId, reservation.attempt);
    const filled = new Map(own.map((code) => [code.place, code]));
    const places = Array.from({ length: count }, (_, index) => index + 1);
    const empty = places.filter((place) => !filled.has(place));
    const free = await findFree(mongo, marketId, { count: empty.length, now, except: reservation?.attempt ?? attempt });
    await turn.confirm();
    if (free.length < empty.length) {
      if (reservation?.status === 'PENDING') await giveUpReservation(mongo, request, reservation);
      return { outcome: 'short', shortfall: empty.length - free.length };
    }
    reservation ??= await beginReservation(mongo, request, attempt);
    const { attempt: reservedBy, reservationId } = reservation;
    if (reservation.count !== count) throw otherCount(request, reservation);
    // Another call with this key began it meanwhile, and may have codes already.
    if (known === null && reservedBy !== attempt && round === 1) continue;
    const supply = free.values();
    const codes = places.map((place) => filled.get(place) ?? supply.next().value);
    const set = { state: 'RESERVED', reservedBy, reservedUntil: expiresAt, changedAt: now } as const;
    const changes = codes.flatMap((code, index) => (code === undefined ? [] : takeOrRenew(code, { ...set, place: index + 1 })));
    if (!(await changeAll(mongo, changes, turn))) continue;
    await completeReservation(mongo, request, { attempt: reservedBy, expiresAt });
    return { outcome: 'reserved', reservationId, codes: codes.flatMap((code) => (code === undefined ? [] : [sealedCodeOf(code)])), expiresAt };
  }
  throw new RegError('CONFLICT', `Codes of ${marketId} are being changed while they are reserved. Try again.`);
};

const sealedCodeOf = ({ _id, sealed }: CodeDocument) => sealedOf({ lookup: _id, sealed });

/** Nothing where the code was assigned from its place: there it stays. */
const takeOrRenew = (code: CodeDocument, set: CodeChange['set'] & { readonly reservedBy: string; readonly place: number }): readonly CodeChange[] => {
  const { _id, state, reservedBy, reservedUntil, place } = code;
  if (reservedBy !== set.reservedBy) return [{ _id, if: { state, reservedBy, reservedUntil, place }, set }];
  return state === 'RESERVED' ? [{ _id, if: { state, reservedBy, place }, set }] : [];
};

/** Whether all were as they had been read. Looks at the turn between any two commands. */
const changeAll = async (mongo: MongoConnection, changes: readonly CodeChange[], turn: MarketTurn<null>): Promise<boolean> => {
  let isWhole = true;
  for (const some of chunks(changes, CODES_TOGETHER)) {
    await turn.confirm();
    isWhole = (await changeCodes(mongo, some)) && isWhole;
  }
  return isWhole;
};

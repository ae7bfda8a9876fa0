import { chunks } from '../../domain/chunks.ts';
import { RegError } from '../../errors.ts';
import type { ReservationRequest } from '../../ports/code-store.ts';
import { CODES_TOGETHER, type CodeChange, type CodeDocument, changeCodes, unreserved } from './mongo-codes.ts';
import { CALL_LIMITS, type MongoConnection, ONE_ANSWER } from './mongo-connection.ts';
import { number, text } from './mongo-values.ts';

/**
 * What a market knows by a key. PENDING from the first claim until all places were filled once; then COMPLETE for good.
 * One that cannot be filled is GIVING_BACK what it has, then gone. `attempt` is what its codes name: one that begins after
 * another was given back has another, so that a late call of the one touches nothing of the other.
 */
export interface Reservation {
  readonly attempt: string;
  readonly reservationId: string;
  readonly count: number;
  readonly status: 'PENDING' | 'COMPLETE' | 'GIVING_BACK';
}

interface ReservationDocument extends Reservation {
  readonly _id: string;
  readonly campaignId: string;
  readonly expiresAt?: number;
}

const reservationKey = ({ marketId, idempotencyKey }: ReservationRequest): string => `${text(marketId)}#${idempotencyKey}`;

export const findReservation = (mongo: MongoConnection, request: ReservationRequest): Promise<Reservation | null> =>
  mongo.run('codeReservations.findOne', (database) =>
    database.collection<ReservationDocument>('codeReservations').findOne({ _id: reservationKey(request) }, CALL_LIMITS),
  );

/** Answers the one that is there by now, this call's or another's. */
export const beginReservation = async (mongo: MongoConnection, request: ReservationRequest, attempt: string): Promise<Reservation> => {
  const { campaignId, reservationId, count } = request;
  const begun: Omit<ReservationDocument, '_id'> = { attempt, reservationId, count, status: 'PENDING', campaignId };
  const found = await mongo.run('codeReservations.findOneAndUpdate', (database) =>
    database
      .collection<ReservationDocument>('codeReservations')
      .findOneAndUpdate({ _id: reservationKey(request) }, { $setOnInsert: begun }, { upsert: true, returnDocument: 'after', ...CALL_LIMITS }),
  );
  return found ?? begun;
};

export const completeReservation = async (
  mongo: MongoConnection,
  request: ReservationRequest,
  { attempt, expiresAt }: { readonly attempt: string; readonly expiresAt: number },
): Promise<void> => {
  const { matchedCount } = await mongo.run('codeReservations.updateOne', (database) =>
    database
      .collection<ReservationDocument>('codeReservations')
      .updateOne({ _id: reservationKey(request), attempt, status: { $in: ['PENDING', 'COMPLETE'] } }, { $set: { status: 'COMPLETE', expiresAt } }, CALL_LIMITS),
  );
  if (matchedCount === 0) throw takenOver();
};

const takenOver = (): RegError => new RegError('CONFLICT', 'Another call with the same idempotency key went on with the reservation. Try again.');

/** Undoes a reservation that never came to be, unless another call made it come to be. */
export const giveUpReservation = async (mongo: MongoConnection, request: ReservationRequest, reservation: Reservation): Promise<void> => {
  const { matchedCount } = await mongo.run('codeReservations.updateOne', (database) =>
    database
      .collection<ReservationDocument>('codeReservations')
      .updateOne({ _id: reservationKey(request), attempt: reservation.attempt, status: 'PENDING' }, { $set: { status: 'GIVING_BACK' } }, CALL_LIMITS),
  );
  if (matchedCount === 0) throw takenOver();
  await giveBack(mongo, request, reservation);
};

/** Gives back the codes of a reservation that is GIVING_BACK. What cannot be given back now runs out by itself. */
export const giveBack = async (mongo: MongoConnection, request: ReservationRequest, { attempt }: Reservation): Promise<void> => {
  const { marketId, now } = request;
  const own = (await findOwn(mongo, marketId, attempt)).filter(({ state }) => state === 'RESERVED');
  const changes = own.map(
    (code): CodeChange => ({
      _id: code._id,
      if: { state: 'RESERVED', reservedBy: attempt },
      set: { state: 'AVAILABLE', ...unreserved(code.number), changedAt: now },
    }),
  );
  for (const some of chunks(changes, CODES_TOGETHER)) await changeCodes(mongo, some);
  await mongo.run('codeReservations.deleteOne', (database) =>
    database.collection<ReservationDocument>('codeReservations').deleteOne({ _id: reservationKey(request), attempt, status: 'GIVING_BACK' }, CALL_LIMITS),
  );
};

/** The codes that a reservation has in its places, also those that ran out or are assigned. */
export const findOwn = (mongo: MongoConnection, marketId: string, attempt: string): Promise<readonly CodeDocument[]> =>
  mongo.run('codes.find', (database) =>
    database
      .collection<CodeDocument>('codes')
      .find({ marketId: text(marketId), reservedBy: attempt }, ONE_ANSWER)
      .toArray(),
  );

/**
 * `count` free codes in the order in which they are handed out, or all there are: those that no reservation ever had come
 * first, as one that ran out may still be under way to a fan.
 */
export const findFree = async (
  mongo: MongoConnection,
  marketId: string,
  { count, now, except }: { readonly count: number; readonly now: number; readonly except: string },
): Promise<readonly CodeDocument[]> => {
  const find = (filter: object, limit: number): Promise<readonly CodeDocument[]> =>
    limit === 0
      ? Promise.resolve([])
      : mongo.run('codes.find', (database) =>
          database
            .collection<CodeDocument>('codes')
            .find({ marketId: text(marketId), ...filter }, { sort: { number: 1 }, limit, ...ONE_ANSWER })
            .toArray(),
        );
  const fresh = await find({ state: 'AVAILABLE', reservedUntil: 0 }, count);
  const ranOut = await find({ state: 'RESERVED', reservedUntil: { $lte: number(now) }, reservedBy: { $ne: except } }, count - fresh.length);
  return [...fresh, ...ranOut];
};

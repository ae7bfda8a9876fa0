import { chunks } from '../../domain/chunks.ts';
import type { FanInDraw, FreezeAttempt, StoredEntrant } from '../../ports/draw-store.ts';
import { CALL_LIMITS, type MongoConnection } from './mongo-connection.ts';
import { text } from './mongo-values.ts';
import { insertNew, type Named } from './mongo-writes.ts';

/** One document an entrant, in the order of its attempt's refs by its id. */
interface EntrantDocument extends Named {
  readonly fan: string;
  readonly tier: number;
  readonly lots: number;
  readonly markets: string;
}

const READ_TOGETHER = 1_000;
const DROPPED_TOGETHER = 5_000;

const hexOf = (ref: Uint8Array): string => Buffer.from(ref).toString('hex');
const idOf = ({ campaignId, draw, attempt }: FreezeAttempt, hex: string): string => `${campaignId}/${draw}/${attempt}/${hex}`;
/** All refs of an attempt that are behind one: `g` follows on the last digit of a ref. */
const behind = (attempt: FreezeAttempt, hex: string) => ({ $gt: idOf(attempt, hex), $lt: idOf(attempt, 'g') });

export const putEntrants = async (mongo: MongoConnection, attempt: FreezeAttempt, entrants: readonly StoredEntrant[]): Promise<void> => {
  await insertNew<EntrantDocument>(
    mongo,
    'drawEntrants',
    entrants.map(({ ref, globalUserId, tier, lots, markets }) => ({ _id: idOf(attempt, hexOf(ref)), fan: globalUserId, tier, lots, markets })),
  );
};

/** In the order of refs, those behind `after`. */
export const readEntrants = async (
  mongo: MongoConnection,
  attempt: FreezeAttempt,
  after: Uint8Array | null,
  limit: number,
): Promise<readonly StoredEntrant[]> => {
  const filter = { _id: behind(attempt, after === null ? '' : hexOf(after)) };
  const found = await mongo.run('drawEntrants.find', (database) =>
    database
      .collection<EntrantDocument>('drawEntrants')
      .find(filter, { sort: { _id: 1 }, limit, batchSize: limit + 1, ...CALL_LIMITS })
      .toArray(),
  );
  return found.map(({ _id, fan, tier, lots, markets }) => ({
    ref: new Uint8Array(Buffer.from(_id.slice(_id.lastIndexOf('/') + 1), 'hex')),
    globalUserId: fan,
    tier,
    lots,
    markets,
  }));
};

/** The fans behind refs, in hex. */
export const fansBehind = async (mongo: MongoConnection, attempt: FreezeAttempt, refs: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const fans = new Map<string, string>();
  for (const some of chunks(refs, READ_TOGETHER)) {
    const found = await mongo.run('drawEntrants.find', (database) =>
      database
        .collection<EntrantDocument>('drawEntrants')
        .find({ _id: { $in: some.map((ref) => idOf(attempt, ref)) } }, { projection: { fan: 1 }, batchSize: READ_TOGETHER + 1, ...CALL_LIMITS })
        .toArray(),
    );
    for (const { _id, fan } of found) fans.set(_id.slice(_id.lastIndexOf('/') + 1), fan);
  }
  return fans;
};

/** Calls a fan by another name in attempts at one draw; answers in how many the id was. */
export const renameEntrant = async (
  mongo: MongoConnection,
  attempts: readonly FreezeAttempt[],
  { ref, globalUserId, name }: Pick<FanInDraw, 'ref' | 'globalUserId' | 'name'>,
): Promise<number> => {
  const ids = attempts.map((attempt) => idOf(attempt, hexOf(ref)));
  const { modifiedCount } = await mongo.run('drawEntrants.updateMany', (database) =>
    database.collection<EntrantDocument>('drawEntrants').updateMany({ _id: { $in: ids }, fan: text(globalUserId) }, { $set: { fan: name } }, CALL_LIMITS),
  );
  return modifiedCount;
};

/** Removes what an attempt collected; by and by, as one removal of all would take longer than a call may. */
export const dropEntrants = async (mongo: MongoConnection, attempt: FreezeAttempt): Promise<void> => {
  for (;;) {
    const found = await mongo.run('drawEntrants.find', (database) =>
      database
        .collection<EntrantDocument>('drawEntrants')
        .find({ _id: behind(attempt, '') }, { projection: { _id: 1 }, limit: DROPPED_TOGETHER, ...CALL_LIMITS })
        .toArray(),
    );
    if (found.length === 0) return;
    await mongo.run('drawEntrants.deleteMany', (database) =>
      database.collection<EntrantDocument>('drawEntrants').deleteMany({ _id: { $in: found.map(({ _id }) => _id) } }, CALL_LIMITS),
    );
  }
};

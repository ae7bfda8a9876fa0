import { type AnyBulkWriteOperation, MongoBulkWriteError, type OptionalUnlessRequiredId } from 'mongodb';
import { chunks } from '../../domain/chunks.ts';
import { CALL_LIMITS, DUPLICATE_KEY, isDuplicate, type MongoConnection } from './mongo-connection.ts';

/** A document whose id is a text of ours. */
export interface Named {
  readonly _id: string;
}

const TOGETHER = 1_000;

/** Inserts documents in any order. Answers the ids of those that were there already, which stay as they are. */
export const insertNew = async <Document extends Named>(
  mongo: MongoConnection,
  collection: string,
  documents: readonly OptionalUnlessRequiredId<Document>[],
): Promise<readonly string[]> => {
  const known: string[] = [];
  for (const some of chunks(documents, TOGETHER)) {
    const refused = await mongo.run(`${collection}.insertMany`, (database) =>
      database
        .collection<Document>(collection)
        .insertMany([...some], { ordered: false, ...CALL_LIMITS })
        .then(() => [], duplicates),
    );
    known.push(...refused.flatMap((index) => some[index]?._id ?? []));
  }
  return known;
};

/** Inserts one document; `false`, and nothing changes, where its id or a unique value of it is there already. */
export const insertFirst = <Document extends Named>(
  mongo: MongoConnection,
  collection: string,
  document: OptionalUnlessRequiredId<Document>,
): Promise<boolean> =>
  mongo.run(`${collection}.insertOne`, async (database) => {
    try {
      await database.collection<Document>(collection).insertOne(document, CALL_LIMITS);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  });

/** Writes in any order, each by itself. Answers the places of those that would have made a document that is there already. */
export const writeInAnyOrder = async <Document extends Named>(
  mongo: MongoConnection,
  collection: string,
  writes: readonly AnyBulkWriteOperation<Document>[],
): Promise<readonly number[]> => {
  const refused: number[] = [];
  let start = 0;
  for (const some of chunks(writes, TOGETHER)) {
    const places = await mongo.run(`${collection}.bulkWrite`, (database) =>
      database
        .collection<Document>(collection)
        .bulkWrite([...some], { ordered: false, ...CALL_LIMITS })
        .then(() => [], duplicates),
    );
    for (const place of places) refused.push(start + place);
    start += some.length;
  }
  return refused;
};

/** The places of what was there already; throws what went wrong besides. */
const duplicates = (error: unknown): readonly number[] => {
  if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined) throw error;
  const refused = error.result.getWriteErrors();
  if (refused.length === 0 || !refused.every(({ code }) => code === DUPLICATE_KEY)) throw error;
  return refused.map(({ index }) => index);
};

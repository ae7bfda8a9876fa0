import { CALL_LIMITS, type MongoConnection } from './mongo-connection.ts';

/** An index beyond the one on `_id`; its name is made from its fields. */
export interface MongoIndex {
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique?: true;
}

/** Every collection, with the indexes that its queries need. */
export const mongoIndexes = {} as const satisfies Readonly<Record<string, readonly MongoIndex[]>>;

/** Makes the indexes that are not there yet; needs a user that may write. */
export const makeMongoIndexes = async (mongo: MongoConnection): Promise<void> => {
  const collections: readonly (readonly [string, readonly MongoIndex[]])[] = Object.entries(mongoIndexes);
  for (const [collection, indexes] of collections) {
    if (indexes.length === 0) continue;
    await mongo.run(`${collection}.createIndexes`, (database) =>
      database.collection(collection).createIndexes(
        indexes.map(({ key, unique }) => ({ key: { ...key }, ...(unique === undefined ? {} : { unique }) })),
        CALL_LIMITS,
      ),
    );
  }
};

import { CALL_LIMITS, type MongoConnection } from './mongo-connection.ts';

/** An index beyond the one on `_id`; its name is made from its fields. */
export interface MongoIndex {
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique?: true;
  /** Leaves out documents without the field. */
  readonly sparse?: true;
}

/** Every collection, with the indexes that its queries need. */
export const mongoIndexes = {
  entries: [{ key: { campaignId: 1, verdict: 1, globalUserId: 1 } }, { key: { globalUserId: 1 } }, { key: { won: 1 }, sparse: true }],
} as const satisfies Readonly<Record<string, readonly MongoIndex[]>>;

/** Makes the indexes that are not there yet; needs a user that may write. */
export const makeMongoIndexes = async (mongo: MongoConnection): Promise<void> => {
  const collections: readonly (readonly [string, readonly MongoIndex[]])[] = Object.entries(mongoIndexes);
  for (const [collection, indexes] of collections) {
    if (indexes.length === 0) continue;
    await mongo.run(`${collection}.createIndexes`, (database) =>
      database.collection(collection).createIndexes(
        indexes.map(({ key, ...options }) => ({ key: { ...key }, ...options })),
        CALL_LIMITS,
      ),
    );
  }
};

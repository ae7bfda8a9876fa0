import type { MongoConnection } from './mongo-connection.ts';

/** An index beyond the one on `_id`; its name is made from its fields. */
export interface MongoIndex {
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique?: true;
  /** Leaves out documents without the field. */
  readonly sparse?: true;
}

/** Every collection, with the indexes that its queries need. */
export const mongoIndexes = {
  campaigns: [{ key: { slug: 1 }, unique: true }, { key: { marketIds: 1 } }, { key: { 'date.open': -1, _id: 1 } }],
  markets: [{ key: { campaignId: 1, revision: 1 } }],
  gates: [{ key: { campaignId: 1, revision: 1 } }],
  turns: [],
  commitments: [],
  draws: [{ key: { campaignId: 1, draw: 1 } }],
  drawHolds: [],
  drawEntrants: [],
  drawResults: [
    { key: { draw: 1, verdict: 1, position: 1 } },
    { key: { draw: 1, marketId: 1, position: 1 } },
    { key: { draw: 1, 'waitlist.marketId': 1, position: 1 } },
  ],
  marketReports: [],
  verdictReports: [{ key: { marketId: 1 } }],
  promotions: [{ key: { marketId: 1, drawId: 1, number: 1 } }],
  users: [],
  emailJobs: [
    { key: { state: 1, sendAt: 1 } },
    { key: { state: 1, claimedAt: 1 } },
    { key: { campaignId: 1, state: 1, sendAt: 1 } },
    { key: { globalUserId: 1 } },
  ],
  entries: [{ key: { campaignId: 1, verdict: 1, globalUserId: 1 } }, { key: { globalUserId: 1 } }, { key: { won: 1 }, sparse: true }],
  codes: [
    { key: { marketId: 1, number: 1 }, unique: true },
    { key: { marketId: 1, reservedBy: 1, place: 1 }, unique: true },
    { key: { marketId: 1, state: 1, reservedUntil: 1, number: 1 } },
    { key: { marketId: 1, state: 1, holder: 1, number: 1 } },
  ],
} as const satisfies Readonly<Record<string, readonly MongoIndex[]>>;

/**
 * Makes the indexes that are not there yet; needs a user that may write. A new index on a large collection takes as long
 * as reading it, so the connection has to be patient.
 */
export const makeMongoIndexes = async (mongo: MongoConnection): Promise<void> => {
  const collections: readonly (readonly [string, readonly MongoIndex[]])[] = Object.entries(mongoIndexes);
  for (const [collection, indexes] of collections) {
    for (const { key, ...options } of indexes)
      await mongo.run(`${collection}.createIndexes`, (database) => database.collection(collection).createIndexes([{ key: { ...key }, ...options }]));
  }
};

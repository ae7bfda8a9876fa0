import type { MongoConnection } from './mongo-connection.ts';

/** An index beyond the one on `_id`; its name is made from its fields. */
export interface MongoIndex {
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique?: true;
  /** Leaves out documents without the field. */
  readonly sparse?: true;
}

/** The indexes that queries need beyond the one on `_id`, by collection. */
export const mongoIndexes = {
  campaigns: [{ key: { slug: 1 }, unique: true }, { key: { marketIds: 1 } }, { key: { 'date.open': -1, _id: 1 } }],
  markets: [{ key: { campaignId: 1, revision: 1 } }],
  gates: [{ key: { campaignId: 1, revision: 1 } }],
  draws: [{ key: { campaignId: 1, draw: 1 } }],
  drawResults: [
    { key: { draw: 1, verdict: 1, position: 1 } },
    { key: { draw: 1, marketId: 1, position: 1 } },
    { key: { draw: 1, 'waitlist.marketId': 1, position: 1 } },
  ],
  verdictReports: [{ key: { marketId: 1 } }],
  promotions: [{ key: { marketId: 1, drawId: 1, number: 1 } }],
  emailJobs: [
    { key: { state: 1, lane: 1, sendAt: 1 } },
    { key: { state: 1, claimedAt: 1 } },
    { key: { campaignId: 1, state: 1, sendAt: 1, _id: 1 } },
    { key: { globalUserId: 1 } },
    { key: { mail: 1 }, sparse: true },
  ],
  unreachableAddresses: [],
  entries: [
    { key: { campaignId: 1, verdict: 1, globalUserId: 1 } },
    { key: { globalUserId: 1 } },
    { key: { won: 1 }, sparse: true },
    { key: { ref: 1 }, sparse: true },
  ],
  entryCounts: [],
  codeHolders: [],
  invites: [],
  codes: [
    { key: { marketId: 1, number: 1 }, unique: true },
    { key: { marketId: 1, reservedBy: 1, place: 1 }, unique: true },
    { key: { marketId: 1, state: 1, reservedUntil: 1, number: 1 } },
    { key: { marketId: 1, state: 1, holder: 1, number: 1 } },
  ],
  codeNumbers: [],
  codeBatches: [],
  codeBatchParts: [],
  codeReservations: [],
  codeTurns: [],
} as const satisfies Readonly<Record<string, readonly MongoIndex[]>>;

export type MongoCollection = keyof typeof mongoIndexes;

/** Which of these collections each service keeps. */
export const serviceCollections = {
  campaign: ['campaigns', 'markets', 'gates', 'draws', 'drawResults', 'verdictReports', 'promotions'],
  entry: ['entries'],
  user: ['emailJobs'],
  code: ['codes'],
} as const satisfies Readonly<Record<string, readonly MongoCollection[]>>;

/** Makes those indexes of the collections that are not there yet; needs a user that may write. Default: of all. */
export const makeMongoIndexes = async (mongo: MongoConnection, collections = Object.keys(mongoIndexes) as readonly MongoCollection[]): Promise<void> => {
  for (const collection of collections) {
    const indexes: readonly MongoIndex[] = mongoIndexes[collection];
    // One a call: FerretDB ends the connection where several are there already.
    for (const { key, ...options } of indexes)
      await mongo.run(`${collection}.createIndexes`, (database) => database.collection(collection).createIndexes([{ key: { ...key }, ...options }]));
  }
};

/**
 * The same connection, whose first call makes the indexes of its collections and waits for them: what is unique has to be
 * so before the first write. `openPatient` gives the connection that they are made over, as a new index on a large
 * collection takes as long as reading it.
 */
export const withIndexes = (mongo: MongoConnection, collections: readonly MongoCollection[], openPatient: () => MongoConnection): MongoConnection => {
  const make = async (): Promise<void> => {
    const patient = openPatient();
    try {
      await makeMongoIndexes(patient, collections);
    } finally {
      await patient.close();
    }
  };
  let making: Promise<void> | undefined;
  const made = (): Promise<void> => {
    making ??= make().catch((error: unknown) => {
      making = undefined;
      throw error;
    });
    return making;
  };
  return {
    run: async (call, work) => {
      await made();
      return mongo.run(call, work);
    },
    close: mongo.close,
  };
};

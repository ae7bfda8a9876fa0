import { type Db, MongoClient, type MongoClientOptions, MongoError } from 'mongodb';
import { RegError } from '../../errors.ts';

export interface MongoConnectionOptions {
  /**
   * `mongodb://` or `mongodb+srv://`, with user, password and the database to use; without one it is `reg`. Asked for at
   * the first use, and again after the password was refused.
   */
  readonly url: () => Promise<string>;
  /** How long an answer may take, and until a server is found; both may happen twice in one call. Default 6,000. */
  readonly patienceMs?: number;
}

/** A process's one connection to MongoDB, a pool that opens at the first use. */
export interface MongoConnection {
  /**
   * Calls the database. `call` names it in errors, `campaigns.findOne`. Throws `STORAGE_FAILED` where MongoDB can't be
   * reached in time or refuses; the error says neither what was asked for nor the URL.
   */
  run<Answer>(call: string, work: (database: Db) => Promise<Answer>): Promise<Answer>;
  close(): Promise<void>;
}

/** How long the server may work on one call; longer is a failure on both sides. */
export const CALL_LIMITS = { maxTimeMS: 5_000 } as const;

/** For reads of many documents: they come in one answer, as far as its 16 MB go; by itself the driver asks for 101 first. */
export const ONE_ANSWER = { ...CALL_LIMITS, batchSize: 10_000 } as const;

/**
 * Each wait has its bound, as the driver has none for the whole (`timeoutMS` has no effect, says its 7.9). What was
 * acknowledged is on most members and in their journal, and is what the primary reads: a store's promises, kept over the
 * loss of a member. Reads and writes that lost their connection are sent once more; a replica set does such a write once.
 */
const clientOptions = (patienceMs: number): MongoClientOptions => ({
  appName: 'reg-workers',
  maxPoolSize: 20,
  maxIdleTimeMS: 60_000,
  serverSelectionTimeoutMS: Math.min(patienceMs, LONGEST_SEARCH_MS),
  connectTimeoutMS: Math.min(patienceMs, LONGEST_SEARCH_MS),
  waitQueueTimeoutMS: Math.min(patienceMs, LONGEST_SEARCH_MS),
  socketTimeoutMS: patienceMs,
  retryReads: true,
  retryWrites: true,
  // One by one, as the URL's own would go before members of `writeConcern` and `readConcern`.
  w: 'majority',
  journal: true,
  wtimeoutMS: 5_000,
  readConcernLevel: 'majority',
  readPreference: 'primary',
  ignoreUndefined: true,
});

const PATIENCE_MS = 6_000;
const LONGEST_SEARCH_MS = 3_000;
const DATABASE = 'reg';
/** "AuthenticationFailed" in MongoDB's error codes. */
const AUTHENTICATION_FAILED = 18;

export const createMongoConnection = ({ url, patienceMs = PATIENCE_MS }: MongoConnectionOptions): MongoConnection => {
  let opening: Promise<Opened> | undefined;
  const opened = (): Promise<Opened> => {
    opening ??= url()
      .then((found) => open(found, patienceMs))
      .catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
    return opening;
  };
  /** Others may have opened anew already. */
  const forget = async (former: Promise<Opened> | undefined): Promise<void> => {
    if (opening === former) opening = undefined;
    await former?.then(({ client }) => client.close()).catch(() => undefined);
  };
  return {
    run: async (call, work) => {
      const mine = opened();
      try {
        return await work((await mine).database);
      } catch (error) {
        if (!(error instanceof MongoError)) throw error;
        if (error.code === AUTHENTICATION_FAILED) await forget(mine);
        throw mongoFailure(call, error);
      }
    },
    close: () => forget(opening),
  };
};

interface Opened {
  readonly client: MongoClient;
  readonly database: Db;
}

/** Throws `CONFIG_INVALID` where the URL is none; the driver's own error may hold the password. */
const open = (url: string, patienceMs: number): Opened => {
  try {
    const client = new MongoClient(url, clientOptions(patienceMs));
    return { client, database: client.db(/^[^:]+:\/\/[^/]+\/([^?]+)/.exec(url)?.[1] ?? DATABASE) };
  } catch {
    throw new RegError('CONFIG_INVALID', 'The URL of MongoDB has to be mongodb://user:password@host:port/database, with reserved characters percent-encoded.');
  }
};

/** The driver's own error stays out of it: it may hold what was written or asked for. */
const mongoFailure = (call: string, error: MongoError): RegError => {
  const reason = error.code === undefined ? error.name : `${error.name} (${error.code})`;
  return new RegError('STORAGE_FAILED', `${call} failed with ${reason}. If it goes on, look whether MongoDB runs, and at the rights of its user.`, {
    detail: { call, error: error.name, ...(error.code === undefined ? {} : { code: error.code }) },
  });
};

/** "DuplicateKey" in MongoDB's error codes. */
export const DUPLICATE_KEY = 11_000;

/** Whether a write was refused because a document with that key is there already. */
export const isDuplicate = (error: unknown): boolean => error instanceof MongoError && error.code === DUPLICATE_KEY;

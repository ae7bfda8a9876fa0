import type { AccessCodeState } from '../../domain/access-code.ts';
import type { SealedCode } from '../../ports/code-store.ts';
import { textOfBytes } from '../codes/stored-code.ts';
import { CALL_LIMITS, isDuplicate, type MongoConnection, ONE_ANSWER } from './mongo-connection.ts';

/**
 * A code by its hash, which makes it unique over all markets. Numbers of a market ascend in the order of import, with
 * gaps, and belong to one code each.
 */
export interface CodeDocument {
  readonly _id: string;
  readonly marketId: string;
  readonly number: number;
  readonly sealed: string;
  /** RESERVED stays written after `reservedUntil`. `VOID`: no code, but a number that none will have. */
  readonly state: AccessCodeState | 'VOID';
  /** The attempt at a reservation that had it last, also after it ran out; empty for one that none ever had. */
  readonly reservedBy: string;
  /** From 1, and in one attempt's hands once. Below 0 where no attempt has the code, so that it is the market's only one. */
  readonly place: number;
  /** 0 where it never was. */
  readonly reservedUntil: number;
  readonly holder?: string;
  readonly changedAt?: number;
  readonly redeemedAt?: number;
  readonly revokedFor?: string;
  /** The call that changed it last. */
  readonly changedBy?: string;
}

/** What a code has before its first reservation, and again when one gives it back. */
export const unreserved = (number: number) => ({ reservedBy: '', place: -1 - number, reservedUntil: 0 });

/** A code for the first time. */
export const newCode = (marketId: string, number: number, { lookup, sealed }: SealedCode): CodeDocument => ({
  _id: textOfBytes(lookup),
  ...{ marketId, number },
  sealed: textOfBytes(sealed),
  state: 'AVAILABLE',
  ...unreserved(number),
});

/** Closes a number for good. */
export const voidNumber = (marketId: string, number: number): CodeDocument => ({
  _id: `void ${marketId} ${number}`,
  ...{ marketId, number },
  sealed: '',
  state: 'VOID',
  ...unreserved(number),
});

/** So many codes are written by one command. */
export const CODES_TOGETHER = 1_000;

/** Adds those that are not there yet; whether that were all. */
export const insertMissing = (mongo: MongoConnection, documents: readonly CodeDocument[]): Promise<boolean> =>
  mongo.run('codes.bulkWrite', async (database) => {
    const statements = documents.map(({ _id, ...fields }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } }));
    try {
      return (await database.collection<CodeDocument>('codes').bulkWrite(statements, { ordered: false, ...CALL_LIMITS })).upsertedCount === documents.length;
    } catch (error) {
      // A number that another call gave to another code, or a code that another call added in the same moment.
      if (isDuplicate(error)) return false;
      throw error;
    }
  });

export interface CodeChange {
  readonly _id: string;
  /** What the code has to be like. */
  readonly if: Partial<Omit<CodeDocument, '_id'>>;
  readonly set: Partial<Omit<CodeDocument, '_id'>>;
}

/** Changes codes, each if it is as expected; whether that were all. */
export const changeCodes = (mongo: MongoConnection, changes: readonly CodeChange[]): Promise<boolean> =>
  mongo.run('codes.bulkWrite', async (database) => {
    const statements = changes.map(({ _id, if: condition, set }) => ({ updateOne: { filter: { _id, ...condition }, update: { $set: set } } }));
    try {
      return (await database.collection<CodeDocument>('codes').bulkWrite(statements, { ordered: false, ...CALL_LIMITS })).matchedCount === changes.length;
    } catch (error) {
      // A place that another call of the same reservation filled in the same moment.
      if (isDuplicate(error)) return false;
      throw error;
    }
  });

export const findCodes = async (mongo: MongoConnection, lookups: readonly string[]): Promise<ReadonlyMap<string, CodeDocument>> => {
  const found = await mongo.run('codes.find', (database) =>
    database
      .collection<CodeDocument>('codes')
      .find({ _id: { $in: [...new Set(lookups)] } }, ONE_ANSWER)
      .toArray(),
  );
  return new Map(found.map((code) => [code._id, code]));
};

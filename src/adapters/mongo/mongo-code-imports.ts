import { chunks } from '../../domain/chunks.ts';
import { RegError } from '../../errors.ts';
import type { BatchPart, SealedCode } from '../../ports/code-store.ts';
import { CODES_TOGETHER, type CodeDocument, findCodes, insertMissing, newCode, voidNumber } from './mongo-codes.ts';
import { CALL_LIMITS, type MongoConnection, ONE_ANSWER } from './mongo-connection.ts';
import type { MongoStoreOptions } from './mongo-turns.ts';
import { text } from './mongo-values.ts';

interface SequenceDocument {
  readonly _id: string;
  readonly next: number;
}

interface BatchDocument {
  readonly _id: string;
  readonly total: number;
}

interface PartDocument {
  readonly _id: string;
  readonly from: number;
  readonly size: number;
  /** Absent until the part is done. */
  readonly added?: number;
}

const ATTEMPTS = 10;

/** Takes `count` numbers that nobody else has; answers the first. */
const takeNumbers = async (mongo: MongoConnection, marketId: string, count: number): Promise<number> => {
  const sequence = await mongo.run('codeNumbers.findOneAndUpdate', (database) =>
    database
      .collection<SequenceDocument>('codeNumbers')
      .findOneAndUpdate({ _id: text(marketId) }, { $inc: { next: count } }, { upsert: true, returnDocument: 'after', ...CALL_LIMITS }),
  );
  return (sequence?.next ?? count) - count;
};

/** `CodeStore.add`. */
export const addCodes = async (
  { mongo }: MongoStoreOptions,
  marketId: string,
  codes: readonly SealedCode[],
): Promise<{ readonly duplicates: readonly number[] }> => {
  if (codes.length === 0) return { duplicates: [] };
  const from = await takeNumbers(mongo, marketId, codes.length);
  const numbered = codes.map((code, index) => newCode(marketId, from + index, code));
  const distinct = [...Map.groupBy(numbered, ({ _id }) => _id).values()].flatMap(([first]) => first ?? []);
  const added = new Set<number>();
  for (const some of chunks(distinct, CODES_TOGETHER)) for (const number of await addTogether(mongo, some)) added.add(number);
  return { duplicates: numbered.flatMap(({ number }, index) => (added.has(number) ? [] : [index])) };
};

/** The numbers of those that were not known before. */
const addTogether = async (mongo: MongoConnection, documents: readonly CodeDocument[]): Promise<readonly number[]> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await insertMissing(mongo, documents)) return documents.map(({ number }) => number);
    const found = await findCodes(
      mongo,
      documents.map(({ _id }) => _id),
    );
    if (documents.every(({ _id }) => found.has(_id))) {
      return documents.flatMap((document) => (isSame(found.get(document._id), document) ? [document.number] : []));
    }
  }
  throw new RegError('CONFLICT', 'Codes were always added by others in the same moment. Try again.');
};

/** Nobody else has the number, so that a code that has it was added by the same call. */
const isSame = (a: CodeDocument | undefined, b: CodeDocument): boolean => a?.marketId === b.marketId && a.number === b.number;

/**
 * `CodeStore.addOnce`: the part's document says which numbers its codes have, so that an attempt that was cut off is gone
 * on with and fills no number twice, whatever codes it comes with. A number whose code is a duplicate is closed, so that
 * all who come agree on how many were added.
 */
export const addPartOnce = async (
  { mongo }: MongoStoreOptions,
  marketId: string,
  { idempotencyKey, part, total }: BatchPart,
  codes: readonly SealedCode[],
): Promise<{ readonly added: number }> => {
  const batchId = `${text(marketId)}#${idempotencyKey}`;
  const batch = await mongo.run('codeBatches.findOneAndUpdate', (database) =>
    database
      .collection<BatchDocument>('codeBatches')
      .findOneAndUpdate({ _id: batchId }, { $setOnInsert: { total } }, { upsert: true, returnDocument: 'after', ...CALL_LIMITS }),
  );
  if (batch !== null && batch.total !== total)
    throw new RegError('STATE_INVALID', `The idempotency key stands for a batch of ${batch.total} codes of ${marketId}, not ${total}. Use another key.`);
  const _id = `${part}#${batchId}`;
  const known = await mongo.run('codeBatchParts.findOne', (database) => database.collection<PartDocument>('codeBatchParts').findOne({ _id }, CALL_LIMITS));
  if (known?.added !== undefined) return { added: known.added };
  const { from, size } = known ?? (await beginPart(mongo, marketId, _id, codes.length));
  const added = await fillNumbers(mongo, marketId, from, codes.slice(0, size), size);
  await mongo.run('codeBatchParts.updateOne', (database) =>
    database.collection<PartDocument>('codeBatchParts').updateOne({ _id }, { $set: { added } }, CALL_LIMITS),
  );
  return { added };
};

const beginPart = async (mongo: MongoConnection, marketId: string, _id: string, size: number): Promise<Pick<PartDocument, 'from' | 'size'>> => {
  const from = await takeNumbers(mongo, marketId, size);
  const begun = await mongo.run('codeBatchParts.findOneAndUpdate', (database) =>
    database
      .collection<PartDocument>('codeBatchParts')
      .findOneAndUpdate({ _id }, { $setOnInsert: { from, size } }, { upsert: true, returnDocument: 'after', ...CALL_LIMITS }),
  );
  return begun ?? { from, size };
};

/** Fills or closes each of the numbers; how many are codes. */
const fillNumbers = async (mongo: MongoConnection, marketId: string, from: number, codes: readonly SealedCode[], size: number): Promise<number> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const filled = await mongo.run('codes.find', (database) =>
      database
        .collection<CodeDocument>('codes')
        .find({ marketId, number: { $gte: from, $lt: from + size } }, { projection: { _id: 0, number: 1, state: 1 }, ...ONE_ANSWER })
        .toArray(),
    );
    const taken = new Set(filled.map(({ number }) => number));
    const missing = Array.from({ length: size }, (_, index) => from + index).filter((number) => !taken.has(number));
    if (missing.length === 0) return filled.filter(({ state }) => state !== 'VOID').length;
    for (const some of chunks(missing, CODES_TOGETHER)) await fillTogether(mongo, marketId, some, (number) => codes[number - from]);
  }
  throw new RegError('CONFLICT', `Codes of ${marketId} were always added by others in the same moment. Try again.`);
};

const fillTogether = async (
  mongo: MongoConnection,
  marketId: string,
  numbers: readonly number[],
  codeOf: (number: number) => SealedCode | undefined,
): Promise<void> => {
  const wanted = numbers.map((number) => {
    const code = codeOf(number);
    return code === undefined ? voidNumber(marketId, number) : newCode(marketId, number, code);
  });
  const distinct = [...Map.groupBy(wanted, ({ _id }) => _id).values()].flatMap(([first]) => first ?? []);
  if ((await insertMissing(mongo, distinct)) && distinct.length === wanted.length) return;
  const found = await findCodes(
    mongo,
    wanted.map(({ _id }) => _id),
  );
  const duplicates = wanted.filter((document) => found.has(document._id) && !isSame(found.get(document._id), document));
  if (duplicates.length === 0) return;
  await insertMissing(
    mongo,
    duplicates.map(({ number }) => voidNumber(marketId, number)),
  );
};

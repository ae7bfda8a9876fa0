import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import { CALL_LIMITS, type MongoConnection } from './mongo-connection.ts';
import { insertFirst } from './mongo-writes.ts';

export interface MongoStoreOptions {
  readonly mongo: MongoConnection;
  /** Paces what is tried again. */
  readonly clock: Clock;
  readonly random: Random;
}

/** A change of several documents, of which one at a time is under way. */
export interface Turn<Intent, Refusal> {
  /** Names what is changed. */
  readonly name: string;
  /** Carries out what was decided. Called again where it was cut off, by whoever comes next, or late: it has to end the same. */
  apply(intent: Intent): Promise<void>;
  /** Reads and decides, with nothing under way; asked again where somebody else was first. `number` grows with every turn. */
  decide(number: number): Promise<{ readonly intent: Intent } | { readonly refused: Refusal }>;
}

interface TurnDocument<Intent> {
  readonly _id: string;
  readonly number: number;
  /** What was decided and may not be carried out in full yet. */
  readonly pending: Intent | null;
}

const ATTEMPTS = 12;
const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 500;

/**
 * Changes several documents as if at once, without a transaction: what was decided is written into one document first, if
 * nobody else was there since it was read, and whoever comes next carries out what is not done. Null: it is carried out.
 */
export const takeTurn = async <Intent, Refusal>(
  { mongo, clock, random }: MongoStoreOptions,
  { name, apply, decide }: Turn<Intent, Refusal>,
): Promise<Refusal | null> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await finished(mongo, { name, apply });
    const decision = await decide(before + 1);
    if ('refused' in decision) return decision.refused;
    if (await begin(mongo, { _id: name, number: before + 1, pending: decision.intent })) {
      await apply(decision.intent);
      await end(mongo, name, before + 1);
      return null;
    }
    await clock.sleep(random.fraction() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt));
  }
  throw new RegError('CONFLICT', `Others keep changing ${name}. Try again.`);
};

/** Carries out what is under way, if anything is. Answers the number of the last turn. */
export const finished = async <Intent>(mongo: MongoConnection, { name, apply }: Pick<Turn<Intent, unknown>, 'name' | 'apply'>): Promise<number> => {
  const last = await mongo.run('turns.findOne', (database) => database.collection<TurnDocument<Intent>>('turns').findOne({ _id: name }, CALL_LIMITS));
  if (last === null) return 0;
  if (last.pending !== null) {
    await apply(last.pending as Intent);
    await end(mongo, name, last.number);
  }
  return last.number;
};

const begin = async (mongo: MongoConnection, turn: TurnDocument<unknown>): Promise<boolean> => {
  const { _id, number, pending } = turn;
  if (number === 1) return insertFirst<TurnDocument<unknown>>(mongo, 'turns', turn);
  const { modifiedCount } = await mongo.run('turns.updateOne', (database) =>
    database.collection<TurnDocument<unknown>>('turns').updateOne({ _id, number: number - 1, pending: null }, { $set: { number, pending } }, CALL_LIMITS),
  );
  return modifiedCount === 1;
};

const end = async (mongo: MongoConnection, name: string, number: number): Promise<void> => {
  await mongo.run('turns.updateOne', (database) =>
    database.collection<TurnDocument<unknown>>('turns').updateOne({ _id: name, number }, { $set: { pending: null } }, CALL_LIMITS),
  );
};

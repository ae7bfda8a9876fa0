import { type AccessCodeState, type AssignmentOutcome, decideAssignment, stateAfter } from '../../domain/access-code.ts';
import { RegError } from '../../errors.ts';
import type { CodeCounts, CodeRef, CodeStore } from '../../ports/code-store.ts';
import { sealedOf, stateAt, textOfBytes } from '../codes/stored-code.ts';
import { type CodeChange, type CodeDocument, changeCodes, findCodes, unreserved } from './mongo-codes.ts';
import { CALL_LIMITS, ONE_ANSWER } from './mongo-connection.ts';
import type { MongoStoreOptions } from './mongo-turns.ts';
import { number, text } from './mongo-values.ts';

/** A code, not a number that was closed. */
interface Code extends CodeDocument {
  readonly state: AccessCodeState;
}

/** What a step makes of the code it meets; without `set` the code stays as it is. */
interface Step<Result> {
  readonly result: Result;
  readonly set?: CodeChange['set'] & { readonly state: AccessCodeState };
}

const ATTEMPTS = 10;

/**
 * Works on each code that is known, those of one code one after the other; null for the unknown. Each is written in one
 * command with the others if it is still in the state that was read, and decided on again where it is not.
 */
const onEach = async <Ref extends CodeRef, Result>(
  { mongo, random }: MongoStoreOptions,
  refs: readonly Ref[],
  decide: (ref: Ref, code: Code) => Step<Result>,
): Promise<readonly (Result | null)[]> => {
  const results: (Result | null)[] = refs.map(() => null);
  const changedBy = random.id();
  let open = refs.map(({ lookup, marketId }, index) => ({ index, marketId, _id: textOfBytes(lookup) }));
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS) throw new RegError('CONFLICT', `${open.length} of ${refs.length} codes were always changed by others first. Try again.`);
    const found = await findCodes(
      mongo,
      open.map(({ _id }) => _id),
    );
    const now = new Map(found);
    const changes = new Map<string, CodeChange>();
    // What a call before this attempt wrote is done, and its result stands.
    open = open.filter(({ _id }) => found.get(_id)?.changedBy !== changedBy);
    for (const { index, marketId, _id } of open) {
      const [ref, code, read] = [refs[index], now.get(_id), found.get(_id)];
      if (ref === undefined || code === undefined || read === undefined || !isCode(code) || code.marketId !== marketId) continue;
      const { result, set } = decide(ref, code);
      results[index] = result;
      if (set === undefined) continue;
      now.set(_id, { ...code, ...set });
      changes.set(_id, { _id, if: { state: read.state }, set: { ...changes.get(_id)?.set, ...set, changedBy } });
    }
    if (changes.size === 0 || (await changeCodes(mongo, [...changes.values()]))) return results;
    open = open.filter(({ _id }) => changes.has(_id));
  }
  return results;
};

const isCode = (code: CodeDocument): code is Code => code.state !== 'VOID';

export const markAssigned: WithCodes<CodeStore['markAssigned']> = async (codes, holdings, now) => {
  const outcomes = await onEach(codes, holdings, ({ globalUserId }, code): Step<AssignmentOutcome> => {
    const result = decideAssignment({ state: code.state, holder: code.holder ?? null }, globalUserId);
    return result === 'assigned' ? { result, set: { state: 'ASSIGNED', holder: text(globalUserId), changedAt: now } } : { result };
  });
  return outcomes.map((outcome) => outcome ?? 'unknown');
};

export const revoke: WithCodes<CodeStore['revoke']> = async (codes, refs, reason, now) => {
  const revoked = await onEach(codes, refs, (_, code): Step<boolean> => {
    const state = stateAfter(code.state, 'revoke');
    return state === null ? { result: false } : { result: true, set: { state, ...unreserved(code.number), revokedFor: reason, changedAt: now } };
  });
  return revoked.filter((isRevoked) => isRevoked === true).length;
};

export const redeem: WithCodes<CodeStore['redeem']> = (codes, redemptions, now) =>
  onEach(codes, redemptions, ({ redeemedAt }, code): Step<AccessCodeState> => {
    const state = stateAfter(code.state, 'redeem');
    return state === null ? { result: stateAt(code, now) } : { result: state, set: { state, redeemedAt, changedAt: now } };
  });

export const forgetHolder: WithCodes<CodeStore['forgetHolder']> = async (codes, marketId, globalUserId, reason, now) => {
  const { mongo } = codes;
  const holder = text(globalUserId);
  const assigned = await mongo.run('codes.find', (database) =>
    database
      .collection<CodeDocument>('codes')
      .find({ marketId: text(marketId), state: 'ASSIGNED', holder }, ONE_ANSWER)
      .toArray(),
  );
  const refs = assigned.map(({ _id, sealed }) => ({ marketId, lookup: sealedOf({ lookup: _id, sealed }).lookup }));
  const revoked = await revoke(codes, refs, reason, now);
  const { modifiedCount } = await mongo.run('codes.updateMany', (database) =>
    database
      .collection<CodeDocument>('codes')
      .updateMany({ marketId: text(marketId), state: { $in: ['REDEEMED', 'REVOKED'] }, holder }, { $unset: { holder: '' } }, CALL_LIMITS),
  );
  return { revoked, forgotten: modifiedCount - revoked };
};

export const held: WithCodes<CodeStore['held']> = async ({ mongo }, marketId, after, limit) => {
  const [holder = '', last = '-1'] = after === null ? [] : after.split(' ');
  const documents = await mongo.run('codes.find', (database) =>
    database
      .collection<CodeDocument>('codes')
      .find(
        { marketId: text(marketId), state: 'ASSIGNED', holder: { $gte: holder }, $or: [{ holder: { $gt: holder } }, { number: { $gt: Number(last) } }] },
        { sort: { holder: 1, number: 1 }, limit, ...ONE_ANSWER },
      )
      .toArray(),
  );
  const end = documents.length < limit ? undefined : documents.at(-1);
  return {
    codes: documents.map(({ _id, sealed, holder: globalUserId = '' }) => ({ ...sealedOf({ lookup: _id, sealed }), globalUserId })),
    next: end === undefined ? null : `${end.holder} ${end.number}`,
  };
};

/** Two commands over an index, which has every code of the market. */
export const counts: WithCodes<CodeStore['counts']> = async ({ mongo }, marketId, now) => {
  const groups = await mongo.run('codes.aggregate', (database) =>
    database
      .collection<CodeDocument>('codes')
      .aggregate<{ readonly _id: CodeDocument['state']; readonly codes: number }>(
        [{ $match: { marketId: text(marketId) } }, { $group: { _id: '$state', codes: { $sum: 1 } } }],
        CALL_LIMITS,
      )
      .toArray(),
  );
  const expired = await mongo.run('codes.countDocuments', (database) =>
    database.collection<CodeDocument>('codes').countDocuments({ marketId, state: 'RESERVED', reservedUntil: { $lte: number(now) } }, CALL_LIMITS),
  );
  const of = (state: AccessCodeState): number => groups.find(({ _id }) => _id === state)?.codes ?? 0;
  return {
    available: of('AVAILABLE') + expired,
    reserved: of('RESERVED') - expired,
    assigned: of('ASSIGNED'),
    redeemed: of('REDEEMED'),
    revoked: of('REVOKED'),
  } satisfies CodeCounts;
};

/** A method of the store as a function of what it works with. */
type WithCodes<Method> = Method extends (...input: infer Input) => infer Result ? (codes: MongoStoreOptions, ...input: Input) => Result : never;

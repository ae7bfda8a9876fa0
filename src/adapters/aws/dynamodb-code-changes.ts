import { createHash } from 'node:crypto';
import { type AccessCodeState, type AssignmentOutcome, decideAssignment, stateAfter } from '../../domain/access-code.ts';
import type { CodeCounts, CodeRef, CodeStore } from '../../ports/code-store.ts';
import { sealedOf, stateAt, textOfBytes } from '../codes/stored-code.ts';
import { type CodeItem, codeKey, codesBetween, endOfNumbers, type LookupItem, lookupKey, numbered } from './dynamodb-code-items.ts';
import { type Change, queryOf } from './dynamodb-expressions.ts';
import type { ItemKey } from './dynamodb-item.ts';
import { changeItem, type DynamoDBTable, getItems, queryItems } from './dynamodb-requests.ts';
import { mapInFlight, REQUESTS_AT_ONCE } from './in-flight.ts';

/** Held codes of a market lie in this many partitions, by holder. What is stored depends on it. */
const HELD_PARTITIONS = 4;

const heldIn = (marketId: string, shard: number): string => `HELD#${marketId}#${shard}`;
/** Where the index has codes that are redeemed: out of the way of those that are held, and found when their fan is to be forgotten. */
const redeemedIn = (marketId: string, shard: number): string => `REDEEMED#${marketId}#${shard}`;
const shardOf = (holder: string): number => createHash('sha256').update(holder).digest().readUInt32BE() % HELD_PARTITIONS;
/** Sorts by holder, then number: ids of fans hold no spaces. */
const heldBy = (holder: string, number: number): string => `${holder} ${numbered(number)}`;

/** Where the codes are, in the order asked; null for one that is unknown or known under another market. */
const findAll = async (table: DynamoDBTable, refs: readonly CodeRef[]): Promise<readonly (LookupItem | null)[]> => {
  const found = await getItems<LookupItem>(
    table,
    refs.map(({ lookup }) => lookupKey(textOfBytes(lookup))),
  );
  return found.map((item, index) => (item?.marketId === refs[index]?.marketId ? item : null));
};

/** Works on each code that is known, those of one code one after the other; null for the unknown. */
const onEach = async <Ref extends CodeRef, Result>(
  table: DynamoDBTable,
  refs: readonly Ref[],
  work: (ref: Ref, found: { readonly key: ItemKey; readonly number: number }) => Promise<Result>,
): Promise<readonly (Result | null)[]> => {
  const found = await findAll(table, refs);
  const results: (Result | null)[] = refs.map(() => null);
  const known = found.flatMap((item, index) => {
    const ref = refs[index];
    return item === null || ref === undefined ? [] : [{ ref, index, number: item.number, key: codeKey(item.marketId, item.number) }];
  });
  await mapInFlight([...Map.groupBy(known, ({ key }) => `${key.PK} ${key.SK}`).values()], REQUESTS_AT_ONCE, async (ofOneCode) => {
    for (const { ref, index, number, key } of ofOneCode) results[index] = await work(ref, { key, number });
  });
  return results;
};

/** Changes a code from one of the states that allow it; otherwise answers it as it is. */
const changeFrom = (table: DynamoDBTable, change: 'assign' | 'redeem' | 'revoke', update: Omit<Change, 'if'>) => {
  const from = STATES.filter((state) => stateAfter(state, change) !== null);
  const names = from.map((_, index) => `:from${index}`);
  const values = Object.fromEntries(from.map((state, index) => [`from${index}`, state]));
  return changeItem<CodeItem>(table, { ...update, if: { where: `#state IN (${names.join(', ')})`, values } });
};
const STATES = ['AVAILABLE', 'RESERVED', 'ASSIGNED', 'REDEEMED', 'REVOKED'] as const satisfies readonly AccessCodeState[];

export const markAssigned: WithTable<CodeStore['markAssigned']> = async (table, holdings, now) => {
  const outcomes = await onEach(table, holdings, async ({ marketId, globalUserId }, { key, number }): Promise<AssignmentOutcome> => {
    const held = { holder: globalUserId, heldIn: heldIn(marketId, shardOf(globalUserId)), heldBy: heldBy(globalUserId, number) };
    const { changed, item } = await changeFrom(table, 'assign', { key, set: { state: 'ASSIGNED', changedAt: now, ...held } });
    if (changed) return 'assigned';
    return item === null ? 'refused' : decideAssignment({ state: item.state, holder: item.holder ?? null }, globalUserId);
  });
  return outcomes.map((outcome) => outcome ?? 'unknown');
};

export const revoke: WithTable<CodeStore['revoke']> = async (table, refs, reason, now) => {
  // Says of a code that is revoked already whether this call did it: the SDK sends a request again whose answer was lost.
  const revokedBy = table.random.id();
  const revoked = await onEach(table, refs, async (_, { key }) => {
    const { changed, item } = await changeFrom(table, 'revoke', {
      key,
      set: { state: 'REVOKED', changedAt: now, revokedFor: reason, revokedBy },
      remove: ['reservedBy', 'place', 'reservedUntil', 'holder', 'heldIn', 'heldBy'],
    });
    return changed || item?.revokedBy === revokedBy ? key.SK : null;
  });
  const numbers = new Set(revoked.flatMap((number, index) => (number === null ? [] : `${refs[index]?.marketId} ${number}`)));
  return numbers.size;
};

export const redeem: WithTable<CodeStore['redeem']> = (table, redemptions, now) =>
  onEach(table, redemptions, async ({ marketId, redeemedAt }, { key, number }): Promise<AccessCodeState | null> => {
    const { changed, item } = await changeFrom(table, 'redeem', {
      key,
      set: { state: 'REDEEMED', changedAt: now, redeemedAt, heldIn: redeemedIn(marketId, number % HELD_PARTITIONS) },
    });
    if (changed) return 'REDEEMED';
    return item === null ? null : stateAt(item, now);
  });

export const forgetHolder: WithTable<CodeStore['forgetHolder']> = async (table, marketId, globalUserId, reason, now) => {
  const find = (partition: string) =>
    queryItems<Pick<CodeItem, 'PK' | 'SK' | 'lookup' | 'sealed'>>(table, {
      IndexName: 'codes-by-holder',
      ...queryOf({ where: '#heldIn = :in AND begins_with(#heldBy, :fan)', values: { in: partition, fan: `${globalUserId} ` } }),
    });
  const refs = (await find(heldIn(marketId, shardOf(globalUserId)))).map((item) => ({ marketId, lookup: sealedOf(item).lookup }));
  const revoked = await revoke(table, refs, reason, now);
  const shards = Array.from({ length: HELD_PARTITIONS }, (_, shard) => redeemedIn(marketId, shard));
  const redeemed = (await mapInFlight(shards, REQUESTS_AT_ONCE, find)).flat();
  const forgotten = await mapInFlight(redeemed, REQUESTS_AT_ONCE, async ({ PK, SK }) => {
    const condition = { where: '#holder = :fan', values: { fan: globalUserId } };
    return (await changeItem(table, { key: { PK, SK }, remove: ['holder', 'heldIn', 'heldBy'], if: condition })).changed;
  });
  return { revoked, forgotten: forgotten.filter((changed) => changed).length };
};

export const held: WithTable<CodeStore['held']> = async (table, marketId, after, limit) => {
  const start = after === null ? '' : ' AND #heldBy > :after';
  const pages = await mapInFlight(
    Array.from({ length: HELD_PARTITIONS }, (_, shard) => heldIn(marketId, shard)),
    REQUESTS_AT_ONCE,
    (partition) =>
      queryItems<{ readonly lookup: string; readonly sealed: string; readonly holder: string; readonly heldBy: string }>(
        table,
        {
          IndexName: 'codes-by-holder',
          ...queryOf({ where: `#heldIn = :in${start}`, values: { in: partition, ...(after === null ? {} : { after }) } }),
        },
        limit,
      ),
  );
  const items = pages
    .flat()
    .sort((a, b) => Buffer.compare(Buffer.from(a.heldBy), Buffer.from(b.heldBy)))
    .slice(0, limit);
  const last = items.length < limit ? undefined : items.at(-1);
  return { codes: items.map((item) => ({ ...sealedOf(item), globalUserId: item.holder })), next: last?.heldBy ?? null };
};

/** Reads every code of the market; a part at a time, as there may be 300,000. */
export const counts: WithTable<CodeStore['counts']> = async (table, marketId, now) => {
  const count = { AVAILABLE: 0, RESERVED: 0, ASSIGNED: 0, REDEEMED: 0, REVOKED: 0 };
  const end = await endOfNumbers(table, marketId);
  for (let from = 0; from < end; from += COUNTED_TOGETHER) {
    const range = { from, to: Math.min(end, from + COUNTED_TOGETHER), attributes: ['number', 'state', 'reservedUntil'] };
    for (const code of await codesBetween(table, marketId, range)) count[stateAt(code, now)] += 1;
  }
  const { AVAILABLE: available, RESERVED: reserved, ASSIGNED: assigned, REDEEMED: redeemed, REVOKED: revoked } = count;
  return { available, reserved, assigned, redeemed, revoked } satisfies CodeCounts;
};
const COUNTED_TOGETHER = 50_000;

/** A method of the store as a function of its table. */
type WithTable<Method> = Method extends (...input: infer Input) => infer Result ? (table: DynamoDBTable, ...input: Input) => Result : never;

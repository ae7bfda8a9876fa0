import type { AccessCodeState } from '../../domain/access-code.ts';
import { type Condition, queryOf } from './dynamodb-expressions.ts';
import type { ItemKey } from './dynamodb-item.ts';
import { type DynamoDBTable, getItem, queryItems } from './dynamodb-requests.ts';
import { mapInFlight, REQUESTS_AT_ONCE } from './in-flight.ts';

/**
 * A code, under its number in its market: numbers ascend in the order of import, with gaps. Another item, under the
 * code's hash alone, says where it is, and makes a code unique over all markets.
 */
export interface CodeItem extends ItemKey {
  readonly marketId: string;
  readonly number: number;
  readonly lookup: string;
  readonly sealed: string;
  /** RESERVED stays written after `reservedUntil`; who reads it knows better. */
  readonly state: AccessCodeState;
  /** The key of the last reservation, also after it ran out, so that it finds the codes again that nobody took meanwhile. */
  readonly reservedBy?: string;
  readonly place?: number;
  readonly reservedUntil?: number;
  readonly holder?: string;
  /** The call that revoked it. */
  readonly revokedBy?: string;
}

export interface LookupItem extends ItemKey {
  readonly marketId: string;
  readonly number: number;
}

/**
 * A market's codes lie in this many partitions, in turn: a partition takes 1,000 writes a second (DynamoDB developer
 * guide, partitions), and reserving 20,000 codes is 40,000. What is stored depends on it.
 */
const PARTITIONS = 8;

const DIGITS = 12;
export const numbered = (number: number): string => String(number).padStart(DIGITS, '0');

const partition = (marketId: string, shard: number): string => `CODES#${marketId}#${shard}`;
export const codeKey = (marketId: string, number: number): ItemKey => ({ PK: partition(marketId, number % PARTITIONS), SK: numbered(number) });
export const lookupKey = (lookup: string): ItemKey => ({ PK: `CODE#${lookup}`, SK: 'CODE' });
export const sequenceKey = (marketId: string): ItemKey => ({ PK: `MARKET#${marketId}`, SK: 'SEQUENCE' });

/** That a code is free as of `now`. */
export const freeAt = (now: number): Condition => ({
  where: '#state = :available OR (#state = :reserved AND #reservedUntil <= :now)',
  values: { available: 'AVAILABLE', reserved: 'RESERVED', now },
});

/** Numbers of the market's codes are below this. */
export const endOfNumbers = async (table: DynamoDBTable, marketId: string): Promise<number> =>
  (await getItem<{ next: number }>(table, sequenceKey(marketId)))?.next ?? 0;

/** The market's codes with numbers from `from` up to, not including, `to`, in their order; those that `filter` names. */
export const codesBetween = async (
  table: DynamoDBTable,
  marketId: string,
  { from, to, filter, attributes }: { readonly from: number; readonly to: number; readonly filter?: Condition; readonly attributes?: readonly string[] },
): Promise<readonly CodeItem[]> => {
  const values = { from: numbered(from), last: numbered(to - 1) };
  const shards = await mapInFlight(
    Array.from({ length: PARTITIONS }, (_, shard) => shard),
    REQUESTS_AT_ONCE,
    (shard) =>
      queryItems<CodeItem>(
        table,
        queryOf({ where: 'PK = :pk AND SK BETWEEN :from AND :last', values: { pk: partition(marketId, shard), ...values } }, filter, attributes),
      ),
  );
  return shards.flat().sort((a, b) => a.number - b.number);
};

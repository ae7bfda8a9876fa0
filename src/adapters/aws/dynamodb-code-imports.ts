import { chunks } from '../../domain/chunks.ts';
import { RegError } from '../../errors.ts';
import type { BatchPart, SealedCode } from '../../ports/code-store.ts';
import { textOfBytes } from '../codes/stored-code.ts';
import { codeKey, codesBetween, lookupKey, sequenceKey } from './dynamodb-code-items.ts';
import { conditionOf } from './dynamodb-expressions.ts';
import { type ItemKey, toItem } from './dynamodb-item.ts';
import { ACTIONS_A_TRANSACTION, changeItem, type DynamoDBTable, getItem, transact } from './dynamodb-requests.ts';
import { mapInFlight } from './in-flight.ts';

/** A code's own item and the one that finds it. */
const ITEMS_A_CODE = 2;
const TRANSACTIONS_AT_ONCE = 8;

interface Numbered {
  readonly index: number;
  readonly number: number;
  readonly lookup: string;
  readonly sealed: string;
}

interface PartItem extends ItemKey {
  readonly from: number;
  readonly size: number;
  /** Null until the part is done. */
  readonly added: number | null;
}

/** Takes `count` numbers that nobody else has; answers the first. */
const takeNumbers = async (table: DynamoDBTable, marketId: string, count: number): Promise<number> => {
  const { item } = await changeItem<{ next: number }>(table, { key: sequenceKey(marketId), add: { next: count } });
  return (item?.next ?? count) - count;
};

const NONE_THERE = conditionOf({ where: 'attribute_not_exists(PK)' });

const addActions = (TableName: string, marketId: string, { number, lookup, sealed }: Numbered) => [
  { Put: { TableName, Item: toItem({ ...lookupKey(lookup), marketId, number }), ...NONE_THERE } },
  { Put: { TableName, Item: toItem({ ...codeKey(marketId, number), marketId, number, lookup, sealed, state: 'AVAILABLE' }), ...NONE_THERE } },
];

/** The codes with numbers in the order given, and the indexes of those that came before in the list. */
const distinctCodes = (codes: readonly SealedCode[], from: number): { readonly distinct: readonly Numbered[]; readonly repeated: readonly number[] } => {
  const seen = new Set<string>();
  const repeated: number[] = [];
  const distinct = codes.flatMap(({ lookup: bytes, sealed }, index) => {
    const lookup = textOfBytes(bytes);
    if (seen.has(lookup)) {
      repeated.push(index);
      return [];
    }
    seen.add(lookup);
    return [{ index, number: from + index, lookup, sealed: textOfBytes(sealed) }];
  });
  return { distinct, repeated };
};

/** Adds codes in one transaction without those that are known; answers their indexes, or `done` where the part that they belong to is. */
const addTogether = async (table: DynamoDBTable, marketId: string, codes: readonly Numbered[], partKey?: ItemKey): Promise<readonly number[] | 'done'> => {
  const check =
    partKey === undefined
      ? []
      : [{ ConditionCheck: { TableName: table.tableName, Key: toItem(partKey), ...conditionOf({ where: '#added = :null', values: { null: null } }) } }];
  const known: number[] = [];
  for (let left = codes; left.length > 0; ) {
    const refused = await transact(table, [...check, ...left.flatMap((code) => addActions(table.tableName, marketId, code))]);
    if (refused.length === 0) break;
    if (partKey !== undefined && refused.includes(0)) return 'done';
    const places = new Set(refused.map((action) => Math.floor((action - check.length) / ITEMS_A_CODE)));
    known.push(...left.filter((_, place) => places.has(place)).map(({ index }) => index));
    left = left.filter((_, place) => !places.has(place));
  }
  return known;
};

/** `CodeStore.add`: as many transactions as it takes. */
export const addCodes = async (table: DynamoDBTable, marketId: string, codes: readonly SealedCode[]): Promise<{ readonly duplicates: readonly number[] }> => {
  if (codes.length === 0) return { duplicates: [] };
  const { distinct, repeated } = distinctCodes(codes, await takeNumbers(table, marketId, codes.length));
  const known = await mapInFlight(chunks(distinct, ACTIONS_A_TRANSACTION / ITEMS_A_CODE), TRANSACTIONS_AT_ONCE, async (part) => {
    const indexes = await addTogether(table, marketId, part);
    return indexes === 'done' ? [] : indexes;
  });
  return { duplicates: [...repeated, ...known.flat()].sort((a, b) => a - b) };
};

/**
 * `CodeStore.addOnce`: the part's item says which numbers its codes have, so that an attempt that was cut off is gone on
 * with and adds no number twice, whatever codes it comes with. Once it says how many were added, nothing is.
 */
export const addPartOnce = async (
  table: DynamoDBTable,
  marketId: string,
  { idempotencyKey, part, total }: BatchPart,
  codes: readonly SealedCode[],
): Promise<{ readonly added: number }> => {
  const PK = `BATCH#${marketId}#${idempotencyKey}`;
  const batch = await changeItem<{ total: number }>(table, {
    key: { PK, SK: 'BATCH' },
    set: { total },
    if: { where: 'attribute_not_exists(#total) OR #total = :total', values: { total } },
  });
  if (!batch.changed)
    throw new RegError('STATE_INVALID', `The idempotency key stands for a batch of ${batch.item?.total} codes of ${marketId}, not ${total}. Use another key.`);
  const key = { PK, SK: `PART#${part}` };
  const item = (await getItem<PartItem>(table, key)) ?? (await beginPart(table, marketId, key, codes.length));
  return item.added === null ? addRest(table, marketId, item, codes) : { added: item.added };
};

const beginPart = async (table: DynamoDBTable, marketId: string, key: ItemKey, size: number): Promise<PartItem> => {
  const from = await takeNumbers(table, marketId, size);
  const begun = await changeItem<PartItem>(table, { key, set: { from, size, added: null }, if: { where: 'attribute_not_exists(PK)' } });
  return begun.item ?? { ...key, from, size, added: null };
};

const addRest = async (table: DynamoDBTable, marketId: string, { PK, SK, from, size }: PartItem, codes: readonly SealedCode[]) => {
  const key = { PK, SK };
  const range = { from, to: from + size, attributes: ['number'] };
  const filled = new Set((await codesBetween(table, marketId, range)).map(({ number }) => number));
  const missing = distinctCodes(codes.slice(0, size), from).distinct.filter(({ number }) => !filled.has(number));
  // One after the other: each names the part's item, and transactions on one item would be in each other's way.
  for (const together of chunks(missing, Math.floor((ACTIONS_A_TRANSACTION - 1) / ITEMS_A_CODE))) {
    if ((await addTogether(table, marketId, together, key)) === 'done') break;
  }
  const added = (await codesBetween(table, marketId, range)).length;
  const done = await changeItem<PartItem>(table, { key, set: { added }, if: { where: '#added = :null', values: { null: null } } });
  return { added: done.item?.added ?? added };
};

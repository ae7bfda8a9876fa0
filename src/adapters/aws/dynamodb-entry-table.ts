import { isDeepStrictEqual } from 'node:util';
import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type EntryItem, type EntryKey, entryPartitionKey } from '../../domain/entry.ts';
import { type Award, awardOutcome } from '../../domain/replica.ts';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EntryState, EntryTable, VerdictOutcome, VerdictUpdate } from '../../ports/entry-table.ts';
import type { Random } from '../../ports/random.ts';
import { readItems } from './batch-read.ts';
import { conditionalWrite, transactWrite } from './conditional-write.ts';
import { type DynamoDBItem, fromItem, toItem } from './dynamodb-item.ts';
import { mapInFlight } from './in-flight.ts';
import { storageFailure } from './storage-failure.ts';

export interface DynamoDBEntryTableOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** For the waits between attempts. */
  readonly clock: Clock;
  readonly random: Random;
}

/** Writes under way at a time, below the 50 sockets that the SDK's HTTP handler opens unless told otherwise. */
const WRITES_AT_ONCE = 32;
const DECISIONS = 10;

const UNDECIDED: Award = { verdict: 'PENDING' };

/** The demand-table in the mission's schema: an item is the `EntryItem` itself, as stream records are to carry it. */
export const createDynamoDBEntryTable = ({ client, tableName: TableName, clock, random }: DynamoDBEntryTableOptions): EntryTable => {
  const pause = { clock, random };

  const put = async (item: EntryItem, expected: EntryState | null): Promise<'written' | 'conflict'> => {
    const input = { TableName, Item: toItem(item), ReturnValuesOnConditionCheckFailure: 'ALL_OLD', ...whileIn(expected) } as const;
    const outcome = await conditionalWrite('PutItem', () => client.send(new PutItemCommand(input)), pause);
    if (outcome.written) return 'written';
    // The answer to an earlier send was lost, and this is what it wrote.
    return outcome.attempts > 1 && isDeepStrictEqual(outcome.held, input.Item) ? 'written' : 'conflict';
  };

  const remove = async (key: EntryKey, expected: EntryState): Promise<'removed' | 'conflict'> => {
    const input = { TableName, Key: keyOf(key), ReturnValuesOnConditionCheckFailure: 'ALL_OLD', ...whileIn(expected) } as const;
    const outcome = await conditionalWrite('DeleteItem', () => client.send(new DeleteItemCommand(input)), pause);
    if (outcome.written) return 'removed';
    return outcome.attempts > 1 && outcome.held === undefined ? 'removed' : 'conflict';
  };

  const clearFlag = async ({ version, createdAt, ...key }: EntryKey & EntryState) => {
    const input = {
      TableName,
      Key: keyOf(key),
      UpdateExpression: 'SET needsReplication = :cleared',
      // Without the flag in the condition a repetition would cost the same and change nothing.
      ConditionExpression: 'version = :version AND createdAt = :createdAt AND needsReplication = :flagged',
      ExpressionAttributeValues: toItem({ ':cleared': false, ':flagged': true, ':version': version, ':createdAt': createdAt }),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    } as const;
    const outcome = await conditionalWrite('UpdateItem', () => client.send(new UpdateItemCommand(input)), pause);
    return outcome.written || isState(outcome.held, version, createdAt) ? 'cleared' : 'stale';
  };

  /** Guesses that the fan has no verdict yet, which is true of nearly all; a wrong guess is answered with the item. */
  const writeVerdict = async (update: VerdictUpdate): Promise<VerdictOutcome> => {
    let held = UNDECIDED;
    for (let decision = 0; decision < DECISIONS; decision += 1) {
      const outcome = awardOutcome(held, update);
      // The guess itself is always assigned to, so anything else was decided on what is stored.
      if (outcome !== 'assign') return outcome;
      const input = { TableName, Key: keyOf(update), ReturnValuesOnConditionCheckFailure: 'ALL_OLD', ...awardWhile(held, update) } as const;
      const done = await conditionalWrite('UpdateItem', () => client.send(new UpdateItemCommand(input)), pause);
      if (done.written) return 'written';
      if (done.held === undefined) return 'absent';
      held = fromItem<EntryItem>(done.held);
    }
    throw new RegError('CONFLICT', `The verdict of an entry of the campaign ${update.campaignId} met other verdicts ${DECISIONS} times. Try again.`);
  };

  const writeInOrder = async (updates: readonly VerdictUpdate[]): Promise<readonly VerdictOutcome[]> => {
    const outcomes: VerdictOutcome[] = [];
    for (const update of updates) outcomes.push(await writeVerdict(update));
    return outcomes;
  };

  return {
    get: async (key) => {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key: keyOf(key), ConsistentRead: true })).catch((error: unknown) => {
        throw storageFailure('GetItem', error);
      });
      return Item === undefined ? null : fromItem<EntryItem>(Item);
    },
    getBatch: async (keys) => {
      const items = await readItems(client, TableName, keys.map(itemKey), pause);
      return items.map((item) => (item === undefined ? null : fromItem<EntryItem>(item)));
    },
    // Each entry is a partition of its own, so a campaign is found by reading the table.
    list: async (campaignId, after, limit) => {
      const { Items = [], LastEvaluatedKey } = await client
        .send(
          new ScanCommand({
            TableName,
            ConsistentRead: true,
            Limit: limit,
            FilterExpression: 'campaignId = :campaignId AND SK = :entry',
            ExpressionAttributeValues: toItem({ ':campaignId': campaignId, ':entry': 'ENTRY' }),
            ...(after === null ? {} : { ExclusiveStartKey: toItem({ PK: after, SK: 'ENTRY' }) }),
          }),
        )
        .catch((error: unknown) => {
          throw storageFailure('Scan', error);
        });
      return { items: Items.map((item) => fromItem<EntryItem>(item)), next: LastEvaluatedKey?.PK?.S ?? null };
    },
    put,
    remove,
    transfer: async (item, expected, from) => {
      if (entryPartitionKey(item) === entryPartitionKey(from)) throw new RegError('INTERNAL', 'An entry cannot be transferred to its own campaign.');
      const TransactItems = [{ Put: { TableName, Item: toItem(item), ...whileIn(expected) } }, { Delete: { TableName, Key: keyOf(from), ...whileIn(from) } }];
      const { written } = await transactWrite('TransactWriteItems', () => client.send(new TransactWriteItemsCommand({ TransactItems })), pause);
      return written ? 'written' : 'conflict';
    },
    clearReplicationFlags: (replicated) => mapInFlight(replicated, WRITES_AT_ONCE, clearFlag),
    writeVerdicts: async (updates) => {
      const places = [...Map.groupBy(updates.keys(), (place) => entryPartitionKey(updates[place] as VerdictUpdate)).values()];
      const written = await mapInFlight(places, WRITES_AT_ONCE, (ofEntry) => writeInOrder(ofEntry.map((place) => updates[place] as VerdictUpdate)));
      const outcomes = new Array<VerdictOutcome>(updates.length);
      places.forEach((ofEntry, index) => {
        ofEntry.forEach((place, turn) => {
          outcomes[place] = written[index]?.[turn] as VerdictOutcome;
        });
      });
      return outcomes;
    },
  };
};

const itemKey = (key: EntryKey) => ({ PK: entryPartitionKey(key), SK: 'ENTRY' });

const keyOf = (key: EntryKey): DynamoDBItem => toItem(itemKey(key));

const whileIn = (expected: EntryState | null) =>
  expected === null
    ? { ConditionExpression: 'attribute_not_exists(PK)' }
    : {
        ConditionExpression: 'version = :version AND createdAt = :createdAt',
        ExpressionAttributeValues: toItem({ ':version': expected.version, ':createdAt': expected.createdAt }),
      };

const isState = (held: DynamoDBItem | undefined, version: number, createdAt: string): boolean =>
  held !== undefined && held.version?.N === String(version) && held.createdAt?.S === createdAt;

/** The update that gives an award to an entry whose award is still the one that it was decided on. */
const awardWhile = (held: Award, { verdict, accessCode, selection, at }: VerdictUpdate) => {
  const heldMarket = held.selection?.marketId;
  return {
    UpdateExpression: `SET verdict = :verdict, selection = :selection, updatedAt = :at, needsReplication = :flagged, version = version + :one${
      accessCode === undefined ? '' : ', accessCode = :accessCode'
    }`,
    ConditionExpression: [
      'verdict = :heldVerdict',
      held.accessCode === undefined ? 'attribute_not_exists(accessCode)' : 'accessCode = :heldCode',
      heldMarket === undefined ? 'attribute_not_exists(selection.marketId)' : 'selection.marketId = :heldMarket',
    ].join(' AND '),
    ExpressionAttributeValues: toItem({
      ':verdict': verdict,
      ':selection': selection,
      ':at': at,
      ':flagged': true,
      ':one': 1,
      ':accessCode': accessCode,
      ':heldVerdict': held.verdict,
      ':heldCode': held.accessCode,
      ':heldMarket': heldMarket,
    }),
  };
};

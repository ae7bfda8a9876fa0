import { isDeepStrictEqual } from 'node:util';
import { type DynamoDBClient, PutItemCommand, type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { type CounterSums, counterChanges, sumOf } from '../replica/replica-counts.ts';
import type { CodeClaim } from '../replica/replica-decisions.ts';
import { type Knowledge, nameOf, type ReplicaChange } from '../replica/replica-settling.ts';
import { wonMarket } from '../replica/stored-replica.ts';
import { conditionalWrite, transactWrite } from './conditional-write.ts';
import { type DynamoDBItem, toItem } from './dynamodb-item.ts';
import { mapInFlight } from './in-flight.ts';
import { COUNTERS_AN_ITEM, counterActions } from './replica-counters.ts';
import { codeKey, type KnownItem, knownFrom, replicaItem, winnerKey } from './replica-items.ts';
import type { Pause } from './retried-batch.ts';

export interface ReplicaTable {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly pause: Pause;
}

type Change = ReplicaChange<KnownItem>;

/** An action of a transaction, and what is learnt from the item that broke its condition. */
interface Action {
  readonly action: TransactWriteItem;
  learn?(held: DynamoDBItem | undefined): void;
}

/** A change with all that has to be written with it. */
interface Write {
  readonly name: string;
  readonly campaignId: string;
  readonly item: DynamoDBItem;
  readonly actions: readonly Action[];
  readonly counters: CounterSums;
  /** Called after the write. */
  done(): void;
}

const WRITES_AT_ONCE = 16;

// DynamoDB API reference, TransactWriteItems: at most 100 actions and 4 MB. The mission's requests have 25 entries, and
// larger transactions would only meet others more often.
const ENTRIES_A_TRANSACTION = 25;
const ACTIONS_A_TRANSACTION = 100;
const BYTES_A_TRANSACTION = 3_500_000;

/** Writes each change whole or not at all. The names of those that met another write, which `knowledge` then has. */
export const writeChanges = async (table: ReplicaTable, changes: readonly Change[], knowledge: Knowledge<KnownItem>): Promise<ReadonlySet<string>> => {
  const writes = changes.map((change) => toWrite(table.tableName, change, knowledge));
  const alone = writes.filter(isAlone);
  const groups = transactionsOf(writes.filter((write) => !isAlone(write)));
  const failed = await mapInFlight([...alone.map((write) => [write]), ...groups], WRITES_AT_ONCE, async (group) => {
    const [first] = group;
    const isWritten = first !== undefined && isAlone(first) ? await putAlone(table, first) : await writeTogether(table, group);
    if (!isWritten) return group.map(({ name }) => name);
    for (const { done } of group) done();
    return [];
  });
  return new Set(failed.flat());
};

/** Half the price of a transaction; for edits, and for verdicts that were assigned here before. */
const isAlone = ({ actions, counters }: Write): boolean => actions.length === 1 && counters.size === 0;

const putAlone = async ({ client, pause }: ReplicaTable, { item, actions: [only] }: Write): Promise<boolean> => {
  const put = only?.action.Put;
  if (put === undefined) return true;
  const outcome = await conditionalWrite('PutItem', () => client.send(new PutItemCommand(put)), pause);
  if (outcome.written) return true;
  // The answer to an earlier send was lost, and this is what it wrote.
  if (outcome.attempts > 1 && isDeepStrictEqual(outcome.held, item)) return true;
  only?.learn?.(outcome.held);
  return false;
};

const writeTogether = async ({ client, tableName, pause }: ReplicaTable, group: readonly Write[]): Promise<boolean> => {
  const actions = group.flatMap((write) => write.actions);
  const counters = sumOf(group.map((write) => write.counters));
  const campaignId = group[0]?.campaignId ?? '';
  const send = () => {
    const TransactItems = [...actions.map(({ action }) => action), ...counterActions(tableName, campaignId, counters, pause.random.fraction())];
    return client.send(new TransactWriteItemsCommand({ TransactItems }));
  };
  const outcome = await transactWrite('TransactWriteItems', send, pause);
  if (outcome.written) return true;
  for (const [place, held] of outcome.held) actions[place]?.learn?.(held);
  return false;
};

/** Writes of one campaign together, as far as the limits allow. */
const transactionsOf = (writes: readonly Write[]): readonly (readonly Write[])[] =>
  [...Map.groupBy(writes, ({ campaignId }) => campaignId).values()].flatMap((ofCampaign) => {
    const groups: Write[][] = [];
    let left = { entries: 0, actions: 0, bytes: 0, counters: 0 };
    for (const write of ofCampaign) {
      const bytes = Buffer.byteLength(JSON.stringify(write.item));
      const counters = left.counters + write.counters.size;
      left = { entries: left.entries - 1, actions: left.actions - write.actions.length, bytes: left.bytes - bytes, counters };
      const group = groups.at(-1);
      if (group !== undefined && left.entries >= 0 && left.bytes >= 0 && left.actions >= Math.ceil(counters / COUNTERS_AN_ITEM)) group.push(write);
      else {
        groups.push([write]);
        left = {
          entries: ENTRIES_A_TRANSACTION - 1,
          actions: ACTIONS_A_TRANSACTION - write.actions.length,
          bytes: BYTES_A_TRANSACTION - bytes,
          counters: write.counters.size,
        };
      }
    }
    return groups;
  });

const toWrite = (tableName: string, { key, before, after, claims }: Change, { replicas, holders }: Knowledge<KnownItem>): Write => {
  const name = nameOf(key);
  const revision = before.revision + 1;
  const item = replicaItem(key, after, revision);
  const [lost, won] = [wonMarket(before.state), wonMarket(after)];
  const actions: readonly Action[] = [
    {
      action: { Put: { TableName: tableName, Item: item, ReturnValuesOnConditionCheckFailure: 'ALL_OLD', ...whileRevisionIs(before.revision) } },
      learn: (held) => replicas.set(name, knownFrom(held)),
    },
    ...(lost === undefined || lost === won ? [] : [{ action: { Delete: { TableName: tableName, Key: toItem(winnerKey(lost, key.globalUserId)) } } }]),
    ...(won === undefined || lost === won
      ? []
      : [{ action: { Put: { TableName: tableName, Item: toItem({ ...winnerKey(won, key.globalUserId), campaignId: key.campaignId }) } } }]),
    ...claims.map((claim) => ({
      action: claimAction(tableName, claim),
      learn: (held: DynamoDBItem | undefined) => {
        if (held?.holder?.S !== undefined) holders.set(claim.codeHash, held.holder.S);
      },
    })),
  ];
  const done = (): void => {
    replicas.set(name, { state: after, revision });
    for (const { codeHash, holder } of claims) holders.set(codeHash, holder);
  };
  return { name, campaignId: key.campaignId, item, actions, counters: counterChanges(before.state, after), done };
};

const whileRevisionIs = (revision: number) =>
  revision === 0
    ? { ConditionExpression: 'attribute_not_exists(PK)' }
    : { ConditionExpression: 'revision = :revision', ExpressionAttributeValues: toItem({ ':revision': revision }) };

const claimAction = (TableName: string, { codeHash, holder }: CodeClaim): TransactWriteItem => ({
  Put: {
    TableName,
    Item: toItem({ ...codeKey(codeHash), holder }),
    ConditionExpression: 'attribute_not_exists(PK) OR holder = :holder',
    ExpressionAttributeValues: toItem({ ':holder': holder }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

import { chunks } from '../../domain/chunks.ts';
import { type EntryItem, entryPartitionKey, isNewer } from '../../domain/entry.ts';
import type { EntryChange } from '../../domain/message.ts';
import { requestChunks } from '../../domain/payload-size.ts';
import type { PipelineSource } from '../../domain/pipeline-record.ts';
import type { OutgoingMessage } from '../../ports/queue.ts';
import { campaignById } from '../campaign-by-id.ts';
import { sendFailures } from '../send-failures.ts';
import type { Batch, BatchFailure, BatchRecord, BatchResult, Worker, WorkerContext } from '../worker.ts';

/** The mission's request size towards the Entry Service. */
const ENTRIES_A_REQUEST = 25;

interface SaveEntriesCount extends Readonly<Record<string, number>> {
  readonly received: number;
  readonly rejected: number;
  readonly failed: number;
  readonly upserted: number;
  readonly deleted: number;
}

/** A record with the item it is about: as the table has it, or the state that was removed. */
interface Operation {
  readonly record: BatchRecord<EntryChange>;
  readonly item: EntryItem;
}

/** The changes that the table still stands by. */
interface Operations {
  readonly puts: readonly Operation[];
  readonly deletions: readonly Operation[];
}

type Context = WorkerContext<'saveEntries'>;

/**
 * Brings the Entry Service up to date with the demand-table. Each entry is read again first; what is older than
 * the table is rejected, as the newer change has a message of its own. The flag is cleared last and only for the
 * version that was replicated, so a run that stops anywhere is repeated whole.
 */
export const saveEntries: Worker<'saveEntries', Batch<EntryChange>, BatchResult<SaveEntriesCount>> = async ({ records }, context) => {
  const { fanChanges, ...operations } = await validateOperations(records, context);
  const results = await Promise.all([
    ...requestChunks(operations.puts, ENTRIES_A_REQUEST, ({ item }) => item).map((puts) => settle(puts, () => upsert(puts, context))),
    ...chunks(operations.deletions, ENTRIES_A_REQUEST).map((deletions) => settle(deletions, () => remove(deletions, context))),
  ]);
  const failedFirst = results.flat();
  const failures: BatchFailure[] = [...failedFirst, ...(await passOn(without(operations, failedFirst), passed(fanChanges, failedFirst), context))];
  const done = without(operations, failures);
  await context.services.entryTable.clearReplicationFlags(done.puts.map(({ item }) => item));
  return {
    failures,
    count: {
      received: records.length,
      rejected: records.length - operations.puts.length - operations.deletions.length,
      failed: failures.length,
      upserted: done.puts.length,
      deleted: done.deletions.length,
    },
  };
};

/** Of several changes of one entry in a batch the newest speaks for all: the others are older than the table. */
const newestByEntry = (records: readonly BatchRecord<EntryChange>[]): readonly Operation[] => {
  const newest = new Map<string, Operation>();
  for (const record of records) {
    const item = record.body.newImage ?? record.body.oldImage;
    if (item === undefined) continue;
    const key = entryPartitionKey(record.body.keys);
    const known = newest.get(key);
    if (known === undefined || !isOlder({ record, item }, known)) newest.set(key, { record, item });
  }
  return [...newest.values()];
};

/** A removal comes after the state that it removed, which has the same version. */
const isOlder = (a: Operation, b: Operation): boolean => isNewer(b.item, a.item) || (!isNewer(a.item, b.item) && b.record.body.eventName === 'REMOVE');

const validateOperations = async (
  records: readonly BatchRecord<EntryChange>[],
  { services }: Context,
): Promise<Operations & { readonly fanChanges: readonly Operation[] }> => {
  const operations = newestByEntry(records);
  const current = await services.entryTable.getBatch(operations.map(({ record }) => record.body.keys));
  const puts: Operation[] = [];
  const deletions: Operation[] = [];
  operations.forEach((operation, index) => {
    const item = current[index] ?? null;
    if (operation.record.body.eventName === 'REMOVE') {
      if (item === null) deletions.push(operation);
    } else if (item !== null && !isNewer(item, operation.item)) {
      puts.push({ record: operation.record, item });
    }
  });
  const items = new Map(operations.map(({ record }, index) => [entryPartitionKey(record.body.keys), current[index] ?? null]));
  return { puts, deletions, fanChanges: changesByFans(records, items) };
};

/**
 * What fans themselves changed and the table still holds, once each. A record of such a change counts although a verdict
 * has overtaken it: the newer record is the system's, and would not bring what the fan said of themselves.
 */
const changesByFans = (records: readonly BatchRecord<EntryChange>[], items: ReadonlyMap<string, EntryItem | null>): readonly Operation[] => {
  const changes = new Map<string, Operation>();
  for (const record of records) {
    const image = record.body.newImage;
    if (image === undefined || image.fanModifiedAt !== image.updatedAt) continue;
    const key = entryPartitionKey(record.body.keys);
    const item = items.get(key);
    if (item != null && item.createdAt === image.createdAt && item.fanModifiedAt === image.fanModifiedAt) changes.set(key, { record, item });
  }
  return [...changes.values()];
};

/** A request that fails fails its own entries alone. */
const settle = async (operations: readonly Operation[], request: () => Promise<readonly BatchFailure[]>): Promise<readonly BatchFailure[]> => {
  try {
    return await request();
  } catch (error) {
    return operations.map(({ record }) => ({ id: record.id, error }));
  }
};

const upsert = async (puts: readonly Operation[], { services, correlationId }: Context): Promise<readonly BatchFailure[]> => {
  const { results } = await services.entryService.upsertEntries({ body: { entries: puts.map(({ item }) => replicaOf(item)) } }, { correlationId });
  const unscored = puts.filter((_, index) => results[index]?.scored === false);
  if (unscored.length === 0) return [];
  const sent = await services.queues.retryScoreQueue.send(unscored.map(({ record }) => ({ ...trailOf(record), body: record.body.keys })));
  return sendFailures('retryScoreQueue', idsOf(unscored), sent);
};

const remove = async (deletions: readonly Operation[], { services, correlationId }: Context): Promise<readonly BatchFailure[]> => {
  await services.entryService.deleteEntries(
    { body: { entries: deletions.map(({ item: { campaignId, globalUserId, createdAt, version } }) => ({ campaignId, globalUserId, createdAt, version })) } },
    { correlationId },
  );
  return [];
};

/** What a message takes over from the record that it is sent for. */
const trailOf = ({ correlationId, traceparent }: BatchRecord<EntryChange>) => ({ correlationId, traceparent });

const replicaOf = ({ PK: _pk, SK: _sk, needsReplication: _flag, correlationId: _id, traceparent: _trace, ...replicated }: EntryItem) => ({
  ...replicated,
  rankedMarkets: [...replicated.rankedMarkets],
});

/** What later hops need of a replicated change: the fan's details and a receipt, where the fan changed it, and a record for the pipeline. */
const passOn = async ({ puts, deletions }: Operations, fanChanges: readonly Operation[], context: Context): Promise<readonly BatchFailure[]> => {
  const { services } = context;
  const recorded = [...puts, ...deletions];
  const [receipts, users, data] = await Promise.all([
    settle(fanChanges, () => acknowledge(fanChanges, context)),
    services.queues.userInfoQueue.send(
      fanChanges.map(({ item, record }) => ({ ...trailOf(record), body: { ...item.userInfo, modifiedAt: item.fanModifiedAt } })),
    ),
    services.queues.dataQueue.send(recorded.map(registrationOf)),
  ]);
  return [...receipts, ...sendFailures('userInfoQueue', idsOf(fanChanges), users), ...sendFailures('dataQueue', idsOf(recorded), data)];
};

/**
 * Asks for a receipt of each registration whose campaign gives one. An edit asks again, as the change that created the
 * entry may have been overtaken by it, and nothing comes of it: there is one receipt a life of the entry.
 */
const acknowledge = async (changes: readonly Operation[], { services }: Context): Promise<readonly BatchFailure[]> => {
  const acknowledged: Operation[] = [];
  for (const [campaignId, ofCampaign] of Map.groupBy(changes, ({ item }) => item.campaignId))
    if ((await campaignById(services, campaignId))?.campaign.options.automatedReceipts === true) acknowledged.push(...ofCampaign);
  if (acknowledged.length === 0) return [];
  const sent = await services.queues.emailJobQueue.send(
    acknowledged.map(({ item: { campaignId, globalUserId, createdAt }, record }) => ({
      ...trailOf(record),
      body: { campaignId, marketId: null, globalUserId, template: 'receipt', occurrence: createdAt },
    })),
  );
  return sendFailures('emailJobQueue', idsOf(acknowledged), sent);
};

const registrationOf = ({ item, record }: Operation): OutgoingMessage<PipelineSource> => {
  const isDeleted = record.body.eventName === 'REMOVE';
  const { campaignId, globalUserId, entry, rankedMarkets, verdict, selection, version, createdAt, updatedAt, linkedFrom } = item;
  return {
    ...trailOf(record),
    body: {
      type: 'REGISTRATION',
      at: isDeleted ? record.body.at : updatedAt,
      data: {
        isDeleted,
        item: {
          campaignId,
          globalUserId,
          entry,
          rankedMarkets,
          verdict,
          version,
          createdAt,
          updatedAt,
          ...(selection === undefined ? {} : { selection }),
          ...(linkedFrom === undefined ? {} : { linkedFrom }),
        },
      },
    },
  };
};

const idsOf = (operations: readonly Operation[]): readonly string[] => operations.map(({ record }) => record.id);

const without = ({ puts, deletions }: Operations, failures: readonly BatchFailure[]): Operations => ({
  puts: passed(puts, failures),
  deletions: passed(deletions, failures),
});

const passed = (operations: readonly Operation[], failures: readonly BatchFailure[]): readonly Operation[] => {
  if (failures.length === 0) return operations;
  const failed = new Set(failures.map(({ id }) => id));
  return operations.filter(({ record }) => !failed.has(record.id));
};

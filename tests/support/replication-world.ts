import { createSqliteChangeStream } from '../../src/adapters/sqlite/sqlite-change-stream.ts';
import { createSqliteEntryStore } from '../../src/adapters/sqlite/sqlite-entry-store.ts';
import { createSqliteEntryTable } from '../../src/adapters/sqlite/sqlite-entry-table.ts';
import type { EntryItem, EntryKey } from '../../src/domain/entry.ts';
import type { EntryChange, QueueMessages } from '../../src/domain/message.ts';
import { RegError } from '../../src/errors.ts';
import type { OutgoingMessage, QueueSender } from '../../src/ports/queue.ts';
import type { CallContext } from '../../src/services/contract.ts';
import { createEntryHandlers } from '../../src/services/entry/handlers.ts';
import type { ServicesOf } from '../../src/topology.ts';
import { enqueueEntries } from '../../src/workers/replication/enqueue-entries.ts';
import { saveEntries } from '../../src/workers/replication/save-entries.ts';
import type { BatchRecord } from '../../src/workers/worker.ts';
import { entryItem } from './entry-item.ts';
import { createKnownCampaigns } from './known-campaigns.ts';
import { createSetClock } from './set-clock.ts';
import { silentLog } from './silent-log.ts';
import { createSqliteFolder } from './sqlite-folder.ts';
import { workerContext } from './worker-context.ts';

const CALL: CallContext = { caller: { kind: 'app', name: 'saveEntries', scopes: new Set(['entry:write']) }, correlationId: 'correlation-1' };

/** The demand-table with its stream, the two workers behind it, and the Entry Service on its own store; other queues are lists. */
export const createReplicationWorld = async () => {
  const engine = await createSqliteFolder().open();
  const clock = createSetClock();
  const table = createSqliteEntryTable({ engine, clock });
  const stream = createSqliteChangeStream<'reader'>({ engine, clock, consumers: ['reader'] });
  const store = createSqliteEntryStore({ engine });
  const unscored = new Set<string>();
  /** As they were sent. */
  const upserted: unknown[] = [];
  const scores = {
    score: async (subjects: readonly EntryKey[]) => subjects.map(({ globalUserId }) => (unscored.has(globalUserId) ? null : 500)),
  };
  const service = createEntryHandlers({ store, scores, log: silentLog });
  const requests: { readonly operation: 'upsert' | 'delete'; readonly fans: readonly string[] }[] = [];
  const faults = { request: (_fans: readonly string[]): boolean => false, tableRead: false, campaignRead: false };
  const fansOf = (entries: readonly EntryKey[]): readonly string[] => entries.map(({ globalUserId }) => globalUserId);
  const meet = (operation: 'upsert' | 'delete', entries: readonly EntryKey[]): void => {
    requests.push({ operation, fans: fansOf(entries) });
    if (faults.request(fansOf(entries))) throw new RegError('SERVICE_UNAVAILABLE', 'The Entry Service does not answer.');
  };

  const queue = <Q extends keyof QueueMessages>() => {
    const sent: OutgoingMessage<QueueMessages[Q]>[] = [];
    const refused = new Set<number>();
    const sender: QueueSender<QueueMessages[Q]> = {
      send: async (messages) => {
        sent.push(...messages.filter((_, index) => !refused.has(index)));
        return { failed: [...refused].filter((index) => index < messages.length).map((index) => ({ index, reason: 'full' })) };
      },
    };
    return { ...sender, sent, refused };
  };
  const queues = {
    saveEntriesQueue: queue<'saveEntriesQueue'>(),
    retryScoreQueue: queue<'retryScoreQueue'>(),
    userInfoQueue: queue<'userInfoQueue'>(),
    emailJobQueue: queue<'emailJobQueue'>(),
    dataQueue: queue<'dataQueue'>(),
  };
  const campaigns = createKnownCampaigns();
  const services: ServicesOf<'saveEntries'> = {
    campaignCache: campaigns.campaignCache,
    campaignStore: {
      campaignById: async (id) => {
        if (faults.campaignRead) throw new RegError('STORAGE_FAILED', 'The campaigns cannot be read.');
        return campaigns.campaignStore.campaignById(id);
      },
    },
    entryTable: {
      clearReplicationFlags: table.clearReplicationFlags,
      getBatch: async (keys) => {
        if (faults.tableRead) throw new RegError('STORAGE_FAILED', 'The table cannot be read.');
        return table.getBatch(keys);
      },
    },
    entryService: {
      upsertEntries: async (request) => {
        upserted.push(...request.body.entries);
        meet('upsert', request.body.entries);
        return service.upsertEntries(request, CALL);
      },
      deleteEntries: async (request) => {
        meet('delete', request.body.entries);
        return service.deleteEntries(request, CALL);
      },
    },
    queues,
    topics: {},
    workers: {},
  };
  const batchOf = (bodies: readonly EntryChange[]) => ({
    records: bodies.map(
      (body, index): BatchRecord<EntryChange> => ({ id: `m${index}`, body, correlationId: 'correlation-1', traceparent: body.newImage?.traceparent }),
    ),
  });

  /** The table's changes since the last look. */
  const everyChange = async (): Promise<readonly EntryChange[]> => {
    const records = await stream.read('reader', 10_000);
    const last = records.at(-1);
    if (last !== undefined) await stream.checkpoint('reader', last.sequenceNumber);
    return records.map(({ eventName, at, newImage, oldImage }): EntryChange => {
      const { campaignId, globalUserId } = (newImage ?? oldImage) as EntryItem;
      const change = { eventName, keys: { campaignId, globalUserId }, at: new Date(at).toISOString() };
      return newImage === null ? { ...change, oldImage: oldImage as EntryItem } : { ...change, newImage };
    });
  };

  return {
    clock,
    table,
    store,
    unscored,
    upserted,
    requests,
    faults,
    queues,
    campaignOptions: campaigns.options,
    everyChange,
    /** Those of them that `enqueueEntries` passes on. */
    changes: async (): Promise<readonly EntryChange[]> =>
      (await everyChange()).filter(({ eventName, newImage }) => eventName === 'REMOVE' || newImage?.needsReplication === true),
    enqueue: (bodies: readonly EntryChange[]) =>
      enqueueEntries(
        batchOf(bodies),
        workerContext<'enqueueEntries'>({ queues: { saveEntriesQueue: queues.saveEntriesQueue }, topics: {}, workers: {} }, clock),
      ),
    save: (bodies: readonly EntryChange[]) => saveEntries(batchOf(bodies), workerContext<'saveEntries'>(services, clock)),
    /** What the fans do, as the registration workers write it. */
    fan: {
      register: async (globalUserId: string, changes: Partial<EntryItem> = {}): Promise<EntryItem> => {
        clock.advance(1);
        const at = new Date(clock.now()).toISOString();
        const item = entryItem({ globalUserId, createdAt: at, updatedAt: at, fanModifiedAt: at, ...changes });
        await table.put(item, null);
        return item;
      },
      edit: async (item: EntryItem, changes: Partial<EntryItem> = {}): Promise<EntryItem> => {
        clock.advance(1);
        const at = new Date(clock.now()).toISOString();
        const edited = { ...item, version: item.version + 1, needsReplication: true, updatedAt: at, fanModifiedAt: at, ...changes };
        await table.put(edited, item);
        return edited;
      },
      withdraw: (item: EntryItem) => table.remove(item, item),
    },
    current: async (globalUserId: string): Promise<EntryItem | null> => table.get({ campaignId: 'summer-tour', globalUserId }),
    replica: async (globalUserId: string) => (await store.getBatch([{ campaignId: 'summer-tour', globalUserId }]))[0] ?? null,
  };
};

export type ReplicationWorld = Awaited<ReturnType<typeof createReplicationWorld>>;

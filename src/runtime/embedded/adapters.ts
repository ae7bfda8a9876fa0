import { join } from 'node:path';
import { eraseFromDataFolder } from '../../adapters/file/data-folder-erasure.ts';
import { createFileFileStore } from '../../adapters/file/file-file-store.ts';
import { createFileSecrets } from '../../adapters/file/file-secrets.ts';
import { createOutboxMailer } from '../../adapters/file/outbox-mailer.ts';
import { createUndiciConnections } from '../../adapters/http/undici-connections.ts';
import { createMemoryCampaignCache } from '../../adapters/memory/memory-campaign-cache.ts';
import { createMemoryMetrics } from '../../adapters/memory/memory-metrics.ts';
import { createMemoryTimings } from '../../adapters/memory/memory-timings.ts';
import { createSqliteAuditLog } from '../../adapters/sqlite/sqlite-audit-log.ts';
import { createSqliteCampaignStore } from '../../adapters/sqlite/sqlite-campaign-store.ts';
import { createSqliteChangeStream } from '../../adapters/sqlite/sqlite-change-stream.ts';
import { createSqliteCodeStore } from '../../adapters/sqlite/sqlite-code-store.ts';
import { createSqliteDrawStore } from '../../adapters/sqlite/sqlite-draw-store.ts';
import { openSqliteEngine } from '../../adapters/sqlite/sqlite-engine.ts';
import { createSqliteEntryStore } from '../../adapters/sqlite/sqlite-entry-store.ts';
import { createSqliteEntryTable } from '../../adapters/sqlite/sqlite-entry-table.ts';
import { createSqliteEventLog } from '../../adapters/sqlite/sqlite-event-log.ts';
import { createSqliteExecutionStore } from '../../adapters/sqlite/sqlite-execution-store.ts';
import { createSqliteQueueEngine } from '../../adapters/sqlite/sqlite-queue-engine.ts';
import { createSqliteScheduleMemory } from '../../adapters/sqlite/sqlite-schedule-memory.ts';
import { createSqliteTopic } from '../../adapters/sqlite/sqlite-topic.ts';
import { createSqliteUserStore } from '../../adapters/sqlite/sqlite-user-store.ts';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import type { PipelineRecord } from '../../domain/pipeline-record.ts';
import { type KafkaSettings, REDIS, type ServerAddress } from '../../environment.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { Random } from '../../ports/random.ts';
import type { SmtpSettings } from '../../smtp-settings.ts';
import { DEAD_LETTER_RETENTION_DAYS, eventTopics, queues, type StreamWorkerName, topics, type WorkerName, workers } from '../../topology.ts';
import { createSharedCampaignCache } from '../campaign-cache.ts';
import { openKafka } from '../kafka.ts';
import { urlOfServer } from '../server-address.ts';
import { mailerOf } from '../smtp-mailer.ts';
import { openMongoReader, openMongoStores } from './mongo-stores.ts';

export interface AdaptersOptions {
  readonly dataFolder: string;
  /** What topics of the event log begin with, without the dot. */
  readonly topicPrefix: string;
  readonly clock: Clock;
  readonly random: Random;
  /** The company's own servers, in the place of what is embedded, and where it is said that one is away. Default none. */
  readonly servers?: {
    readonly redis: ServerAddress | null;
    readonly smtp: SmtpSettings | null;
    readonly kafka: KafkaSettings | null;
    readonly schemaRegistryUrl: string | null;
    readonly mongo: ServerAddress | null;
    readonly mongoRead: ServerAddress | null;
    readonly log: Log;
  };
}

export type Adapters = ReturnType<typeof openAdapters>;

/** SQS waits for the visibility timeout, one process need not. Together nearly a minute at least, so that no short outage makes dead letters. */
const RETRY_SECONDS = [4, 20];
const LAST_RETRY_SECONDS = 90;

/** Few ask it, and an answer holds one schema. */
const REGISTRY_LIMITS = { connections: 2, maxAnswerBytes: 1024 * 1024 };

/** Every port on one data folder. Throws `DATA_FOLDER_IN_USE` where another process has it. */
export const openAdapters = ({ dataFolder, topicPrefix, clock, random, servers }: AdaptersOptions) => {
  const engine = openSqliteEngine(dataFolder);
  const queueEngine = createSqliteQueueEngine({
    engine,
    clock,
    random,
    queues,
    deadLetterQueues: streamRows.map(({ deadLetterQueue }) => deadLetterQueue),
    deadLetterRetentionDays: DEAD_LETTER_RETENTION_DAYS,
    retryDelaySeconds: (receiveCount) => ((RETRY_SECONDS[receiveCount - 1] ?? LAST_RETRY_SECONDS) * (1 + random.fraction())) / 2,
  });
  const metrics = createMemoryMetrics<WorkerName>();
  const secrets = createFileSecrets({ folder: join(dataFolder, 'secrets'), random });
  const redis =
    servers === undefined || servers.redis === null
      ? null
      : createSharedCampaignCache({ redisUrl: urlOfServer(servers.redis, REDIS, secrets), clock, random, metrics, log: servers.log });
  const smtp = servers === undefined || servers.smtp === null ? null : mailerOf(servers.smtp, secrets);
  const kafka =
    servers === undefined || servers.kafka === null
      ? null
      : openKafka({
          kafka: servers.kafka,
          schemaRegistryUrl: servers.schemaRegistryUrl,
          topicPrefix,
          secrets,
          connections: () => createUndiciConnections(REGISTRY_LIMITS),
          // Brokers know no time but the world's, whatever a run's clock says.
          clock: createSystemClock(),
        });
  const eventLog = kafka?.eventLog ?? createSqliteEventLog({ engine });
  const readFrom = servers?.mongoRead ?? servers?.mongo ?? null;
  const stores = servers === undefined || servers.mongo === null ? null : openMongoStores(servers.mongo, { secrets, clock, random });
  const reader = readFrom === null ? null : openMongoReader(readFrom, { secrets });
  const campaignStore = stores?.campaignStore ?? createSqliteCampaignStore({ engine });
  const prefixed = (topic: string): string => `${topicPrefix}.${topic}`;
  return {
    engine,
    queueEngine,
    dataSns: createSqliteTopic<PipelineRecord, (typeof topics.dataSns.subscriptions)[number]['queue']>({
      engine,
      queueEngine,
      subscriptions: topics.dataSns.subscriptions,
    }),
    entryTable: createSqliteEntryTable({ engine, clock }),
    changeStream: createSqliteChangeStream<StreamWorkerName>({ engine, clock, consumers: streamRows.map(({ worker }) => worker) }),
    campaignStore,
    /** Campaigns as the workers read them. */
    campaignReader: reader ?? campaignStore,
    campaignCache: redis ?? createMemoryCampaignCache({ clock, random }),
    drawStore: stores?.drawStore ?? createSqliteDrawStore({ engine }),
    entryStore: stores?.entryStore ?? createSqliteEntryStore({ engine }),
    userStore: stores?.userStore ?? createSqliteUserStore(engine),
    codeStore: stores?.codeStore ?? createSqliteCodeStore(engine),
    /** Topics go by their full names. */
    storedEvents: eventLog,
    /** Topics go by their short names, `registrations`; the prefix is put in front here. */
    eventLog: {
      append: (topic, records) => eventLog.append(prefixed(topic), records),
      read: (topic, after, max) => eventLog.read(prefixed(topic), after, max),
      erase: (topic, keys, blank) => eventLog.erase(prefixed(topic), keys, blank),
      count: (topic, keyPrefix) => eventLog.count(prefixed(topic), keyPrefix),
    } satisfies EventLog as EventLog,
    kafka,
    metrics,
    timings: createMemoryTimings(),
    scheduleMemory: createSqliteScheduleMemory({ engine }),
    auditLog: createSqliteAuditLog({ engine, clock }),
    executionStore: createSqliteExecutionStore({ engine }),
    secrets,
    files: createFileFileStore({ folder: join(dataFolder, 'files') }),
    mailer: smtp ?? createOutboxMailer({ folder: join(dataFolder, 'outbox') }),
    eraseFromFiles: (globalUserId: string) => eraseFromDataFolder(dataFolder, globalUserId),
    registrationsTopic: prefixed(eventTopics.REGISTRATION),
    /** Ends what is open to other servers, then closes the data folder. */
    close: async () => {
      await kafka?.close();
      await redis?.close();
      await smtp?.close();
      await reader?.close();
      await stores?.close();
      await engine.close();
    },
  };
};

const streamRows = Object.entries(workers).flatMap(([worker, { trigger }]) =>
  trigger.kind === 'stream' ? [{ worker: worker as StreamWorkerName & WorkerName, deadLetterQueue: trigger.deadLetterQueue }] : [],
);

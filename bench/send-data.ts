import { ProduceAcks, Producer } from '@platformatic/kafka';
import { startKafka } from '../scripts/servers/kafka.ts';
import { createKafkaClients } from '../src/adapters/kafka/kafka-client.ts';
import { createKafkaEventLog } from '../src/adapters/kafka/kafka-event-log.ts';
import { messageOf } from '../src/adapters/kafka/kafka-records.ts';
import { createTopics } from '../src/adapters/kafka/kafka-topics.ts';
import { createSystemClock } from '../src/adapters/system/system-clock.ts';
import { formatRecord } from '../src/domain/pipeline-format.ts';
import type { PipelineRecord } from '../src/domain/pipeline-record.ts';
import { RegError } from '../src/errors.ts';
import { registrySchemas } from '../src/generated/registry-schemas.ts';
import { createLog } from '../src/log.ts';
import type { EventLog } from '../src/ports/event-log.ts';
import { eventTopics, workers } from '../src/topology.ts';
import { sendData } from '../src/workers/data-pipeline/send-data.ts';
import type { Batch } from '../src/workers/worker.ts';
import { benchEntry } from './flow.ts';
import { alternate, type Summary, secondsOf } from './measure.ts';

/** Registrations a second that `sendData` checks, frames and publishes, against the client's own producer with the same batches, made before. */
export interface SendDataFigures {
  readonly ratio: Summary;
  readonly perSecond: Summary;
  readonly barePerSecond: Summary;
}

const SCHEMA_ID = 7;
const PARTITIONS = 3;
const TOPIC = `bench.${eventTopics.REGISTRATION}`;

export const measureSendData = async ({ rounds, records }: { readonly rounds: number; readonly records: number }): Promise<SendDataFigures> => {
  const kafka = await startKafka();
  const clock = createSystemClock();
  const noSecrets = { latest: () => Promise.reject(new RegError('SECRET_MISSING', 'The bench needs no certificate.')) };
  const clients = createKafkaClients({ brokers: [kafka.url], secret: null, secrets: noSecrets, clock });
  const producer = new Producer({ clientId: 'bench', bootstrapBrokers: [kafka.url] });
  try {
    await createTopics(clients, clock, [TOPIC], { partitions: PARTITIONS, replicas: 1 });
    const schemas = { registry: { idOf: async () => SCHEMA_ID }, schemaOf: () => registrySchemas.REGISTRATION };
    const log = createKafkaEventLog({ clients, schemas, clock });
    const eventLog: Pick<EventLog, 'append'> = { append: (topic, appended) => log.append(`bench.${topic}`, appended) };
    const batches = batchesOf(records);
    const { floor, ours, ratio } = await alternate(
      rounds,
      async () => records / (await bare(producer, batches)),
      async () => records / (await withSendData(eventLog, batches)),
    );
    return { ratio, perSecond: ours, barePerSecond: floor };
  } finally {
    await producer.close();
    await clients.close();
    await kafka.stop();
  }
};

/** As one process is given them. */
const batchesOf = (count: number): readonly Batch<PipelineRecord>[] => {
  const records = Array.from({ length: count }, (_, index) => {
    const item = benchEntry(index);
    return {
      id: `m${index}`,
      body: formatRecord({ type: 'REGISTRATION', at: item.updatedAt, data: { isDeleted: false, item } }),
      correlationId: item.correlationId,
    };
  });
  const size = workers.sendData.trigger.batch.embedded;
  return Array.from({ length: Math.ceil(count / size) }, (_, index) => ({ records: records.slice(index * size, (index + 1) * size) }));
};

const withSendData = (eventLog: Pick<EventLog, 'append'>, batches: readonly Batch<PipelineRecord>[]): Promise<number> => {
  const services = { eventLog, queues: {}, topics: {}, workers: {} };
  const context = { services, log: createLog('silent'), clock: createSystemClock(), correlationId: 'bench' };
  return secondsOf(async () => {
    for (const batch of batches) {
      const { failures } = await sendData(batch, context);
      if (failures.length > 0) throw new Error(`${failures.length} records of a batch failed`);
    }
  });
};

/** The same bytes in the same batches, one after the other, acknowledged by all replicas. */
const bare = (producer: Producer, batches: readonly Batch<PipelineRecord>[]): Promise<number> => {
  const prepared = batches.map(({ records }) =>
    records.map(({ body: { key, value }, correlationId }) => {
      const { id, timestamp } = value.dedupe;
      return { topic: TOPIC, ...messageOf({ key, value: JSON.stringify(value), dedupeId: id, timestamp: Date.parse(timestamp), correlationId }, SCHEMA_ID) };
    }),
  );
  return secondsOf(async () => {
    for (const messages of prepared) await producer.send({ messages, acks: ProduceAcks.ALL });
  });
};

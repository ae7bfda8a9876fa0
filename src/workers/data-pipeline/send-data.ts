import type { PipelineRecord } from '../../domain/pipeline-record.ts';
import { RegError } from '../../errors.ts';
import type { LogRecord } from '../../ports/event-log.ts';
import { eventTopics } from '../../topology.ts';
import type { Batch, BatchFailure, BatchRecord, BatchResult, Worker, WorkerContext } from '../worker.ts';
import { checkRecord } from './record-validators.ts';

/** Checks records against their schemas and appends them to their topics, in the order of the batch. */
export const sendData: Worker<'sendData', Batch<PipelineRecord>, BatchResult> = async ({ records }, context) => {
  const failures: BatchFailure[] = [];
  const valid: BatchRecord<PipelineRecord>[] = [];
  for (const record of records) {
    const error = checkRecord(record.body);
    if (error === null) valid.push(record);
    else failures.push({ id: record.id, error });
  }
  const invalid = failures.length;
  const byType = Map.groupBy(valid, ({ body }) => body.type);
  const appended = await Promise.all([...byType].map(([type, ofType]) => append(eventTopics[type], ofType, context)));
  failures.push(...appended.flat());
  return { failures, count: { received: records.length, published: records.length - failures.length, invalid, failed: failures.length } };
};

const append = async (
  topic: string,
  records: readonly BatchRecord<PipelineRecord>[],
  { services }: WorkerContext<'sendData'>,
): Promise<readonly BatchFailure[]> => {
  try {
    const { failed } = await services.eventLog.append(topic, records.map(logRecordOf));
    return failed.flatMap(({ index, reason }) => {
      const id = records[index]?.id;
      return id === undefined ? [] : [{ id, error: new RegError('SERVICE_UNAVAILABLE', `The topic ${topic} did not take the record: ${reason}`) }];
    });
  } catch (error) {
    return records.map(({ id }) => ({ id, error }));
  }
};

const logRecordOf = ({ body: { key, value }, correlationId, traceparent }: BatchRecord<PipelineRecord>): LogRecord => ({
  key,
  value: JSON.stringify(value),
  dedupeId: value.dedupe.id,
  timestamp: Date.parse(value.dedupe.timestamp),
  correlationId,
  traceparent,
});

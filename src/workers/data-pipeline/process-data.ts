import { formatRecord } from '../../domain/pipeline-format.ts';
import type { PipelineRecord, PipelineSource } from '../../domain/pipeline-record.ts';
import { RegError } from '../../errors.ts';
import type { TopicMessage } from '../../ports/topic.ts';
import { sendFailures } from '../send-failures.ts';
import type { Batch, BatchFailure, BatchResult, Worker } from '../worker.ts';

/** Formats what changed by its type and publishes it to `dataSns`, whose filters take it to the queue of its type. */
export const processData: Worker<'processData', Batch<PipelineSource>, BatchResult> = async ({ records }, { services }) => {
  const messages: TopicMessage<PipelineRecord>[] = [];
  const published: string[] = [];
  const failures: BatchFailure[] = [];
  for (const { id, body, correlationId, traceparent } of records) {
    try {
      const record = formatRecord(body);
      messages.push({ body: record, correlationId, traceparent, attributes: { type: record.type } });
      published.push(id);
    } catch (cause) {
      failures.push({ id, error: new RegError('RECORD_INVALID', 'The message on dataQueue is no change of a known type.', { cause }) });
    }
  }
  if (messages.length > 0) failures.push(...sendFailures('dataSns', published, await services.topics.dataSns.publish(messages)));
  return { failures, count: { received: records.length, published: records.length - failures.length, failed: failures.length } };
};

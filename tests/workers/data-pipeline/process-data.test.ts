import { expect, test } from 'vitest';
import type { PipelineRecord, PipelineSource } from '../../../src/domain/pipeline-record.ts';
import type { TopicMessage } from '../../../src/ports/topic.ts';
import { processData } from '../../../src/workers/data-pipeline/process-data.ts';
import { market, summerTour } from '../../support/summer-tour.ts';
import { workerContext } from '../../support/worker-context.ts';

const at = '2027-02-09T10:00:00.000Z';
const sources: readonly PipelineSource[] = [
  { type: 'CAMPAIGN', at, data: summerTour().campaign },
  { type: 'MARKET', at, data: market() },
  { type: 'EVENT_MAPPING', at, data: market() },
];
const batch = (bodies: readonly PipelineSource[]) => ({ records: bodies.map((body, index) => ({ id: `m${index}`, body, correlationId: `c${index}` })) });

const topic = (failed: readonly { index: number; reason: string }[] = []) => {
  const published: TopicMessage<PipelineRecord>[] = [];
  const publish = async (messages: readonly TopicMessage<PipelineRecord>[]) => {
    published.push(...messages);
    return { failed };
  };
  return { published, context: workerContext<'processData'>({ queues: {}, topics: { dataSns: { publish } }, workers: {} }) };
};

test('publishes each change under its type, with its own correlation id', async () => {
  const { published, context } = topic();
  const { failures, count } = await processData(batch(sources), context);
  expect(failures).toEqual([]);
  expect(count).toEqual({ received: 3, published: 3, failed: 0 });
  expect(published.map(({ attributes, correlationId, body }) => [attributes.type, correlationId, body.key])).toEqual([
    ['CAMPAIGN', 'c0', 'summer-tour'],
    ['MARKET', 'c1', 'london-1'],
    ['EVENT_MAPPING', 'c2', 'london-1'],
  ]);
});

test('names exactly what could not be formatted or published', async () => {
  const { context } = topic([{ index: 1, reason: 'full' }]);
  const nonsense = { type: 'MARKET', at, data: null } as unknown as PipelineSource;
  const { failures } = await processData(batch([nonsense, ...sources]), context);
  expect(failures).toMatchObject([
    { id: 'm0', error: { code: 'RECORD_INVALID' } },
    { id: 'm2', error: { code: 'SERVICE_UNAVAILABLE' } },
  ]);
});

test('a type that nobody knows is no change', async () => {
  const { published, context } = topic();
  const { failures } = await processData(batch([{ type: 'OTHER', at, data: {} } as unknown as PipelineSource]), context);
  expect(failures).toMatchObject([{ id: 'm0', error: { code: 'RECORD_INVALID', retryable: false } }]);
  expect(published).toEqual([]);
});

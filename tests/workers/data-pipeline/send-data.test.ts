import { expect, test } from 'vitest';
import { formatRecord } from '../../../src/domain/pipeline-format.ts';
import type { PipelineRecord } from '../../../src/domain/pipeline-record.ts';
import type { EventLog, LogRecord } from '../../../src/ports/event-log.ts';
import { sendData } from '../../../src/workers/data-pipeline/send-data.ts';
import { market } from '../../support/summer-tour.ts';
import { workerContext } from '../../support/worker-context.ts';

const at = '2027-02-09T10:00:00.000Z';
const marketRecord = (id: string): PipelineRecord => formatRecord({ type: 'MARKET', at, data: market({ id }) });
const counts = formatRecord({ type: 'REGISTERED_MARKET', at, data: { campaignId: 'c', marketId: 'm', entrants: 1, winners: 0, codes: 0 } });
const batch = (bodies: readonly PipelineRecord[]) => ({ records: bodies.map((body, index) => ({ id: `m${index}`, body, correlationId: `c${index}` })) });

const log = (append: EventLog['append'] = async () => ({ failed: [] })) => {
  const appended: [string, LogRecord][] = [];
  const services = {
    eventLog: {
      append: (topic: string, records: readonly LogRecord[]) => {
        for (const record of records) appended.push([topic, record]);
        return append(topic, records);
      },
    },
    queues: {},
    topics: {},
    workers: {},
  };
  return { appended, context: workerContext<'sendData'>(services) };
};

test('appends to the topic of the type, in order, with key, dedupe id and the time of the change', async () => {
  const { appended, context } = log();
  const { failures, count } = await sendData(batch([marketRecord('a'), counts, marketRecord('b')]), context);
  expect(failures).toEqual([]);
  expect(count).toEqual({ received: 3, published: 3, invalid: 0, failed: 0 });
  expect(appended.filter(([topic]) => topic === 'markets').map(([, record]) => record.key)).toEqual(['a', 'b']);
  expect(appended.filter(([topic]) => topic === 'registered-markets')).toHaveLength(1);
  expect(appended[0]?.[1]).toEqual({
    key: 'a',
    value: JSON.stringify(marketRecord('a').value),
    dedupeId: `MARKET:a:${at}`,
    timestamp: Date.parse(at),
    correlationId: 'c0',
  });
});

test('a record that breaks its schema is not sent and not worth trying again; the others go out', async () => {
  const { appended, context } = log();
  const broken = { ...marketRecord('a'), value: { ...marketRecord('a').value, capacity: -1 } };
  const { failures, count } = await sendData(batch([broken, marketRecord('b')]), context);
  expect(failures).toMatchObject([{ id: 'm0', error: { code: 'RECORD_INVALID', retryable: false, message: expect.stringContaining('/capacity') } }]);
  expect(count).toMatchObject({ invalid: 1, published: 1 });
  expect(appended.map(([, { key }]) => key)).toEqual(['b']);
});

test('what the log did not take is named, and may be tried again', async () => {
  const { context } = log(async (topic) => {
    if (topic === 'registered-markets') throw new Error('unreachable');
    return { failed: [{ index: 1, reason: 'too big' }] };
  });
  const { failures } = await sendData(batch([marketRecord('a'), marketRecord('b'), counts]), context);
  expect(failures.map(({ id }) => id).sort()).toEqual(['m1', 'm2']);
});

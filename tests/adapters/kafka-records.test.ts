import { describe, expect, test } from 'vitest';
import { messageOf, recordOf } from '../../src/adapters/kafka/kafka-records.ts';

const record = { key: 'summer-tour/fan-1', value: '{"a":1}', dedupeId: 'd1', timestamp: 1_800_000_000_000, correlationId: 'correlation-1' };
const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const headersOf = (of: Parameters<typeof messageOf>[0]) => [...messageOf(of, null).headers].map(([name, content]) => [name.toString(), content.toString()]);

describe('a record on Kafka', () => {
  test("carries its trace as W3C's header, for whoever reads it, and none where nobody records it", () => {
    expect(headersOf({ ...record, traceparent })).toContainEqual(['traceparent', traceparent]);
    expect(headersOf(record).map(([name]) => name)).toEqual(['dedupe-id', 'correlation-id', 'timestamp']);
  });

  test.each([record, { ...record, traceparent }])('is read as it was written', (written) => {
    const { key, value, headers } = messageOf(written, null);
    expect(recordOf({ key, value, headers: [...headers], sentAt: 0, place: '0/0' })).toStrictEqual(written);
  });
});

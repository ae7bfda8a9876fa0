import { expect, test } from 'vitest';
import { messageOf, recordOf } from '../../src/adapters/kafka/kafka-records.ts';

const record = { key: 'm1', value: '{"name":"Zoë"}', dedupeId: 'd-1', timestamp: 1_800_000_000_000, correlationId: 'c-1' };
const read = { key: Buffer.from('m1'), headers: [], sentAt: 5, place: '2/17' };

test("a framed record is a zero byte, the schema's id in four bytes, and the JSON", () => {
  const { value } = messageOf(record, 258);
  expect([...value.subarray(0, 5)]).toEqual([0, 0, 0, 1, 2]);
  expect(value.subarray(5).toString()).toBe(record.value);
});

test('without a registry it is the JSON alone; id, correlation and time are headers', () => {
  const { key, value, headers } = messageOf(record, null);
  expect([key.toString(), value.toString()]).toEqual(['m1', record.value]);
  expect([...headers].map(([name, content]) => [name.toString(), content.toString()])).toEqual([
    ['dedupe-id', 'd-1'],
    ['correlation-id', 'c-1'],
    ['timestamp', '1800000000000'],
  ]);
});

test.each([null, 0xffff_ffff])('what was written is read again, with the schema id %s in front', (schemaId) => {
  const { key, value, headers } = messageOf(record, schemaId);
  expect(recordOf({ key, value, headers: [...headers], sentAt: 5, place: '2/17' })).toEqual(record);
});

test('a message of another program has its place as id, and when it was sent as time', () => {
  expect(recordOf({ ...read, value: Buffer.from('{}') })).toEqual({ key: 'm1', value: '{}', dedupeId: '2/17', timestamp: 5, correlationId: '' });
  expect(recordOf({ ...read, key: null, value: null })).toMatchObject({ key: '', value: 'null' });
});

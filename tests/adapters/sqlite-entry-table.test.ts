import { expect, test } from 'vitest';
import { createSqliteChangeStream } from '../../src/adapters/sqlite/sqlite-change-stream.ts';
import { createSqliteEntryTable } from '../../src/adapters/sqlite/sqlite-entry-table.ts';
import { entryItem, entryState } from '../support/entry-item.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';

const open = async (consumers: readonly string[]) => {
  const engine = await createSqliteFolder().open();
  const clock = createSetClock();
  const table = createSqliteEntryTable({ engine, clock });
  const streamFor = (readers: readonly string[]) => createSqliteChangeStream({ engine, clock, consumers: readers });
  const texts = () =>
    engine
      .statement('SELECT json FROM entry_parts')
      .all()
      .map(({ json }) => String(json))
      .join();
  return { engine, table, stream: streamFor(consumers), streamFor, texts };
};
const fan = (email: string, version: number) => entryItem({ version, userInfo: { ...entryItem().userInfo, email } });

test('what a fan gave is kept no longer than the entry or a record of the stream shows it', async () => {
  const { engine, table, stream, texts } = await open(['reader']);
  const passAll = async () => {
    const last = (await stream.read('reader', 100)).at(-1);
    if (last !== undefined) await stream.checkpoint('reader', last.sequenceNumber);
    await stream.trim();
  };
  await table.put(fan('first@example.org', 1), null);
  await table.put(fan('refused@example.org', 1), null);
  await table.put(fan('second@example.org', 2), entryState(1));
  expect(texts()).toContain('first@example.org');
  expect(texts()).not.toContain('refused@example.org');
  await passAll();
  expect(texts()).not.toContain('first@example.org');
  await table.clearReplicationFlags([fan('', 2)]);
  await passAll();
  expect((await table.get(fan('', 2)))?.userInfo.email).toBe('second@example.org');
  await table.remove(fan('', 2), entryState(2));
  await passAll();
  expect(texts()).toBe('');
  expect(JSON.stringify(engine.statement('SELECT * FROM entry_stream').all())).not.toContain('fan-000001');
});

test('a long stream is trimmed to the last record', async () => {
  const { engine, table, stream } = await open(['reader']);
  await Promise.all(Array.from({ length: 4500 }, (_, n) => table.put(entryItem({ globalUserId: `fan-${n}` }), null)));
  const records = await stream.read('reader', 10_000);
  await stream.checkpoint('reader', records[4400]?.sequenceNumber as string);
  await stream.trim();
  expect(engine.statement('SELECT count(*) AS rows FROM entry_stream').get()).toMatchObject({ rows: 99 });
  expect(await stream.read('reader', 10_000)).toStrictEqual(records.slice(4401));
});

test('a consumer that joins later begins at the oldest record that is left', async () => {
  const { table, stream, streamFor } = await open(['reader']);
  await table.put(fan('first@example.org', 1), null);
  const [first] = await stream.read('reader', 10);
  await stream.checkpoint('reader', first?.sequenceNumber as string);
  await stream.trim();
  const both = streamFor(['reader', 'late']);
  expect(await both.lag('late')).toEqual({ records: 0, oldestAgeMs: 0 });
  await table.put(fan('second@example.org', 2), entryState(1));
  expect(await both.lag('late')).toMatchObject({ records: 1 });
  expect(await both.read('late', 10)).toHaveLength(1);
});

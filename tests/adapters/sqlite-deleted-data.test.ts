import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSqliteChangeStream } from '../../src/adapters/sqlite/sqlite-change-stream.ts';
import { createSqliteEntryTable } from '../../src/adapters/sqlite/sqlite-entry-table.ts';
import { createSqliteQueueEngine } from '../../src/adapters/sqlite/sqlite-queue-engine.ts';
import { entryItem, entryState } from '../support/entry-item.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';

const MARK = 'ann.to-be-forgotten@example.org';
const FANS = 300;

test('of withdrawn entries, passed stream records and handled messages nothing is left in the files', async () => {
  const folder = createSqliteFolder();
  const clock = createSetClock();
  const engine = await folder.open();
  const table = createSqliteEntryTable({ engine, clock });
  const stream = createSqliteChangeStream({ engine, clock, consumers: ['test'] });
  const rules = { deadLetterQueue: 'workDlq', visibilitySeconds: 30, maxReceiveCount: 3, retentionDays: 4 };
  const queues = createSqliteQueueEngine({ engine, clock, random: createSeededRandom(1), queues: { work: rules } });
  const { userInfo } = entryItem();
  const items = Array.from({ length: FANS }, (_, fan) => entryItem({ globalUserId: `fan-${fan}`, userInfo: { ...userInfo, email: MARK } }));
  await Promise.all(items.map((item) => table.put(item, null)));
  await queues.send(
    'work',
    items.map((body) => ({ body, correlationId: 'correlation-1' })),
  );
  const lease = await queues.receive('work', FANS);
  await queues.settle('work', lease?.token ?? '', { failed: [] });
  await Promise.all(items.map((item) => table.remove(item, entryState(1))));
  const changes = await stream.read('test', 2 * FANS);
  await stream.checkpoint('test', changes.at(-1)?.sequenceNumber ?? '');
  await stream.trim();
  await engine.close();
  for (const file of readdirSync(folder.path)) expect(readFileSync(join(folder.path, file)).includes(MARK)).toBe(false);
});

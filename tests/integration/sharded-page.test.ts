import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { toItem } from '../../src/adapters/aws/dynamodb-item.ts';
import { readShardedPage } from '../../src/adapters/aws/sharded-page.ts';
import { chunks } from '../../src/domain/chunks.ts';
import { createDynamoDBSubject } from './dynamodb-subject.ts';

test('where a filter drops nearly all, pages end early, go on where they ended, and lose nothing', async () => {
  const { client, tableName } = await createDynamoDBSubject('entries');
  const wanted = ['00700', '01398', '01399'];
  const items = Array.from({ length: 1_400 }, (_, n) => {
    const SK = String(n).padStart(5, '0');
    return toItem({ PK: n % 7 === 0 ? 'few' : 'many', SK, ...(wanted.includes(SK) ? { wanted: true } : {}) });
  });
  for (const some of chunks(items, 25)) {
    await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: some.map((Item) => ({ PutRequest: { Item } })) } }));
  }
  const list = { client, tableName, partitions: ['few', 'many', 'empty'], filter: { FilterExpression: 'attribute_exists(wanted)' } };
  const found: string[] = [];
  let pages = 0;
  let after: string | null = '';
  while (after !== null) {
    const { items: page, next }: Awaited<ReturnType<typeof readShardedPage>> = await readShardedPage(list, after, 1);
    found.push(...page.map(({ SK }) => SK?.S ?? ''));
    expect(page.length).toBeLessThanOrEqual(1);
    if (next !== null) expect(next > after).toBe(true);
    after = next;
    pages += 1;
  }
  expect(found).toEqual(wanted);
  expect(pages).toBeGreaterThan(wanted.length);
});

import { BatchWriteItemCommand, type BatchWriteItemCommandOutput } from '@aws-sdk/client-dynamodb';
import { chunks } from '../../domain/chunks.ts';
import { RegError } from '../../errors.ts';
import { type ItemKey, toItem } from './dynamodb-expressions.ts';
import { type DynamoDBTable, forAll } from './dynamodb-requests.ts';
import { retriedBatch } from './retried-batch.ts';
import { storageFailure } from './storage-failure.ts';

/** Writes a BatchWriteItem takes (DynamoDB API reference, BatchWriteItem); 16 MB together are far away. */
const WRITES_A_REQUEST = 25;

/** Puts any number of items, whatever was there, each key once. Throws `STORAGE_FAILED` where some may not have been put. */
export const putItems = async (table: DynamoDBTable, items: readonly ItemKey[]): Promise<void> => {
  const { client, tableName } = table;
  await forAll(chunks(items, WRITES_A_REQUEST), async (part) => {
    const left = await retriedBatch(
      part.map((item) => ({ PutRequest: { Item: toItem(item) } })),
      async (requests) => {
        const answer: BatchWriteItemCommandOutput = await client
          .send(new BatchWriteItemCommand({ RequestItems: { [tableName]: [...requests] } }))
          .catch((error: unknown) => {
            throw storageFailure('DynamoDB', error);
          });
        return (answer.UnprocessedItems?.[tableName] ?? []).flatMap(({ PutRequest }) =>
          PutRequest?.Item === undefined ? [] : [{ PutRequest: { Item: PutRequest.Item } }],
        );
      },
      table,
    );
    if (left.length > 0) throw new RegError('STORAGE_FAILED', `DynamoDB did not take ${left.length} of ${part.length} items. Try again.`);
  });
};

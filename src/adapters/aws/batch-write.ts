import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { chunks } from '../../domain/chunks.ts';
import { RegError } from '../../errors.ts';
import { mapInFlight, REQUESTS_AT_ONCE } from './in-flight.ts';
import { type Pause, retriedBatch } from './retried-batch.ts';
import { storageFailure } from './storage-failure.ts';

/** DynamoDB API reference, BatchWriteItem: at most 25 requests, no two of one item. */
const WRITES_A_REQUEST = 25;

/** Puts and deletions without conditions, any number of them; throws where some are left in the end, when others are done. */
export const writeItems = async (client: DynamoDBClient, tableName: string, requests: readonly WriteRequest[], pause: Pause): Promise<void> => {
  const write = async (some: readonly WriteRequest[]): Promise<readonly WriteRequest[]> => {
    const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: [...some] } })).catch((error: unknown) => {
      throw storageFailure('BatchWriteItem', error);
    });
    return answer.UnprocessedItems?.[tableName] ?? [];
  };
  await mapInFlight(chunks(requests, WRITES_A_REQUEST), REQUESTS_AT_ONCE, async (some) => {
    const left = await retriedBatch(some, write, pause);
    if (left.length > 0)
      throw new RegError(
        'STORAGE_FAILED',
        `BatchWriteItem left ${left.length} of ${some.length} items unwritten, time after time. Look at the table's throttling and quotas.`,
      );
  });
};

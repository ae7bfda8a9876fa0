import { ConditionalCheckFailedException, TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { RegError } from '../../errors.ts';
import type { DynamoDBItem } from './dynamodb-item.ts';
import type { Pause } from './retried-batch.ts';
import { storageFailure } from './storage-failure.ts';

/** `held`: the item that broke the condition, where the call asked for it and there is one. */
export type WriteOutcome = { readonly written: true } | { readonly written: false; readonly held: DynamoDBItem | undefined; readonly attempts: number };

/** `held`: by the place of the action in the transaction, the items that broke its conditions; undefined where there was none. */
export type TransactionOutcome = { readonly written: true } | { readonly written: false; readonly held: ReadonlyMap<number, DynamoDBItem | undefined> };

const ATTEMPTS = 10;
const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 1_000;

/**
 * One put, update or deletion with a condition. A condition that failed is an answer; `attempts` above 1 says that the
 * SDK sent it again, so that an earlier send may have been done and its answer lost. Waits while a transaction holds the
 * item. Throws `CONFLICT` if that does not end, `STORAGE_FAILED` for all else.
 */
export const conditionalWrite = async (call: string, send: () => Promise<unknown>, pause: Pause): Promise<WriteOutcome> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await send();
      return { written: true };
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return { written: false, held: error.Item, attempts: error.$metadata.attempts ?? 1 };
      if (!(error instanceof TransactionConflictException)) throw storageFailure(call, error);
    }
    await waitOrGiveUp(call, attempt, pause);
  }
};

/**
 * A transaction. `send` is called anew for each attempt, as another one may have to choose other items. Waits where it
 * met another transaction or a limit of throughput; a condition that failed beside that is an answer. Throws as above.
 */
export const transactWrite = async (call: string, send: () => Promise<unknown>, pause: Pause): Promise<TransactionOutcome> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await send();
      return { written: true };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw storageFailure(call, error);
      const reasons = error.CancellationReasons ?? [];
      const failed = reasons.flatMap(({ Code, Item }, place) => (Code === 'ConditionalCheckFailed' ? [[place, Item] as const] : []));
      if (failed.length > 0) return { written: false, held: new Map(failed) };
      if (!reasons.some(({ Code }) => Code !== undefined && PASSING.has(Code))) throw storageFailure(call, error);
    }
    await waitOrGiveUp(call, attempt, pause);
  }
};

/** Reasons that pass by themselves (DynamoDB API reference, TransactWriteItems, "TransactionCanceledException"). */
const PASSING = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

const waitOrGiveUp = async (call: string, attempt: number, { clock, random }: Pause): Promise<void> => {
  if (attempt === ATTEMPTS) throw new RegError('CONFLICT', `${call} met other writes of the same items ${ATTEMPTS} times. Try again.`);
  await clock.sleep(random.fraction() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt));
};

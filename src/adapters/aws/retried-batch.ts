import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';

export interface Pause {
  readonly clock: Clock;
  readonly random: Random;
}

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;
const ATTEMPTS = 8;

/**
 * Sends a batch, and again what the answer says was not taken, with full jitter between. Answers what was still not
 * taken in the end. Requests that fail as a whole are the SDK's to repeat; this is for a 200 that holds failures
 * (DynamoDB: unprocessed items; SQS and SNS: `Failed`).
 */
export const retriedBatch = async <Item>(
  items: readonly Item[],
  send: (items: readonly Item[]) => Promise<readonly Item[]>,
  { clock, random }: Pause,
): Promise<readonly Item[]> => {
  let left = items;
  for (let attempt = 1; left.length > 0; attempt += 1) {
    left = await send(left);
    if (left.length === 0 || attempt === ATTEMPTS) return left;
    await clock.sleep(random.fraction() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt));
  }
  return left;
};

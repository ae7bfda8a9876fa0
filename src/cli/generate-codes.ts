import type { Connection } from './connection.ts';
import { startProgress } from './progress.ts';

export interface GeneratedCodes {
  /** Repeats this very call: under the same key, market and count nothing is made a second time. */
  readonly key: string;
  /** Codes that stand under the key now, whether made by this call or by an earlier one. */
  readonly generated: number;
}

/** A fifth of what the service takes, as for imports. */
const CODES_A_REQUEST = 10_000;

/**
 * Makes codes for a market, `aRequest` (default 10,000) a request, each under the key and its place, so that a request
 * whose answer was lost, and a whole call that was broken off, can be repeated. Throws `STATE_INVALID` for a key that
 * stands for another count.
 */
export const generateCodes = async (
  { code }: Connection,
  marketId: string,
  count: number,
  key: string,
  aRequest = CODES_A_REQUEST,
): Promise<GeneratedCodes> => {
  const bar = startProgress('making codes', count);
  let generated = 0;
  try {
    for (let made = 0; made < count; made += aRequest) {
      const body = { count: Math.min(aRequest, count - made), idempotencyKey: `${key}/${made / aRequest + 1}` };
      generated += (await code.generateCodes({ params: { marketId }, body })).generated;
      bar.reached(made + body.count);
    }
  } finally {
    bar.end();
  }
  return { key, generated };
};

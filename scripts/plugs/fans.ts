import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';

export interface Crowd {
  /** Fans whose registration was answered as durable. */
  readonly registered: readonly string[];
  /** How many of them got another answer, or none, before. */
  readonly askedAgain: number;
  /** Milliseconds from the first request to the answer, over all fans. */
  readonly slowestMs: number;
  /** Milliseconds within which half of them had it. */
  readonly medianMs: number;
}

export interface CrowdOptions {
  readonly url: string;
  readonly token: string;
  readonly slug: string;
  readonly markets: readonly string[];
  readonly fans: number;
  /** Fans who begin in one second. */
  readonly perSecond: number;
  /** Called as each fan begins, with how many have. */
  readonly began: (count: number) => void;
}

const UPSERT = 'mutation ($input: RegistrationInput!) { upsertEntry(input: $input) { isEligible reason version } }';
const TICK_MS = 25;
const PATIENCE_MS = 5 * 60_000;
const ASK_AGAIN_MS = 1_000;
const REQUEST_MS = 15_000;

/** Fans who come at a steady rate, whatever the answers take, and ask again each second until they have theirs. */
export const registerCrowd = async ({ url, token, slug, markets, fans, perSecond, began }: CrowdOptions): Promise<Crowd> => {
  const pool = new Pool(url, { connections: 256, pipelining: 1 });
  const registered: string[] = [];
  const took: number[] = [];
  let askedAgain = 0;

  const ask = async (globalUserId: string, market: string): Promise<boolean> => {
    const userInfo = { globalUserId, email: `${globalUserId}@example.org`, firstName: 'Ann', lastName: 'Example', locale: 'en' };
    const input = { slug, entry: JSON.stringify({ markets: [market], tickets: 2 }), userInfo, doTransfer: false };
    try {
      const answer = await pool.request({
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: UPSERT, variables: { input } }),
        signal: AbortSignal.timeout(REQUEST_MS),
      });
      const { data } = (await answer.body.json()) as { readonly data?: { readonly upsertEntry?: { readonly isEligible?: boolean } } };
      return data?.upsertEntry?.isEligible === true;
    } catch {
      return false;
    }
  };

  const register = async (index: number): Promise<void> => {
    const globalUserId = `fan-${String(index).padStart(6, '0')}`;
    const market = markets[index % markets.length] ?? '';
    const first = performance.now();
    let attempts = 1;
    while (!(await ask(globalUserId, market))) {
      if (performance.now() - first > PATIENCE_MS) throw new Error(`${globalUserId} had no answer within ${PATIENCE_MS / 60_000} minutes`);
      attempts += 1;
      await wait(ASK_AGAIN_MS);
    }
    took.push(performance.now() - first);
    if (attempts > 1) askedAgain += 1;
    registered.push(globalUserId);
  };

  const under: Promise<void>[] = [];
  const startedAt = performance.now();
  while (under.length < fans) {
    const due = Math.min(fans, Math.ceil(((performance.now() - startedAt) / 1000) * perSecond));
    while (under.length < due) {
      under.push(register(under.length));
      began(under.length);
    }
    await wait(TICK_MS);
  }
  await Promise.all(under);
  await pool.close();
  took.sort((a, b) => a - b);
  return { registered, askedAgain, slowestMs: Math.round(took.at(-1) ?? 0), medianMs: Math.round(took[took.length >> 1] ?? 0) };
};

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import { RegError } from '../../src/errors.ts';
import type { CodeStore, SealedCode } from '../../src/ports/code-store.ts';
import { createCodeModel } from '../support/code-model.ts';

/** One call of the store; `again` repeats it at once, as a caller does whose answer was lost. */
export type CodeStep =
  | { readonly do: 'add'; readonly market: number; readonly codes: readonly number[]; readonly again: boolean }
  | { readonly do: 'addOnce'; readonly market: number; readonly key: number; readonly part: number; readonly size: number; readonly again: boolean }
  | { readonly do: 'reserve'; readonly market: number; readonly key: number; readonly count: number; readonly again: boolean }
  | { readonly do: 'assign' | 'redeem' | 'revoke'; readonly market: number; readonly code: number; readonly fan: number; readonly again: boolean }
  | { readonly do: 'wait'; readonly hours: number };

const CODES = 12;
const market = fc.nat(1);
const again = fc.boolean();
const step: fc.Arbitrary<CodeStep> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add' as const), market, codes: fc.array(fc.nat(CODES), { minLength: 1, maxLength: 5 }), again }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('addOnce' as const), market, key: fc.nat(1), part: fc.nat(1), size: fc.integer({ min: 1, max: 3 }), again }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('reserve' as const), market, key: fc.nat(3), count: fc.integer({ min: 1, max: 4 }), again }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('assign', 'assign', 'redeem', 'revoke'), market, code: fc.nat(CODES + 6), fan: fc.nat(3), again }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 12, 23, 24, 25) }) },
);

/** Random histories of two markets' codes: imports, batches, reservations that run out, assignments, redemptions, revocations, repeated calls. */
export const codeHistories = (maxLength: number): fc.Arbitrary<readonly CodeStep[]> => fc.array(step, { minLength: Math.min(10, maxLength), maxLength });

const START = Date.UTC(2027, 1, 9);
const HOUR_MS = 3_600_000;
const sealed = (code: string): SealedCode => ({
  lookup: new Uint8Array(createHash('sha256').update(code).digest()),
  sealed: new TextEncoder().encode(code),
});
const textOf = ({ sealed: text }: SealedCode): string => new TextDecoder().decode(text);

/** Takes a store through a history and holds each answer, and at the end all counts and holders, against the model. `name` keeps it apart from others. */
export const liveHistory = async (store: CodeStore, name: string, history: readonly CodeStep[]): Promise<void> => {
  const model = createCodeModel();
  let now = START;
  const marketOf = (index: number): string => `${name}-${index}`;
  const codeOf = (index: number): string => `${name} ${index}`;
  const invalidOr = <T>(answer: Promise<T>): Promise<T | 'STATE_INVALID'> =>
    answer.catch((error: unknown) => {
      if (error instanceof RegError && error.code === 'STATE_INVALID') return 'STATE_INVALID' as const;
      throw error;
    });

  const take = async (next: Exclude<CodeStep, { readonly do: 'wait' }>): Promise<void> => {
    const marketId = marketOf(next.market);
    if (next.do === 'add') {
      const texts = next.codes.map(codeOf);
      expect((await store.add(marketId, texts.map(sealed))).duplicates).toEqual(model.add(marketId, texts));
      return;
    }
    if (next.do === 'addOnce') {
      const texts = Array.from({ length: next.size }, (_, index) => `${name} made ${next.market} ${next.key} ${next.part} ${index}`);
      const part = { idempotencyKey: `key-${next.key}`, part: next.part, total: 10 + next.key };
      const answer = await invalidOr(store.addOnce(marketId, part, texts.map(sealed)).then(({ added }) => added));
      expect(answer).toBe(model.addOnce(marketId, part.idempotencyKey, part.part, part.total, texts));
      return;
    }
    if (next.do === 'reserve') {
      const request = { campaignId: name, marketId, idempotencyKey: `key-${next.key}`, count: next.count, reservationId: `r-${next.key}`, now };
      const answer = await invalidOr(store.reserve(request));
      const expected = model.reserve(marketId, request.idempotencyKey, next.count, now);
      expect(answer === 'STATE_INVALID' ? answer : answer.outcome === 'short' ? answer.shortfall : answer.codes.map(textOf)).toEqual(expected);
      return;
    }
    const text = codeOf(next.code);
    const ref = { marketId, lookup: sealed(text).lookup };
    const fan = `fan-${next.fan}`;
    if (next.do === 'assign') expect(await store.markAssigned([{ ...ref, globalUserId: fan }], now)).toEqual([model.assign(marketId, text, fan)]);
    if (next.do === 'revoke') expect(await store.revoke([ref], 'test', now)).toBe(model.revoke(marketId, text));
    if (next.do === 'redeem') expect(await store.redeem([{ ...ref, redeemedAt: now }], now)).toEqual([model.redeem(marketId, text, now)]);
  };

  const check = async (): Promise<void> => {
    for (const marketId of [marketOf(0), marketOf(1)]) {
      const counts = await store.counts(marketId, now);
      expect(counts).toEqual(model.counts(marketId, now));
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(model.imported(marketId));
      const { codes } = await store.held(marketId, null, 100);
      expect(new Map(codes.map((code) => [textOf(code), code.globalUserId]))).toEqual(model.held(marketId));
    }
  };

  for (const [index, next] of history.entries()) {
    if (next.do === 'wait') now += next.hours * HOUR_MS;
    else for (let call = 0; call < (next.again ? 2 : 1); call += 1) await take(next);
    if (index % 10 === 9) await check();
  }
  await check();
};

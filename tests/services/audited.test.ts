import { expect, test } from 'vitest';
import type { AuditFacts } from '../../src/domain/audit-chain.ts';
import { RegError } from '../../src/errors.ts';
import type { Caller } from '../../src/ports/tokens.ts';
import { type AuditedCall, changesSomething, runAudited } from '../../src/services/audited.ts';

const operator: Caller = { kind: 'operator', name: 'olga' };
const call = (caller: Caller, input: object = {}): AuditedCall => ({ service: 'code', operation: 'importCodes', caller, correlationId: 'c-1', input });

/** A log that refuses the appends whose outcome is named. */
const createBook = (refused: readonly string[] = []) => {
  const facts: AuditFacts[] = [];
  const append = async (one: AuditFacts): Promise<void> => {
    if (refused.includes(one.outcome)) throw new RegError('STORAGE_FULL', 'The disk is full.');
    facts.push(one);
  };
  return { facts, audit: { log: { append }, ownCallers: new Set(['save-selections']) } };
};

test('a call is written down before it is done, and how it ended', async () => {
  const { facts, audit } = createBook();
  const answer = await runAudited(audit, call(operator), async () => facts.map(({ outcome }) => outcome));
  expect(answer).toEqual(['BEGUN']);
  expect(facts).toEqual(
    ['BEGUN', 'DONE'].map((outcome) => ({
      by: { kind: 'operator', name: 'olga' },
      service: 'code',
      operation: 'importCodes',
      on: {},
      outcome,
      correlationId: 'c-1',
    })),
  );
});

test('a call that failed is written down with its code, and fails as it did', async () => {
  const { facts, audit } = createBook();
  const refusal = new RegError('STATE_INVALID', 'The draw is frozen.');
  await expect(runAudited(audit, call(operator), () => Promise.reject(refusal))).rejects.toBe(refusal);
  await expect(runAudited(audit, call(operator), () => Promise.reject(new Error('a fault')))).rejects.toThrow('a fault');
  expect(facts.map(({ outcome }) => outcome)).toEqual(['BEGUN', 'STATE_INVALID', 'BEGUN', 'INTERNAL']);
});

test('what cannot be written down is not done', async () => {
  const { audit } = createBook(['BEGUN']);
  let done = false;
  const run = async (): Promise<void> => {
    done = true;
  };
  await expect(runAudited(audit, call(operator), run)).rejects.toMatchObject({ code: 'STORAGE_FULL' });
  expect(done).toBe(false);
});

test('what was done is answered, even if its end cannot be written down', async () => {
  const { facts, audit } = createBook(['DONE']);
  expect(await runAudited(audit, call(operator), async () => 'answer')).toBe('answer');
  expect(facts.map(({ outcome }) => outcome)).toEqual(['BEGUN']);
});

test('apps are written down, the own workers of the system are not', async () => {
  const { facts, audit } = createBook();
  await runAudited(audit, call({ kind: 'app', name: 'save-selections', scopes: new Set() }), async () => null);
  expect(facts).toEqual([]);
  await runAudited(audit, call({ kind: 'app', name: 'ticketer', scopes: new Set() }), async () => null);
  expect(facts.map(({ by }) => by)).toEqual([
    { kind: 'app', name: 'ticketer' },
    { kind: 'app', name: 'ticketer' },
  ]);
});

test('of a request only campaign, market, draw and the like are kept: no code, no fan, no text', async () => {
  const { facts, audit } = createBook();
  const input = {
    params: { marketId: 'london-1', globalUserId: 'fan-1', draw: 2, queue: 'ann@example.org' },
    body: { campaignId: 'summer-tour', accessCode: 'CODE-1', codes: ['CODE-2'], email: 'ann@example.org', reason: 'Ann asked', status: { text: 'Ann' } },
  };
  await runAudited(audit, call(operator, input), async () => null);
  expect(facts.map(({ on }) => on)).toEqual(Array(2).fill({ campaignId: 'summer-tour', marketId: 'london-1', draw: '2' }));
});

test('what only reads is not audited, whatever its method', () => {
  expect(changesSomething({ method: 'GET', scope: 'operator' })).toBe(false);
  expect(changesSomething({ method: 'POST', scope: 'entry:read' })).toBe(false);
  expect(changesSomething({ method: 'POST', scope: 'entry:write' })).toBe(true);
  expect(changesSomething({ method: 'DELETE', scope: 'operator' })).toBe(true);
});

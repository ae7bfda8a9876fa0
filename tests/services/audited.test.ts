import { expect, test } from 'vitest';
import type { AuditFacts } from '../../src/domain/audit-chain.ts';
import { RegError } from '../../src/errors.ts';
import { PERSONAL_FIELDS } from '../../src/log.ts';
import type { Caller } from '../../src/ports/tokens.ts';
import { operatorContract } from '../../src/server/operator-contract.ts';
import { type AuditedCall, auditedAs, runAudited } from '../../src/services/audited.ts';
import type { Contract } from '../../src/services/contract.ts';
import { contracts } from '../../src/services/contracts.ts';

const operator: Caller = { kind: 'operator', name: 'olga' };
const call = (caller: Caller, input: object = {}): AuditedCall => ({
  service: 'code',
  operation: 'importCodes',
  kind: 'change',
  caller,
  correlationId: 'c-1',
  input,
});

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

test('what an operator reads of fans is written down once, and not shown where that fails; what apps read is not', async () => {
  const { facts, audit } = createBook();
  const reading = (caller: Caller): AuditedCall => ({ ...call(caller), kind: 'reading' });
  expect(await runAudited(audit, reading(operator), async () => 'answer')).toBe('answer');
  await runAudited(audit, reading({ kind: 'app', name: 'ticketer', scopes: new Set() }), async () => null);
  expect(facts.map(({ outcome }) => outcome)).toEqual(['READ']);
  await expect(runAudited(createBook(['READ']).audit, reading(operator), async () => 'answer')).rejects.toMatchObject({ code: 'STORAGE_FULL' });
});

test('what changes something is a change, whatever its method; what reads is a reading where it tells of fans', () => {
  expect(auditedAs({ method: 'GET', scope: 'operator' })).toBeNull();
  expect(auditedAs({ method: 'GET', scope: 'operator', personal: true })).toBe('reading');
  expect(auditedAs({ method: 'POST', scope: 'entry:read', personal: true })).toBe('reading');
  expect(auditedAs({ method: 'POST', scope: 'entry:read' })).toBeNull();
  expect(auditedAs({ method: 'POST', scope: 'entry:write' })).toBe('change');
  expect(auditedAs({ method: 'DELETE', scope: 'operator' })).toBe('change');
});

/** Names under which an answer tells of a fan. */
const OF_A_FAN = new Set<string>([...PERSONAL_FIELDS, 'globalUserId', 'globalUserIds', 'code', 'codes', 'value', 'invited', 'userInfo', 'answers']);

/** Answers that have such a name and tell of no fan. */
const HARMLESS: Readonly<Record<string, string>> = {
  'entry countEntries': 'codes: how many there are',
  'export campaignReport': 'the same',
};

const namesIn = (schema: unknown): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, ...rest } = schema as { readonly properties?: object };
  return [...Object.keys(properties), ...[...Object.values(properties), ...Object.values(rest)].flatMap(namesIn)];
};

test('every operation that changes something or tells of single fans is written down', () => {
  const operations = [...Object.values(contracts), operatorContract].flatMap((contract: Contract) =>
    Object.entries(contract.operations).map(([name, operation]) => ({ name: `${contract.service} ${name}`, operation })),
  );
  const unwritten = operations.filter(({ operation }) => auditedAs(operation) === null);
  const telling = unwritten.filter(({ operation }) => namesIn(operation.answer).some((field) => OF_A_FAN.has(field)));
  expect(telling.map(({ name }) => name).sort()).toEqual(Object.keys(HARMLESS).sort());
  expect(
    operations
      .filter(({ operation }) => auditedAs(operation) === 'reading')
      .map(({ name }) => name)
      .sort(),
  ).toEqual([
    ...['campaign getDrawResults', 'campaign listPromotions', 'code listHeldCodes', 'entry checkInvite', 'entry getEntries', 'entry getEntriesByMarket'],
    ...['entry getEntry', 'entry listEntries', 'export listWinners', 'operator deadLetters', 'operator events', 'operator listTable', 'user getProfile'],
    'user listEmailJobs',
  ]);
  // What an operator calls by POST or PUT and is no change would have to be a read by its scope.
  for (const { name, operation } of unwritten) if (operation.method !== 'GET') expect(operation.scope, name).toMatch(/:read$/);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createUndiciConnections } from '../../src/adapters/http/undici-connections.ts';
import { openSqliteEngine } from '../../src/adapters/sqlite/sqlite-engine.ts';
import { createSqliteEntryStore } from '../../src/adapters/sqlite/sqlite-entry-store.ts';
import { CONNECTION_LIMITS, createServiceClient } from '../../src/services/client/service-client.ts';
import type { ClientOf } from '../../src/services/contract.ts';
import { entryContract } from '../../src/services/entry/contract.ts';
import { createEntryHandlers } from '../../src/services/entry/handlers.ts';
import { createMembershipScores, type ScoreProvider } from '../../src/services/entry/score-provider.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { serve } from '../support/served.ts';
import { createSetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';

let client: ClientOf<typeof entryContract>;
let operator: ClientOf<typeof entryContract>;
let stop: () => Promise<void>;
let score: ScoreProvider['score'];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reg-entry-service-'));
  const engine = openSqliteEngine(folder);
  const store = createSqliteEntryStore({ engine });
  const { app, url } = await serve(entryContract, createEntryHandlers({ store, scores: { score: (entries) => score(entries) }, log: silentLog }));
  const dispatcher = createUndiciConnections(CONNECTION_LIMITS);
  const connect = (token: string) => {
    const common = { clock: createSetClock(), random: createSeededRandom(1), log: silentLog, connections: dispatcher };
    return createServiceClient(entryContract, { baseUrl: `${url}/services/entry`, token: async () => token, ...common });
  };
  client = connect('service:entry|entry:read+entry:write');
  operator = connect('operator');
  stop = async () => {
    await dispatcher.close();
    await app.close();
    await engine.close();
    await rm(folder, { recursive: true });
  };
});
afterAll(() => stop());
beforeEach(() => {
  score = createMembershipScores().score;
});

type Upsert = Parameters<typeof client.upsertEntries>[0]['body']['entries'][number];

const entry = (changes: Partial<Upsert> = {}): Upsert => {
  const globalUserId = changes.globalUserId ?? 'fan-1';
  return {
    campaignId: 'tour',
    globalUserId,
    entry: { markets: ['london', 'paris'], tickets: 2, newsletter: true, promoterOptIns: { london: true } },
    verdict: 'PENDING',
    version: 1,
    createdAt: '2027-02-01T10:00:00.000Z',
    updatedAt: '2027-02-01T10:00:00.000Z',
    fanModifiedAt: '2027-02-01T10:00:00.000Z',
    rankedMarkets: ['london', 'paris'],
    userInfo: { globalUserId, email: `${globalUserId}@example.org`, firstName: 'Ann', lastName: 'Example', locale: 'en' },
    ...changes,
  };
};

const upsert = (...entries: Upsert[]) => client.upsertEntries({ body: { entries } });

describe('replication over HTTP', () => {
  test('a page of large entries ends early, and the next begins where it ended', async () => {
    const fans = Array.from({ length: 30 }, (_, index) => `fan-${index + 10}`);
    for (const globalUserId of fans) await upsert(entry({ campaignId: 'large', globalUserId, entry: { note: 'x'.repeat(200_000) } }));
    const found: string[][] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: Awaited<ReturnType<typeof client.listEntries>> = await client.listEntries({
        params: { campaignId: 'large' },
        query: { limit: 1000, ...(after === '' ? {} : { after }) },
      });
      found.push(page.entries.map(({ globalUserId }) => globalUserId));
      after = page.next;
    }
    expect(found.map((page) => page.length)).toEqual([20, 10]);
    expect(found.flat()).toEqual(fans);
  });

  test('an entry comes back as it went in, with its score', async () => {
    const written = entry({ campaignId: 'a', selection: { drawId: 'a/1', position: 2, waitlist: [{ marketId: 'paris', place: 1 }] }, verdict: 'WAITLIST' });
    expect(await upsert(written)).toEqual({ results: [{ campaignId: 'a', globalUserId: 'fan-1', outcome: 'applied', scored: true }] });
    const { userInfo: _, rankedMarkets: __, ...replica } = written;
    expect(await client.getEntry({ params: { campaignId: 'a', globalUserId: 'fan-1' } })).toEqual({ ...replica, score: 0 });
    const { entries } = await client.getEntries({ body: { campaignId: 'a', globalUserIds: ['nobody', 'fan-1'] } });
    expect(entries).toEqual([null, { ...replica, score: 0 }]);
  });

  test('who has no entry, or withdrew, is not found', async () => {
    const written = entry({ campaignId: 'b' });
    await upsert(written);
    const { results } = await client.deleteEntries({
      body: { entries: [{ campaignId: 'b', globalUserId: 'fan-1', createdAt: written.createdAt, version: 1 }] },
    });
    expect(results).toEqual([{ campaignId: 'b', globalUserId: 'fan-1', outcome: 'deleted' }]);
    await expect(client.getEntry({ params: { campaignId: 'b', globalUserId: 'fan-1' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('26 entries are too many, and one wrong entry refuses the request with its place', async () => {
    const many = Array.from({ length: 26 }, (_, index) => entry({ globalUserId: `fan-${index}` }));
    await expect(upsert(...many)).rejects.toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'entries' } });
    const wrong = { ...entry({ campaignId: 'c' }), rankedMarkets: ['London!'] };
    await expect(upsert(entry({ campaignId: 'c' }), wrong)).rejects.toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'entries.1.rankedMarkets.0' } });
    expect((await client.countEntries({ params: { campaignId: 'c' } })).entries).toBe(0);
  });

  test('lists and counts', async () => {
    await upsert(...['c', 'a', 'b'].map((globalUserId) => entry({ campaignId: 'd', globalUserId })));
    const page = await client.listEntries({ params: { campaignId: 'd' }, query: { limit: 2 } });
    expect([page.entries.map(({ globalUserId }) => globalUserId), page.next]).toEqual([['a', 'b'], 'b']);
    expect(await client.listEntries({ params: { campaignId: 'd' }, query: { after: 'b' } })).toMatchObject({ entries: [{ globalUserId: 'c' }], next: null });
    const { parts } = await client.listEntryParts({});
    const inParts = await Promise.all(parts.map((part) => client.listEntries({ params: { campaignId: 'd' }, query: { part } })));
    expect(inParts.flatMap(({ entries }) => entries.map(({ globalUserId }) => globalUserId)).toSorted()).toEqual(['a', 'b', 'c']);
    await expect(client.listEntries({ params: { campaignId: 'd' }, query: { part: 'none' } })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      detail: { field: 'part' },
    });
    expect(await client.countEntries({ params: { campaignId: 'd' } })).toEqual({
      entries: 3,
      byVerdict: { PENDING: 3, WINNER: 0, WAITLIST: 0, LOSER: 0 },
      byMarket: { london: { entrants: 3, winners: 0, codes: 0 }, paris: { entrants: 3, winners: 0, codes: 0 } },
    });
  });
});

describe('scores', () => {
  test('members score 1000, everybody else 0', async () => {
    const member = entry({ campaignId: 'e', globalUserId: 'member' });
    await upsert({ ...member, userInfo: { ...member.userInfo, memberId: 'M1' } }, entry({ campaignId: 'e' }));
    const { entries } = await client.listEntries({ params: { campaignId: 'e' }, query: {} });
    expect(entries.map(({ globalUserId, score }) => [globalUserId, score])).toEqual([
      ['fan-1', 0],
      ['member', 1000],
    ]);
  });

  test.each([
    ['throws', () => Promise.reject(new Error('down'))],
    ['knows no score', async () => [null]],
    ['gives one out of range', async () => [1001]],
  ] as const)('a provider that %s refuses no write, and is asked again', async (what, failing) => {
    const campaignId = `f-${what.replaceAll(' ', '-')}`;
    score = failing;
    expect(await upsert(entry({ campaignId }))).toMatchObject({ results: [{ outcome: 'applied', scored: false }] });
    const key = { campaignId, globalUserId: 'fan-1' };
    expect(await client.refreshScores({ body: { entries: [key] } })).toEqual({ failed: [key] });
    score = async () => [640];
    expect(await client.refreshScores({ body: { entries: [key, { ...key, globalUserId: 'gone' }] } })).toEqual({ failed: [] });
    expect((await client.getEntry({ params: key })).score).toBe(640);
  });

  test('those that an operator sets stand, and fans without an entry are counted', async () => {
    const params = { campaignId: 'scored' };
    await upsert(entry(params), entry({ ...params, globalUserId: 'fan-2' }));
    const given = [
      { globalUserId: 'fan-1', score: 300 },
      { globalUserId: 'gone', score: 1 },
      { globalUserId: 'fan-1', score: 310 },
    ];
    expect(await operator.importScores({ params, body: { scores: given } })).toEqual({ imported: 1, unknown: 1 });
    await client.refreshScores({ body: { entries: [{ ...params, globalUserId: 'fan-1' }] } });
    await upsert(entry({ ...params, version: 2 }), entry({ ...params, globalUserId: 'fan-2', version: 2 }));
    const { entries } = await client.listEntries({ params, query: {} });
    expect(entries.map(({ score: now }) => now)).toEqual([310, 0]);
    await expect(client.importScores({ params, body: { scores: given } })).rejects.toMatchObject({ code: 'SCOPE_MISSING' });
    await expect(operator.importScores({ params, body: { scores: [{ globalUserId: 'fan-1', score: 1001 }] } })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });
});

describe('codes', () => {
  const assign = (campaignId: string, ...entries: Parameters<typeof client.assignCodes>[0]['body']['entries']) =>
    client.assignCodes({ body: { campaignId, marketId: 'london', drawId: `${campaignId}/1`, codes: 'unique', entries } });
  const winner = (campaignId: string, globalUserId: string, accessCode: string) => ({
    globalUserId,
    verdict: 'WINNER' as const,
    accessCode,
    selection: { drawId: `${campaignId}/1`, position: 1, marketId: 'london', waitlist: [] },
  });

  test('are assigned once each, and listed and counted with their market', async () => {
    await upsert(entry({ campaignId: 'g' }), entry({ campaignId: 'g', globalUserId: 'fan-2' }));
    expect(await assign('g', winner('g', 'fan-1', 'G1'), winner('g', 'fan-2', 'G1'), winner('g', 'nobody', 'G2'))).toEqual({
      results: [
        { globalUserId: 'fan-1', outcome: 'assigned' },
        { globalUserId: 'fan-2', outcome: 'refused' },
        { globalUserId: 'nobody', outcome: 'absent' },
      ],
    });
    expect(await client.getEntriesByMarket({ params: { marketId: 'london' }, query: {} })).toMatchObject({
      entries: [{ globalUserId: 'fan-1', verdict: 'WINNER', accessCode: 'G1', version: 1 }],
      next: null,
    });
    expect((await client.countEntries({ params: { campaignId: 'g' } })).byMarket.london).toEqual({ entrants: 2, winners: 1, codes: 1 });
  });

  const { accessCode: _, ...uncoded } = winner('h', 'fan-1', '');
  test.each([
    ['a winner without a code', uncoded, 'accessCode'],
    ['a winner of another market', { ...winner('h', 'fan-1', 'H1'), selection: { ...uncoded.selection, marketId: 'paris' } }, 'selection.marketId'],
    ['a loser with a code', { ...winner('h', 'fan-1', 'H1'), verdict: 'LOSER' as const }, 'accessCode'],
  ])('%s is refused with its place, and nothing is written', async (_name, wrong, field) => {
    await upsert(entry({ campaignId: 'h' }));
    await expect(assign('h', winner('h', 'fan-1', 'H9'), wrong)).rejects.toMatchObject({ code: 'INPUT_INVALID', detail: { field: `entries.1.${field}` } });
    expect((await client.getEntry({ params: { campaignId: 'h', globalUserId: 'fan-1' } })).verdict).toBe('PENDING');
  });
});

describe('invites', () => {
  test('addresses are found in any case; ids only as they are', async () => {
    const params = { campaignId: 'i' };
    const values = [' Ann@Example.org', 'ann@example.ORG', 'bob@example.org'];
    expect(await operator.importInvites({ params, body: { key: 'email', values } })).toEqual({ imported: 2, duplicates: 1 });
    await operator.importInvites({ params, body: { key: 'memberId', values: ['Abc', ' Zoe\u0308 '] } });
    expect(await client.checkInvite({ params, body: { key: 'email', value: 'ANN@example.org ' } })).toEqual({ invited: true });
    expect(await client.checkInvite({ params, body: { key: 'memberId', value: 'abc' } })).toEqual({ invited: false });
    expect(await client.checkInvite({ params, body: { key: 'memberId', value: 'Zoë' } })).toEqual({ invited: true });
    expect(await client.checkInvite({ params: { campaignId: 'j' }, body: { key: 'email', value: 'ann@example.org' } })).toEqual({ invited: false });
  });

  test('only operators import them, or erase a fan', async () => {
    await expect(client.importInvites({ params: { campaignId: 'i' }, body: { key: 'email', values: ['x'] } })).rejects.toMatchObject({ code: 'SCOPE_MISSING' });
    await expect(client.eraseFan({ params: { globalUserId: 'fan-1' } })).rejects.toMatchObject({ code: 'SCOPE_MISSING' });
    expect(await operator.eraseFan({ params: { globalUserId: 'fan-1' } })).toEqual({ invites: 0 });
    await expect(client.getEntry({ params: { campaignId: 'a', globalUserId: 'fan-1' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

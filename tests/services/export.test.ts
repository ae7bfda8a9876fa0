import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createUndiciConnections } from '../../src/adapters/http/undici-connections.ts';
import { RegError } from '../../src/errors.ts';
import { CONNECTION_LIMITS, createServiceClient } from '../../src/services/client/service-client.ts';
import type { ClientOf } from '../../src/services/contract.ts';
import { exportContract } from '../../src/services/export/contract.ts';
import { createExportHandlers, type ExportServiceOptions } from '../../src/services/export/handlers.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { serve } from '../support/served.ts';
import { createSetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';

const market = (id: string, codes: object) => ({ id, campaignId: 'tour', name: id, codes });
const markets = [market('london', { mode: 'unique' }), market('paris', { mode: 'shared', sharedCode: 'BONJOUR' }), market('rome', { mode: 'unique' })];
const stats = { eligible: 9, selected: 3, waitlisted: 2, reserved: 3, enqueued: 5, failed: 0 };
const winner = (globalUserId: string, position: number, accessCode?: string) => ({
  globalUserId,
  selection: { drawId: 'tour/1', position, marketId: 'london', waitlist: [] },
  ...(accessCode === undefined ? {} : { accessCode }),
});

const services = {
  campaignService: {
    getCampaign: async () => ({ campaign: { id: 'tour' }, markets }),
    getMarket: async ({ params: { marketId } }: { readonly params: { readonly marketId: string } }) => markets.find(({ id }) => id === marketId),
    getMarketStats: async ({ params: { marketId } }: { readonly params: { readonly marketId: string } }) => ({
      marketId,
      stats,
      promoted: marketId === 'london' ? 1 : 0,
    }),
  },
  entryService: {
    countEntries: async () => ({
      entries: 12,
      byVerdict: { PENDING: 0, WINNER: 5, WAITLIST: 3, LOSER: 4 },
      byMarket: { london: { entrants: 10, winners: 3, codes: 2 }, paris: { entrants: 4, winners: 2, codes: 0 } },
    }),
    getEntriesByMarket: async ({ params: { marketId } }: { readonly params: { readonly marketId: string } }) =>
      marketId === 'paris'
        ? { entries: [winner('p1', 4)], next: null }
        : { entries: [...Array.from({ length: 30 }, (_, index) => winner(`l${index}`, index + 1, `CODE${index}`)), winner('erased', 31)], next: 'erased' },
  },
  userService: {
    getProfile: async ({ params: { globalUserId } }: { readonly params: { readonly globalUserId: string } }) => {
      if (globalUserId === 'erased') throw new RegError('NOT_FOUND', 'Nothing is known of this fan.');
      return { userInfo: { email: `${globalUserId}@example.org` }, attributes: {}, unsubscribed: false };
    },
    countEmailJobs: async () => ({ counts: { planned: 1, sending: 1, sent: 5, failed: 1, ambiguous: 1, skipped: 1 }, nextSendAt: null }),
  },
  codeService: { codeStats: async () => ({ imported: 20, available: 10, reserved: 1, assigned: 4, redeemed: 3, revoked: 2 }) },
} as unknown as ExportServiceOptions;

let url: string;
let stop: () => Promise<void>;
const dispatcher = createUndiciConnections(CONNECTION_LIMITS);

beforeAll(async () => {
  const served = await serve(exportContract, createExportHandlers(services));
  url = `${served.url}/services/export`;
  stop = async () => {
    await dispatcher.close();
    await served.app.close();
  };
});
afterAll(() => stop());

const connect = (token: string): ClientOf<typeof exportContract> =>
  createServiceClient(exportContract, {
    baseUrl: url,
    token: async () => token,
    clock: createSetClock(),
    random: createSeededRandom(1),
    log: silentLog,
    connections: dispatcher,
  });

describe("a campaign's report", () => {
  test('adds up what the four services know; a shared code is held by every winner', async () => {
    const known = { eligible: 9, selected: 3, waitlisted: 2, reserved: 3 };
    expect(await connect('service:export|export:read').campaignReport({ params: { campaignId: 'tour' } })).toEqual({
      entries: 12,
      byVerdict: { PENDING: 0, WINNER: 5, WAITLIST: 3, LOSER: 4 },
      markets: {
        london: { ...known, assigned: 7, promoted: 1, entrants: 10, winners: 3, codes: 2 },
        paris: { ...known, assigned: 2, promoted: 0, entrants: 4, winners: 2, codes: 2 },
        rome: { ...known, assigned: 7, promoted: 0, entrants: 0, winners: 0, codes: 0 },
      },
      mail: { planned: 10, sent: 5, failed: 1, ambiguous: 1, skipped: 1 },
    });
  });
});

describe('winners', () => {
  test('come with address, code and place, also more than are looked up at once, and without an address where the fan is erased', async () => {
    const { winners, next } = await connect('operator').listWinners({ params: { marketId: 'london' }, query: {} });
    expect(winners.length).toBe(31);
    expect(winners[25]).toEqual({ market: 'london', globalUserId: 'l25', email: 'l25@example.org', accessCode: 'CODE25', position: 26 });
    expect(winners[30]).toEqual({ market: 'london', globalUserId: 'erased', email: '', accessCode: '', position: 31 });
    expect(next).toBe('erased');
  });

  test('of a market with a shared code have that one', async () => {
    const { winners } = await connect('operator').listWinners({ params: { marketId: 'paris' }, query: {} });
    expect(winners).toEqual([{ market: 'paris', globalUserId: 'p1', email: 'p1@example.org', accessCode: 'BONJOUR', position: 4 }]);
  });

  test('are for operators alone', async () => {
    await expect(connect('service:export|export:read').listWinners({ params: { marketId: 'london' }, query: {} })).rejects.toMatchObject({
      code: 'SCOPE_MISSING',
    });
  });
});

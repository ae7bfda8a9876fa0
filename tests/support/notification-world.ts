import type { Campaign, Market, MarketNotification } from '../../src/domain/campaign.ts';
import type { PipelineSource } from '../../src/domain/pipeline-record.ts';
import { RegError } from '../../src/errors.ts';
import type { EntryDocument } from '../../src/services/entry/contract.ts';
import type { EmailJob } from '../../src/services/user/contract.ts';
import { market, summerTour } from './summer-tour.ts';

type Known<T> = { readonly [K in keyof T]: T[K] };
type WithParams<P> = { readonly params: P };

/** The services that the notification workers call, in memory: one campaign, winners by market, mail jobs by key. */
export const createNotificationWorld = (campaign: Partial<Campaign> = {}, markets: readonly Market[] = [market()]) => {
  const state = new Map(markets.map((one) => [one.id, one]));
  const winners = new Map<string, string[]>(markets.map(({ id }) => [id, []]));
  const jobs = new Map<string, Known<EmailJob>>();
  const records: PipelineSource[] = [];
  const found = summerTour({ campaign, markets }).campaign;
  const faults = { enqueue: (_: readonly EmailJob[]): void => undefined };

  const campaignService = {
    listCampaigns: async () => ({ campaigns: [found], next: null }),
    getCampaign: async ({ params }: WithParams<{ campaignId: string }>) => {
      if (params.campaignId !== found.id) throw new RegError('NOT_FOUND', 'no such campaign');
      return { campaign: found, markets: [...state.values()] };
    },
    setNotification: async ({ params, body }: WithParams<{ marketId: string }> & { readonly body: { readonly notification: MarketNotification | null } }) => {
      const changed: Market = { ...(state.get(params.marketId) ?? market({ id: params.marketId })), notification: body.notification };
      state.set(params.marketId, changed);
      return changed;
    },
  };
  const entryService = {
    countEntries: async () => ({
      entries: 0,
      byVerdict: {},
      byMarket: Object.fromEntries([...winners].map(([id, fans]) => [id, { entrants: fans.length + 5, winners: fans.length, codes: fans.length }])),
    }),
    getEntriesByMarket: async ({
      params,
      query,
    }: WithParams<{ marketId: string }> & { readonly query: { readonly after?: string; readonly limit?: number } }) => {
      const rest = (winners.get(params.marketId) ?? []).toSorted().filter((fan) => query.after === undefined || fan > query.after);
      const page = rest.slice(0, query.limit);
      const next = rest.length > page.length ? (page.at(-1) ?? null) : null;
      return { entries: page.map((globalUserId) => ({ campaignId: found.id, globalUserId }) as EntryDocument), next };
    },
  };
  const userService = {
    enqueueEmailJobs: async ({ body }: { readonly body: { readonly jobs: readonly EmailJob[] } }) => {
      faults.enqueue(body.jobs);
      const before = jobs.size;
      for (const job of body.jobs) {
        const key = [job.campaignId, job.marketId, job.globalUserId, job.template, job.occurrence].join(' ');
        if (!jobs.has(key)) jobs.set(key, job);
      }
      return { planned: jobs.size - before, known: body.jobs.length - (jobs.size - before) };
    },
  };
  const dataQueue = {
    send: async (messages: readonly { readonly body: PipelineSource }[]) => {
      records.push(...messages.map(({ body }) => body));
      return { failed: [] };
    },
  };
  return {
    campaignService,
    entryService,
    userService,
    dataQueue,
    winners,
    jobs,
    records,
    faults,
    notification: (marketId = 'london-1') => state.get(marketId)?.notification ?? null,
  };
};

import { chunks } from '../../domain/chunks.ts';
import { RegError } from '../../errors.ts';
import type { campaignContract } from '../campaign/contract.ts';
import type { codeContract } from '../code/contract.ts';
import type { AnswerOf, CallContext, CallOptions, ClientOf, HandlersOf } from '../contract.ts';
import type { entryContract } from '../entry/contract.ts';
import type { userContract } from '../user/contract.ts';
import type { exportContract } from './contract.ts';

/** What the reports are made from. */
export interface ExportServiceOptions {
  readonly campaignService: Pick<ClientOf<typeof campaignContract>, 'getCampaign' | 'getMarket' | 'getMarketStats'>;
  readonly entryService: Pick<ClientOf<typeof entryContract>, 'countEntries' | 'getEntriesByMarket'>;
  readonly userService: Pick<ClientOf<typeof userContract>, 'getProfile' | 'countEmailJobs'>;
  readonly codeService: Pick<ClientOf<typeof codeContract>, 'codeStats'>;
}

type Report = AnswerOf<(typeof exportContract)['operations']['campaignReport']>;
type Market = AnswerOf<(typeof campaignContract)['operations']['getMarket']>;
type Counts = AnswerOf<(typeof entryContract)['operations']['countEntries']>;

/** Requests in flight at a time while a page's addresses are looked up. */
const LOOKUPS_AT_ONCE = 20;
const DEFAULT_PAGE = 100;

/** The Export Service reads the other four and keeps nothing. */
export const createExportHandlers = (services: ExportServiceOptions): HandlersOf<typeof exportContract> => ({
  campaignReport: async ({ params: { campaignId } }, context) => {
    const options = optionsOf(context);
    const [{ markets }, counts, { counts: jobs }] = await Promise.all([
      services.campaignService.getCampaign({ params: { campaignId } }, options),
      services.entryService.countEntries({ params: { campaignId } }, options),
      services.userService.countEmailJobs({ query: { campaignId } }, options),
    ]);
    const rows = await Promise.all(markets.map(async (market) => [market.id, await marketReport(services, market, counts, options)] as const));
    const { planned, sending, sent, failed, ambiguous, skipped } = jobs;
    return {
      entries: counts.entries,
      byVerdict: counts.byVerdict,
      markets: Object.fromEntries(rows),
      mail: { planned: planned + sending + sent + failed + ambiguous + skipped, sent, failed, ambiguous, skipped },
    };
  },
  listWinners: async ({ params: { marketId }, query: { after, limit = DEFAULT_PAGE } }, context) => {
    const options = optionsOf(context);
    const [market, { entries, next }] = await Promise.all([
      services.campaignService.getMarket({ params: { marketId } }, options),
      services.entryService.getEntriesByMarket({ params: { marketId }, query: { limit, ...(after === undefined ? {} : { after }) } }, options),
    ]);
    const sharedCode = market.codes.mode === 'shared' ? market.codes.sharedCode : '';
    const emails = new Map<string, string>();
    for (const some of chunks(entries, LOOKUPS_AT_ONCE)) {
      const found = await Promise.all(some.map(({ globalUserId }) => emailOf(services, globalUserId, options)));
      some.forEach(({ globalUserId }, index) => {
        emails.set(globalUserId, found[index] ?? '');
      });
    }
    const winners = entries.map(({ globalUserId, accessCode, selection }) => ({
      market: marketId,
      globalUserId,
      email: emails.get(globalUserId) ?? '',
      accessCode: accessCode ?? sharedCode,
      position: selection?.position ?? 0,
    }));
    return { winners, next };
  },
});

const optionsOf = ({ correlationId }: CallContext): CallOptions => ({ correlationId });

const marketReport = async (services: ExportServiceOptions, market: Market, counts: Counts, options: CallOptions): Promise<Report['markets'][string]> => {
  const params = { marketId: market.id };
  const unique = market.codes.mode === 'unique';
  const [{ stats, promoted }, codes] = await Promise.all([
    services.campaignService.getMarketStats({ params }, options),
    unique ? services.codeService.codeStats({ params }, options) : Promise.resolve(null),
  ]);
  const { entrants, winners, codes: held } = counts.byMarket[market.id] ?? { entrants: 0, winners: 0, codes: 0 };
  const { eligible, selected, waitlisted, reserved } = stats;
  // Whoever wins a market with a shared code holds that one.
  const assigned = codes === null ? winners : codes.assigned + codes.redeemed;
  return { eligible, selected, waitlisted, reserved, assigned, promoted, entrants, winners, codes: unique ? held : winners };
};

/** Empty for a fan who is erased, or whose details have not arrived yet. */
const emailOf = async ({ userService }: ExportServiceOptions, globalUserId: string, options: CallOptions): Promise<string> => {
  try {
    const { userInfo } = await userService.getProfile({ params: { globalUserId } }, options);
    return userInfo?.email ?? '';
  } catch (error) {
    if (error instanceof RegError && error.code === 'NOT_FOUND') return '';
    throw error;
  }
};

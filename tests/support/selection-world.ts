import type { Market } from '../../src/domain/campaign.ts';
import type { EmailJobKey } from '../../src/domain/email-job.ts';
import type { EntryFields, Verdict } from '../../src/domain/entry.ts';
import { mayBecome } from '../../src/domain/entry.ts';
import type { SelectionChunk, VerdictReport } from '../../src/domain/message.ts';
import type { PipelineSource } from '../../src/domain/pipeline-record.ts';
import { RegError } from '../../src/errors.ts';
import type { QueueSender } from '../../src/ports/queue.ts';
import type { MarketStats } from '../../src/services/campaign/contract.ts';
import type { Draw, DrawResult } from '../../src/services/campaign/draw-contract.ts';
import type { Ports } from '../../src/topology.ts';
import { entryDocument } from './campaign-service-world.ts';
import { entryItem } from './entry-item.ts';
import { createKnownCampaigns } from './known-campaigns.ts';
import { market, summerTour } from './summer-tour.ts';

type CampaignService = Ports['campaignService'];
type EntryService = Ports['entryService'];
type CodeService = Ports['codeService'];
type StatsReport = Pick<MarketStats, 'status' | 'stats' | 'shortfall'> & { readonly marketId: string; readonly drawId: string | null };

/** An entry as the Entry Service or the table holds it; what the workers look at. */
export interface HeldEntry {
  verdict: Verdict;
  accessCode?: string;
  /** The answers, where they are not those of everybody. */
  entry?: EntryFields;
}

export const DRAW_ID = 'summer-tour/1';
/** What the Campaign Service takes in one call. */
const MOST_PROMOTED = 98;

const partOf = (fan: string): string => (/[02468]$/.test(fan) ? 'even' : 'odd');

/** A queue in memory that may refuse what a test names. */
export interface MemoryQueue<Body> extends QueueSender<Body> {
  readonly bodies: Body[];
  refuse: ((body: Body) => boolean) | null;
}

export const createMemoryQueue = <Body>(): MemoryQueue<Body> => {
  const queue: MemoryQueue<Body> = {
    bodies: [],
    refuse: null,
    send: async (messages) => {
      const failed = messages.flatMap(({ body }, index) => (queue.refuse?.(body) === true ? [{ index, reason: 'throttled' }] : []));
      queue.bodies.push(...messages.map(({ body }) => body).filter((body) => queue.refuse?.(body) !== true));
      return { failed };
    },
  };
  return queue;
};

/** Campaign, Entry and Code Service, the demand-table and the queues around a selection, in memory, with the rules of their contracts. */
export const createSelectionWorld = (
  options: {
    readonly markets?: readonly Market[];
    readonly results?: readonly DrawResult[];
    readonly laterResults?: readonly DrawResult[];
    readonly codes?: number;
    readonly minScore?: number;
  } = {},
) => {
  const markets = options.markets ?? [market({ id: 'london-1', capacity: 3 }), market({ id: 'paris-1', capacity: 2 })];
  const results = [...(options.results ?? [])];
  const replica = new Map<string, HeldEntry>(results.map(({ globalUserId }) => [globalUserId, { verdict: 'PENDING' }]));
  const table = new Map<string, HeldEntry>(results.map(({ globalUserId }) => [globalUserId, { verdict: 'PENDING' }]));
  /** Where winners won, as the table has it. */
  const wonIn = new Map<string, string>();
  const stats: StatsReport[] = [];
  const promotions = new Map<string, string[]>();
  const reports = new Map<string, VerdictReport['counts']>();
  const reservations = new Map<string, readonly string[]>();
  const freeCodes = Array.from({ length: options.codes ?? 100 }, (_, index) => `CODE-${index + 1}`);
  const heldCodes = new Map<string, { marketId: string; globalUserId: string }>();
  const revoked: string[] = [];
  const draws: Draw[] = [
    {
      drawId: DRAW_ID,
      campaignId: 'summer-tour',
      draw: 1,
      state: 'DRAWN',
      markets: markets.map(({ id, capacity, waitlistCapacity }) => ({ id, capacity, waitlistCapacity })),
      rulesHash: '',
      entrantsRoot: '',
      entrantsCount: results.length,
      commitment: '',
      frozenAt: '2027-02-08T10:00:00.000Z',
      drawnAt: '2027-02-08T11:00:00.000Z',
      resultsRoot: '',
    },
  ];
  const saveSelectionQueue = createMemoryQueue<SelectionChunk>();
  const verdictReporterQueue = createMemoryQueue<VerdictReport>();
  const emailJobQueue = createMemoryQueue<EmailJobKey>();
  const dataQueue = createMemoryQueue<PipelineSource>();
  const campaigns = createKnownCampaigns(markets);
  /** Runs once, at the next recording of promotions: what another refresh does at that moment. */
  const meanwhile: { run: (() => void) | null } = { run: null };

  if (options.laterResults !== undefined) draws.push({ ...(draws[0] as Draw), drawId: 'summer-tour/2', draw: 2 });
  const drawn = (draw: number): readonly DrawResult[] => (draw === 2 ? (options.laterResults ?? []) : results);
  /** Promotions of a later draw stand apart from the first one's. */
  const book = (marketId: string, drawId: string): string => (drawId === DRAW_ID ? marketId : `${marketId} of ${drawId}`);
  const inMarket = (marketId: string, verdict: DrawResult['verdict'], draw = 1) =>
    drawn(draw).filter((result) => (verdict === 'WINNER' ? result.marketId === marketId : result.waitlist.some((place) => place.marketId === marketId)));

  const campaignService = {
    freezeDraw: async () => ({ ...(draws[0] as Draw), state: 'FROZEN' as const }),
    revealDraw: async () => draws[0] as Draw,
    getCampaign: async () => {
      const { campaign } = summerTour({ markets });
      return { campaign: { ...campaign, selection: { ...campaign.selection, minScore: options.minScore ?? null } }, markets: [...markets] };
    },
    getMarket: async ({ params: { marketId } }) => {
      const found = markets.find(({ id }) => id === marketId);
      if (found === undefined) throw new RegError('NOT_FOUND', `There is no market ${marketId}.`);
      return found;
    },
    listDraws: async () => ({ commitment: '', draws, next: null }),
    getDrawResults: async ({ params: { draw }, query: { marketId, verdict, after = 0, limit = 1000 } }) => {
      const all =
        marketId === undefined
          ? drawn(draw).filter((result) => verdict === undefined || result.verdict === verdict)
          : inMarket(marketId, verdict ?? 'WINNER', draw);
      const behind = all.filter(({ position }) => position > after);
      const page = behind.slice(0, Math.min(limit, 40));
      return { results: page, next: behind.length > page.length ? (page.at(-1)?.position ?? null) : null };
    },
    countDrawResults: async () => ({
      markets: Object.fromEntries(
        markets.map(({ id }) => [id, { eligible: results.length, winners: inMarket(id, 'WINNER').length, waitlisted: inMarket(id, 'WAITLIST').length }]),
      ),
      losers: 0,
    }),
    reportCampaignStats: async ({ params: { marketId }, body }) => {
      stats.push({ marketId, ...body });
      return {};
    },
    listPromotions: async ({ params: { marketId }, query: { drawId, after = 0, limit = 1000 } }) => {
      const behind = (promotions.get(book(marketId, drawId)) ?? []).slice(after);
      const globalUserIds = behind.slice(0, Math.min(limit, 40));
      return { globalUserIds, next: behind.length > globalUserIds.length ? after + globalUserIds.length : null };
    },
    recordPromotions: async ({ params: { marketId }, body: { drawId, known, globalUserIds } }) => {
      if (globalUserIds.length > MOST_PROMOTED) throw new RegError('INPUT_INVALID', `The service takes at most ${MOST_PROMOTED} promotions.`);
      const { run } = meanwhile;
      meanwhile.run = null;
      run?.();
      const recorded = promotions.get(book(marketId, drawId)) ?? [];
      const everywhere = new Set([...promotions.values()].flat());
      if (recorded.length !== known || globalUserIds.some((fan) => everywhere.has(fan))) return { recorded: false };
      promotions.set(book(marketId, drawId), [...recorded, ...globalUserIds]);
      return { recorded: true };
    },
    findEntrants: async ({ params: { draw }, body: { globalUserIds } }) => {
      const all = new Set([...results, ...(draw === 2 ? drawn(2) : [])].map(({ globalUserId }) => globalUserId));
      return { tookPart: globalUserIds.map((fan) => all.has(fan)) };
    },
    addVerdictCounts: async ({ body }) => {
      const added = body.reports.filter(({ reportId }) => !reports.has(reportId));
      for (const { reportId, counts } of added) reports.set(reportId, counts);
      return { added: added.length, known: body.reports.length - added.length };
    },
  } satisfies Partial<CampaignService>;

  const holderOf = (code: string): string | null => [...replica].find(([, { accessCode }]) => accessCode === code)?.[0] ?? null;

  const entryService = {
    assignCodes: async ({ body: { codes, entries } }) => ({
      results: entries.map(({ globalUserId, verdict, accessCode }) => {
        const entry = replica.get(globalUserId);
        if (entry === undefined) return { globalUserId, outcome: 'absent' as const };
        if (entry.verdict === verdict && entry.accessCode === accessCode) return { globalUserId, outcome: 'unchanged' as const };
        const holder = accessCode === undefined || codes === 'shared' ? null : holderOf(accessCode);
        if (!mayBecome(entry.verdict, verdict) || (holder !== null && holder !== globalUserId)) return { globalUserId, outcome: 'refused' as const };
        replica.set(globalUserId, { verdict, ...(accessCode === undefined ? {} : { accessCode }) });
        return { globalUserId, outcome: 'assigned' as const };
      }),
    }),
    getEntries: async ({ body: { globalUserIds } }) => ({
      entries: globalUserIds.map((id) => {
        const entry = replica.get(id);
        return entry === undefined ? null : entryDocument(id, entry);
      }),
    }),
    listEntryParts: async () => ({ parts: ['even', 'odd'] }),
    listEntries: async ({ query: { after, limit = 100, verdict, part } }) => {
      const found = [...replica]
        .filter(([fan, entry]) => (verdict === undefined || entry.verdict === verdict) && (part === undefined || partOf(fan) === part))
        .map(([fan, entry]) => entryDocument(fan, entry))
        .sort((a, b) => (a.globalUserId < b.globalUserId ? -1 : 1))
        .filter(({ globalUserId }) => after === undefined || globalUserId > after);
      const page = found.slice(0, Math.min(limit, 40));
      return { entries: page, next: found.length > page.length ? (page.at(-1)?.globalUserId ?? null) : null };
    },
    countEntries: async () => ({ entries: replica.size, byVerdict: {}, byMarket: { 'london-1': { entrants: 9, winners: 3, codes: 2 } } }),
  } satisfies Partial<EntryService>;

  const codeService = {
    reserveCodes: async ({ body: { count, idempotencyKey } }) => {
      const known = reservations.get(idempotencyKey);
      const shortfall = known === undefined ? Math.max(0, count - freeCodes.length) : 0;
      if (shortfall > 0) return { reservationId: null, codes: [], shortfall, expiresAt: null };
      const codes = known ?? freeCodes.splice(0, count);
      reservations.set(idempotencyKey, codes);
      return { reservationId: idempotencyKey, codes: [...codes], shortfall: 0, expiresAt: null };
    },
    listHeldCodes: async ({ params: { marketId } }) => ({
      codes: [...heldCodes].flatMap(([code, held]) => (held.marketId === marketId ? [{ code, ...held }] : [])),
      next: null,
    }),
    revokeCodes: async ({ body: { codes } }) => {
      for (const { code } of codes) {
        heldCodes.delete(code);
        revoked.push(code);
      }
      return { revoked: codes.length };
    },
    markAssigned: async ({ body: { codes } }) => ({
      results: codes.map(({ code, marketId, globalUserId }) => {
        const held = heldCodes.get(code);
        if (!code.startsWith('CODE-')) return { globalUserId, outcome: 'unknown' as const };
        if (held !== undefined) return { globalUserId, outcome: held.globalUserId === globalUserId ? ('unchanged' as const) : ('refused' as const) };
        heldCodes.set(code, { marketId, globalUserId });
        return { globalUserId, outcome: 'assigned' as const };
      }),
    }),
  } satisfies Partial<CodeService>;

  const entryTable = {
    writeVerdicts: async (updates) =>
      updates.map(({ globalUserId, verdict, accessCode, selection }) => {
        const entry = table.get(globalUserId);
        if (entry === undefined) return 'absent' as const;
        if (entry.verdict === verdict && entry.accessCode === accessCode) return 'unchanged' as const;
        if (!mayBecome(entry.verdict, verdict)) return 'refused' as const;
        table.set(globalUserId, { verdict, ...(accessCode === undefined ? {} : { accessCode }) });
        if (selection.marketId !== undefined) wonIn.set(globalUserId, selection.marketId);
        return 'written' as const;
      }),
    getBatch: async (keys) =>
      keys.map(({ globalUserId }) => {
        const held = table.get(globalUserId);
        const marketId = wonIn.get(globalUserId);
        const selection = { drawId: DRAW_ID, waitlist: [], ...(marketId === undefined ? {} : { marketId }) };
        return held === undefined ? null : entryItem({ globalUserId, ...held, selection });
      }),
  } satisfies Pick<Ports['entryTable'], 'writeVerdicts' | 'getBatch'>;

  /** The fan withdraws, and the replica follows. */
  const withdraw = (globalUserId: string): void => {
    replica.delete(globalUserId);
    table.delete(globalUserId);
  };

  return {
    markets,
    results,
    draws,
    replica,
    table,
    stats,
    promotions,
    reports,
    reservations,
    freeCodes,
    heldCodes,
    revoked,
    meanwhile,
    campaignService,
    entryService,
    codeService,
    entryTable,
    withdraw,
    campaignOptions: campaigns.options,
    campaignCache: campaigns.campaignCache,
    campaignStore: campaigns.campaignStore,
    queues: { saveSelectionQueue, emailJobQueue, verdictReporterQueue, dataQueue },
  };
};

export type SelectionWorld = ReturnType<typeof createSelectionWorld>;

/** Results in drawn order: `winners` of each market, then `waiting` for each, then losers. */
export const drawnResults = (winners: Readonly<Record<string, number>>, waiting: readonly (readonly string[])[] = [], losers = 0): readonly DrawResult[] => {
  const results: DrawResult[] = [];
  const add = (result: Pick<DrawResult, 'verdict' | 'marketId' | 'waitlist'>): void => {
    const position = results.length + 1;
    results.push({ position, globalUserId: `fan-${position}`, ...result });
  };
  for (const [marketId, count] of Object.entries(winners)) for (let index = 0; index < count; index += 1) add({ verdict: 'WINNER', marketId, waitlist: [] });
  const places = new Map<string, number>();
  for (const marketIds of waiting) {
    const waitlist = marketIds.map((marketId) => {
      const place = (places.get(marketId) ?? 0) + 1;
      places.set(marketId, place);
      return { marketId, place };
    });
    add({ verdict: 'WAITLIST', marketId: null, waitlist });
  }
  for (let index = 0; index < losers; index += 1) add({ verdict: 'LOSER', marketId: null, waitlist: [] });
  return results;
};

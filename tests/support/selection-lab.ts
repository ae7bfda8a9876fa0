import type { EntryItem } from '../../src/domain/entry.ts';
import type { EntryChange, SelectionChunk, VerdictReport } from '../../src/domain/message.ts';
import { RegError } from '../../src/errors.ts';
import { openAdapters } from '../../src/runtime/embedded/adapters.ts';
import { createCampaignHandlers } from '../../src/services/campaign/handlers.ts';
import { createCodeHandlers } from '../../src/services/code/handlers.ts';
import type { CallContext } from '../../src/services/contract.ts';
import { createEntryHandlers } from '../../src/services/entry/handlers.ts';
import type { ServicesOf, WorkerName } from '../../src/topology.ts';
import { closeBooks } from '../../src/workers/selection/close-books.ts';
import { enqueueMarketSelections } from '../../src/workers/selection/enqueue-market-selections.ts';
import { freezeDraw } from '../../src/workers/selection/freeze-draw.ts';
import { markAssignedCodes } from '../../src/workers/selection/mark-assigned-codes.ts';
import { refreshSelections } from '../../src/workers/selection/refresh-selections.ts';
import { reportVerdicts } from '../../src/workers/selection/report-verdicts.ts';
import { revealDraw } from '../../src/workers/selection/reveal-draw.ts';
import { saveSelections } from '../../src/workers/selection/save-selections.ts';
import type { BatchResult } from '../../src/workers/worker.ts';
import { createLastingFiles } from '../simulation/lasting-files.ts';
import { campaignFile, marketFile } from './campaign-files.ts';
import { testBeacons } from './drand-chain.ts';
import { entryItem } from './entry-item.ts';
import { createMemorySecrets } from './memory-secrets.ts';
import { createSeededRandom } from './seeded-random.ts';
import { createSetClock } from './set-clock.ts';
import { silentLog } from './silent-log.ts';
import { workerContext } from './worker-context.ts';

export const CAMPAIGN = 'summer-tour';
export const MARKETS = ['london-1', 'paris-1', 'berlin-1'] as const;
/** The third has a shared code. */
export const UNIQUE = MARKETS.slice(0, 2);
const WEEK_MS = 7 * 86_400_000;
const params = { campaignId: CAMPAIGN };
const operator = (name: string): CallContext => ({ caller: { kind: 'operator', name }, correlationId: 'lab' });
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

type Handler = (request: unknown, context: CallContext) => Promise<unknown>;
/** Calls the handlers as HTTP would: JSON both ways. */
const clientOf = (handlers: object) =>
  new Proxy(handlers, {
    get: (all, name) => async (request: unknown) => overTheWire(await (Reflect.get(all, name) as Handler)(overTheWire(request), operator('worker'))),
  });

export interface LabFan {
  readonly globalUserId: string;
  readonly markets: readonly string[];
  readonly score: number;
}

const ended = (answer: Promise<unknown>): Promise<RegError | null> =>
  answer.then(
    () => null,
    (error: unknown) => {
      if (error instanceof RegError) return error;
      throw error;
    },
  );

/**
 * The real workers of the selection, services and embedded stores, with queues and stream in the hands of a test: it says
 * what is delivered when, how often, and what lies about. The campaign is closed, and nothing is drawn yet.
 */
export const openSelectionLab = async (dataFolder: string, fans: readonly LabFan[], capacity: number) => {
  const clock = createSetClock();
  const random = createSeededRandom(7, clock.now);
  const adapters = openAdapters({ dataFolder, topicPrefix: 'lab', clock, random });
  const { entryTable, entryStore, codeStore, drawStore } = adapters;
  const live: SelectionChunk[] = [];
  const dead: SelectionChunk[] = [];
  const reports: VerdictReport[] = [];
  const awards: EntryChange[] = [];
  /** Whoever was ever seen with a code, by code. */
  const seen = new Map<string, Set<string>>();
  /** `market fan` of whoever was ever told to have won. */
  const told = new Set<string>();
  const into = <Body>(bodies: Body[]) => ({
    send: async (messages: readonly { readonly body: Body }[]) => {
      bodies.push(...messages.map(({ body }) => overTheWire(body)));
      return { failed: [] };
    },
  });

  const unread = { send: async () => ({ failed: [] }) };

  const system = { clock, random, log: silentLog };
  const secrets = createMemorySecrets();
  const code = createCodeHandlers({ ...system, store: codeStore, secrets });
  const entry = createEntryHandlers({ ...system, store: entryStore, scores: { score: async () => [] } });
  const campaign = createCampaignHandlers({
    ...system,
    ...{ store: adapters.campaignStore, draws: drawStore, files: createLastingFiles(), secrets, cache: adapters.campaignCache },
    ...{ dataQueue: unread, refreshQueue: unread, beacons: testBeacons(clock) },
    stateMachines: { start: () => Promise.reject(new Error('none')), describe: async () => null },
    entryService: clientOf(entry) as never,
  });
  const services = {
    ...{ campaignService: clientOf(campaign), entryService: clientOf(entry), codeService: clientOf(code), entryTable },
    ...{ campaignCache: adapters.campaignCache, campaignStore: adapters.campaignStore },
    queues: { emailJobQueue: unread, saveSelectionQueue: into(live), verdictReporterQueue: into(reports), dataQueue: unread },
    ...{ topics: {}, workers: {} },
  };
  const context = <W extends WorkerName>() => workerContext<W>(services as unknown as ServicesOf<W>, clock);
  const batchOf = <Body>(body: Body) => ({ records: [{ id: 'm', body, correlationId: 'lab' }] });
  const failureOf = async (result: Promise<BatchResult>): Promise<RegError | null> => {
    const [failure] = (await result).failures;
    if (failure === undefined) return null;
    if (failure.error instanceof RegError) return failure.error;
    throw failure.error;
  };

  const items = async (): Promise<readonly EntryItem[]> =>
    (await entryTable.getBatch(fans.map(({ globalUserId }) => ({ ...params, globalUserId })))).filter((item) => item !== null);
  const lastStates = new Map<string, EntryItem>();
  const replicate = async (globalUserId: string): Promise<void> => {
    const item = await entryTable.get({ ...params, globalUserId });
    const last = lastStates.get(globalUserId);
    if (item !== null) {
      const score = fans.find((fan) => fan.globalUserId === globalUserId)?.score ?? 0;
      await entryStore.upsert([item], [score]);
    } else if (last !== undefined) await entryStore.remove([last]);
  };
  /** What the stream tells after a write. */
  const notice = async (before: readonly EntryItem[]): Promise<void> => {
    const former = new Map(before.map((item) => [item.globalUserId, item]));
    for (const item of await items()) {
      lastStates.set(item.globalUserId, item);
      if (item.accessCode !== undefined && item.selection?.sharedCode !== true)
        seen.set(item.accessCode, (seen.get(item.accessCode) ?? new Set()).add(item.globalUserId));
      if (item.verdict !== 'WINNER' || former.get(item.globalUserId)?.verdict === 'WINNER') continue;
      told.add(`${item.selection?.marketId} ${item.globalUserId}`);
      awards.push({ eventName: 'MODIFY', keys: { ...params, globalUserId: item.globalUserId }, at: item.updatedAt, newImage: item });
    }
  };

  const places = new Map<string, number>(MARKETS.map((id) => [id, capacity]));
  const put = (): Promise<unknown> =>
    campaign.putCampaign(
      {
        params,
        body: {
          file: campaignFile({
            selection: { minScore: 500 },
            markets: MARKETS.map((id) =>
              marketFile(id, {
                capacity: places.get(id),
                waitlistCapacity: 3,
                codes: UNIQUE.includes(id) ? { mode: 'unique' } : { mode: 'shared', sharedCode: 'EVERYONE' },
              }),
            ),
          }),
        },
      },
      operator('ann'),
    );

  await put();
  for (const { globalUserId, markets } of fans) {
    const item = entryItem({ globalUserId, entry: { markets: [...markets], tickets: 1 }, rankedMarkets: markets });
    lastStates.set(globalUserId, item);
    await entryTable.put(item, null);
    await replicate(globalUserId);
  }
  clock.advance(WEEK_MS);

  return {
    ...{ adapters, clock, live, dead, reports, awards, seen, told, places, items, replicate },
    draws: () => drawStore.draws(CAMPAIGN),
    close: () => adapters.engine.close(),
    importCodes: (marketId: string, codes: readonly string[]) => code.importCodes({ params: { marketId }, body: { codes: [...codes] } }, operator('ann')),
    generateCodes: (marketId: string, key: string) => code.generateCodes({ params: { marketId }, body: { count: 2, idempotencyKey: key } }, operator('ann')),
    /** The steps of the state machine in order, the first `steps` of them; a market that fails does not stop the others. */
    select: async (draw: number, steps = 9): Promise<void> => {
      const drawId = `${CAMPAIGN}/${draw}`;
      if (steps < 1 || (await ended(freezeDraw({ ...params, draw }, context<'freezeDraw'>()))) !== null) return;
      if (steps < 2) return;
      const { markets } = await revealDraw({ ...params, draw }, context<'revealDraw'>());
      for (const market of markets.slice(0, steps - 2)) await ended(enqueueMarketSelections(market, context<'enqueueMarketSelections'>()));
      if (steps > 2 + markets.length) await closeBooks({ ...params, drawId }, context<'closeBooks'>());
    },
    /** Asks for another draw and has it approved. */
    request: async (marketIds: readonly string[] | undefined): Promise<void> => {
      const asked = { reason: 'more', ...(marketIds !== undefined && { marketIds: [...marketIds] }) };
      await ended(
        campaign
          .requestDraw({ params, body: asked }, operator('ann'))
          .then(({ draw, requestId }) => campaign.approveDraw({ params: { ...params, draw }, body: { requestId } }, operator('bea'))),
      );
    },
    refresh: (marketId: string): Promise<RegError | null> =>
      failureOf(refreshSelections(batchOf({ campaignId: CAMPAIGN, marketId }), context<'refreshSelections'>())),
    /** Brings a message to saveSelections. One that fails is a dead letter at once; `again`: it stays in the queue all the same. */
    deliver: async (index: number, again: boolean): Promise<void> => {
      const message = live[index];
      if (message === undefined) return;
      if (!again) live.splice(index, 1);
      const before = await items();
      const failure = await failureOf(saveSelections(batchOf(message), context<'saveSelections'>()));
      await notice(before);
      if (failure !== null && !again) dead.push(message);
    },
    report: async (again: boolean): Promise<void> => {
      const [first] = reports;
      if (first === undefined) return;
      if (!again) reports.shift();
      await reportVerdicts(batchOf(first), context<'reportVerdicts'>());
    },
    /** Brings the stream's next award to markAssignedCodes. */
    mark: async (again: boolean): Promise<RegError | null> => {
      const [first] = awards;
      if (first === undefined) return null;
      if (!again) awards.shift();
      return failureOf(markAssignedCodes(batchOf(first), context<'markAssignedCodes'>()));
    },
    withdraw: async (globalUserId: string): Promise<void> => {
      const item = await entryTable.get({ ...params, globalUserId });
      if (item === null) return;
      await entryTable.remove(item, item);
      lastStates.set(globalUserId, item);
    },
    redeem: async (marketId: string, accessCode: string) =>
      code.redeemCodes({ body: { codes: [{ marketId, code: accessCode, redeemedAt: '2027-02-12T11:00:00Z' }] } }, operator('ann')),
    /** One place more for a market, where that may change. */
    grow: async (marketId: string): Promise<void> => {
      const before = places.get(marketId) ?? 0;
      places.set(marketId, before + 1);
      if ((await ended(put())) !== null) places.set(marketId, before);
    },
    stats: (marketId: string) => campaign.getMarketStats({ params: { marketId } }, operator('ann')),
    results: async (draw: number) => (await campaign.getDrawResults({ params: { ...params, draw }, query: { limit: 1000 } }, operator('ann'))).results,
    promotions: (marketId: string, drawId: string) => drawStore.promotions(marketId, drawId, { after: 0, limit: 1000 }),
  };
};

export type SelectionLab = Awaited<ReturnType<typeof openSelectionLab>>;

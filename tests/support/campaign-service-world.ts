import { createFileFileStore } from '../../src/adapters/file/file-file-store.ts';
import { createSqliteCampaignStore } from '../../src/adapters/sqlite/sqlite-campaign-store.ts';
import { createSqliteDrawStore } from '../../src/adapters/sqlite/sqlite-draw-store.ts';
import type { QueueMessages } from '../../src/domain/message.ts';
import type { PipelineSource } from '../../src/domain/pipeline-record.ts';
import { RegError } from '../../src/errors.ts';
import type { DrawStore } from '../../src/ports/draw-store.ts';
import type { FileStore } from '../../src/ports/file-store.ts';
import type { OutgoingMessage, QueueSender } from '../../src/ports/queue.ts';
import type { Execution } from '../../src/ports/state-machine.ts';
import type { campaignContract } from '../../src/services/campaign/contract.ts';
import { type CampaignServiceOptions, createCampaignHandlers } from '../../src/services/campaign/handlers.ts';
import type { CallContext, HandlersOf } from '../../src/services/contract.ts';
import type { EntryDocument } from '../../src/services/entry/contract.ts';
import { testBeacons } from './drand-chain.ts';
import { createMemorySecrets } from './memory-secrets.ts';
import { createSeededRandom } from './seeded-random.ts';
import { createSetClock, type SetClock } from './set-clock.ts';
import { silentLog } from './silent-log.ts';
import { createSqliteFolder } from './sqlite-folder.ts';

/** The Campaign Service on its own stores, with what surrounds it in memory. The clock stands at the opening of `campaignFile`. */
export interface CampaignServiceWorld {
  readonly service: HandlersOf<typeof campaignContract>;
  /** Another process on the same stores. */
  another(): HandlersOf<typeof campaignContract>;
  /** What the Entry Service waits for before it answers. */
  hindrance: Promise<void>;
  /** Whether the Entry Service has several parts. */
  knowsParts: boolean;
  /** Which call of the Entry Service fails, counted from 1. */
  failsAt: number;
  readonly draws: DrawStore;
  readonly files: FileStore;
  readonly clock: SetClock;
  /** What the Entry Service holds. */
  readonly entries: EntryDocument[];
  /** Calls of the Entry Service so far. */
  listed(): number;
  readonly records: PipelineSource[];
  readonly refreshes: QueueMessages['refreshSelectionQueue'][];
  readonly evicted: string[];
  readonly executions: Map<string, Execution>;
  /** Puts another secret in the place of the one that the campaign's commitment is to. */
  replaceDrawSecret(): void;
  /** Whole text of a published file. */
  published(file: string): Promise<string>;
}

export const OPERATOR: CallContext = { caller: { kind: 'operator', name: 'test' }, correlationId: 'correlation-1' };

/** An entry as the Entry Service holds it, ranking london-1 then paris-1 unless changed. */
export const entryDocument = (globalUserId: string, changes: Partial<EntryDocument> = {}): EntryDocument => ({
  campaignId: 'summer-tour',
  globalUserId,
  entry: { markets: ['london-1', 'paris-1'], tickets: 2 },
  verdict: 'PENDING',
  version: 1,
  createdAt: '2027-02-01T10:00:00.000Z',
  updatedAt: '2027-02-01T10:00:00.000Z',
  fanModifiedAt: '2027-02-01T10:00:00.000Z',
  score: null,
  ...changes,
});

/** One of three, whatever the order of the ids. */
const partOf = (globalUserId: string): string => String(Buffer.from(globalUserId).reduce((sum, byte) => sum + byte, 0) % 3);

const bodiesInto = <Body>(bodies: Body[]): QueueSender<Body> => ({
  send: async (messages: readonly OutgoingMessage<Body>[]) => {
    bodies.push(...messages.map(({ body }) => body));
    return { failed: [] };
  },
});

/** `on`: other stores than its own. */
export const createCampaignServiceWorld = async (on: Partial<Pick<CampaignServiceOptions, 'store' | 'draws'>> = {}): Promise<CampaignServiceWorld> => {
  const folder = createSqliteFolder();
  const engine = await folder.open();
  const clock = createSetClock();
  const draws = on.draws ?? createSqliteDrawStore({ engine });
  const files = createFileFileStore({ folder: `${folder.path}/files` });
  const entries: EntryDocument[] = [];
  const records: PipelineSource[] = [];
  const refreshes: QueueMessages['refreshSelectionQueue'][] = [];
  const evicted: string[] = [];
  const executions = new Map<string, Execution>();
  const kept = createMemorySecrets();
  let listed = 0;
  let isReplaced = false;
  const service = { hindrance: Promise.resolve(), knowsParts: true, failsAt: 0 };
  const options: CampaignServiceOptions = {
    store: on.store ?? createSqliteCampaignStore({ engine }),
    draws,
    files,
    secrets: { ...kept, get: async (name) => (isReplaced && name.startsWith('draw-secret/') ? new Uint8Array(32) : kept.get(name)) },
    cache: { get: (_, load) => load(), evict: async (keys) => void evicted.push(...keys) },
    dataQueue: bodiesInto(records),
    refreshQueue: bodiesInto(refreshes),
    stateMachines: {
      start: async (machine, name, input) => {
        const execution: Execution = executions.get(name) ?? {
          name,
          machine,
          status: 'RUNNING',
          input,
          output: null,
          error: null,
          startedAt: clock.now(),
          endedAt: null,
        };
        executions.set(name, execution);
        return execution;
      },
      describe: async (_, name) => executions.get(name) ?? null,
    },
    entryService: {
      listEntryParts: async () => {
        if (!service.knowsParts) throw new RegError('NOT_FOUND', 'There is no GET at this path.');
        return { parts: ['0', '1', '2'] };
      },
      listEntries: async ({ params, query: { after = '', limit = 100, verdict, part } }) => {
        listed += 1;
        const call = listed;
        await service.hindrance;
        if (call === service.failsAt) throw new RegError('SERVICE_UNAVAILABLE', 'The Entry Service does not answer.');
        const found = entries
          .filter((entry) => entry.campaignId === params.campaignId && entry.globalUserId > after && (verdict === undefined || entry.verdict === verdict))
          .filter(({ globalUserId }) => part === undefined || partOf(globalUserId) === part)
          .sort((a, b) => (a.globalUserId < b.globalUserId ? -1 : 1));
        const page = found.slice(0, limit);
        return { entries: page, next: found.length > limit ? (page.at(-1)?.globalUserId ?? null) : null };
      },
    },
    beacons: testBeacons(clock),
    clock,
    random: createSeededRandom(7),
    log: silentLog,
  };
  return Object.assign(service, {
    service: createCampaignHandlers(options),
    another: () => createCampaignHandlers(options),
    draws,
    files,
    clock,
    entries,
    listed: () => listed,
    records,
    refreshes,
    evicted,
    executions,
    replaceDrawSecret: () => {
      isReplaced = true;
    },
    published: async (file: string) => {
      let text = '';
      for await (const chunk of files.read(file)) text += chunk;
      return text;
    },
  });
};

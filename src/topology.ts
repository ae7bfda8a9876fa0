import type { QueueMessages, QueueName } from './domain/message.ts';
import type { PipelineRecord, PipelineType } from './domain/pipeline-record.ts';
import type { CampaignCache } from './ports/campaign-cache.ts';
import type { CampaignReader } from './ports/campaign-store.ts';
import type { EntryTable } from './ports/entry-table.ts';
import type { EventLog } from './ports/event-log.ts';
import type { IdentityProofs } from './ports/identity-proofs.ts';
import type { QueueSender } from './ports/queue.ts';
import type { Random } from './ports/random.ts';
import type { Secrets } from './ports/secrets.ts';
import type { TopicPublisher } from './ports/topic.ts';
import type { campaignContract } from './services/campaign/contract.ts';
import type { codeContract } from './services/code/contract.ts';
import type { ClientOf } from './services/contract.ts';
import type { entryContract } from './services/entry/contract.ts';
import type { userContract } from './services/user/contract.ts';

/**
 * The flow as data: which workers, queues, streams, topics, schedules and state machines there are, what
 * triggers what, and what each worker may use. Everything that runs or deploys the flow is derived from here.
 */

/** Whatever a worker can be given; a row names the methods it uses and gets no others. */
export interface Ports {
  readonly entryTable: EntryTable;
  readonly campaignStore: CampaignReader;
  readonly campaignCache: CampaignCache;
  readonly eventLog: EventLog;
  readonly secrets: Secrets;
  readonly identityProofs: IdentityProofs;
  readonly random: Random;
  readonly campaignService: ClientOf<typeof campaignContract>;
  readonly entryService: ClientOf<typeof entryContract>;
  readonly userService: ClientOf<typeof userContract>;
  readonly codeService: ClientOf<typeof codeContract>;
}

export type PortUse = { readonly [P in keyof Ports]?: readonly (keyof Ports[P])[] };

export type Domain = 'registration' | 'replication' | 'selection' | 'data-pipeline' | 'notification';

/** A number for Lambda, and one for a single process: records a batch, or batches in flight. */
export interface PerRuntime {
  readonly cloud: number;
  readonly embedded: number;
}

export type Trigger =
  /** A GraphQL field; AppSync runs the workers of a field's pipeline in order (`resolvers` below). */
  | { readonly kind: 'resolver' }
  /** The demand-table's stream, its own or through Kinesis; `filters` as in an event source mapping, any of which lets a record through. */
  | {
      readonly kind: 'stream';
      readonly batch: PerRuntime;
      readonly deadLetterQueue: string;
      readonly maxRetries: number;
      readonly filters: readonly FilterPattern[];
    }
  | {
      readonly kind: 'queue';
      readonly queues: readonly QueueName[];
      readonly batch: PerRuntime;
      readonly windowSeconds: number;
      readonly concurrency: PerRuntime;
    }
  /** `cron` in five fields, UTC. */
  | { readonly kind: 'schedule'; readonly schedule: string; readonly cron: string }
  | { readonly kind: 'direct' };

/** Lambda's filter syntax: at each leaf a list of values or exclusions, one of which has to hold. */
export type FilterPattern = { readonly [key: string]: FilterPattern | readonly FilterRule[] };
export type FilterRule = string | boolean | null | { readonly 'anything-but': readonly string[] };

export type MiddlewareName =
  | 'correlation'
  | 'tracing'
  | 'transformAppSyncInput'
  | 'transformDynamoDBKinesisRecords'
  | 'transformSQSRecords'
  | 'services'
  | 'authentication'
  | 'resultHandler'
  | 'batchItemResultHandler';

const RESOLVER = ['correlation', 'tracing', 'transformAppSyncInput', 'services', 'resultHandler'] as const;
const STREAM = ['correlation', 'tracing', 'transformDynamoDBKinesisRecords', 'services', 'batchItemResultHandler'] as const;
const QUEUE = ['correlation', 'tracing', 'transformSQSRecords', 'services', 'authentication', 'batchItemResultHandler'] as const;
const DIRECT = ['correlation', 'tracing', 'services', 'authentication', 'resultHandler'] as const;

interface WorkerRow {
  readonly domain: Domain;
  readonly purpose: string;
  readonly trigger: Trigger;
  readonly chain: readonly MiddlewareName[];
  readonly timeoutSeconds: number;
  readonly ports: PortUse;
  readonly sends: readonly QueueName[];
  readonly publishes: readonly TopicName[];
  readonly invokes: readonly string[];
}

/** Lambda's numbers on the left are the mission's, corrected by docs/domain.md; batches in one process are bigger. */
const TENS: PerRuntime = { cloud: 10, embedded: 100 };
const TWENTY_FIVES: PerRuntime = { cloud: 25, embedded: 250 };
const HUNDREDS: PerRuntime = { cloud: 100, embedded: 250 };

export const workers = {
  checkEligibility: {
    domain: 'registration',
    purpose: 'Decides whether a fan may register, and gives the normalised values that get stored',
    trigger: { kind: 'resolver' },
    chain: RESOLVER,
    timeoutSeconds: 10,
    ports: {
      campaignCache: ['get'],
      campaignStore: ['campaignBySlug'],
      entryTable: ['get'],
      entryService: ['checkInvite'],
      identityProofs: ['read'],
      userService: ['getProfile'],
    },
    sends: [],
    publishes: [],
    invokes: [],
  },
  upsertEntry: {
    domain: 'registration',
    purpose: "Writes an eligible fan's entry: creates, edits or transfers it",
    trigger: { kind: 'resolver' },
    chain: RESOLVER,
    timeoutSeconds: 10,
    ports: { entryTable: ['get', 'put', 'transfer'], secrets: ['get'] },
    sends: [],
    publishes: [],
    invokes: [],
  },
  withdrawEntry: {
    domain: 'registration',
    purpose: "Removes a fan's entry",
    trigger: { kind: 'resolver' },
    chain: RESOLVER,
    timeoutSeconds: 10,
    ports: { campaignCache: ['get'], campaignStore: ['campaignBySlug'], entryTable: ['get', 'remove'], secrets: ['get'] },
    sends: [],
    publishes: [],
    invokes: [],
  },
  readCampaign: {
    domain: 'registration',
    purpose: 'Shows a campaign and its markets to whoever wants to register',
    trigger: { kind: 'resolver' },
    chain: RESOLVER,
    timeoutSeconds: 10,
    ports: { campaignCache: ['get'], campaignStore: ['campaignBySlug'] },
    sends: [],
    publishes: [],
    invokes: [],
  },
  readEntry: {
    domain: 'registration',
    purpose: 'Shows a fan their own entry',
    trigger: { kind: 'resolver' },
    chain: RESOLVER,
    timeoutSeconds: 10,
    ports: { campaignCache: ['get'], campaignStore: ['campaignBySlug'], entryTable: ['get'], secrets: ['get'] },
    sends: [],
    publishes: [],
    invokes: [],
  },
  enqueueEntries: {
    domain: 'replication',
    purpose: 'Passes on changes of entries that need replication, and removals',
    trigger: {
      kind: 'stream',
      batch: HUNDREDS,
      deadLetterQueue: 'enqueueEntriesDlq',
      maxRetries: 10,
      filters: [{ dynamodb: { NewImage: { needsReplication: { BOOL: [true] } } } }, { eventName: ['REMOVE'] }],
    },
    chain: STREAM,
    timeoutSeconds: 30,
    ports: {},
    sends: ['saveEntriesQueue'],
    publishes: [],
    invokes: [],
  },
  saveEntries: {
    domain: 'replication',
    purpose: 'Brings the Entry Service up to date with the demand-table',
    trigger: { kind: 'queue', queues: ['saveEntriesQueue'], batch: TWENTY_FIVES, windowSeconds: 1, concurrency: { cloud: 100, embedded: 4 } },
    chain: QUEUE,
    timeoutSeconds: 30,
    ports: {
      campaignCache: ['get'],
      campaignStore: ['campaignById'],
      entryTable: ['getBatch', 'clearReplicationFlags'],
      entryService: ['upsertEntries', 'deleteEntries'],
    },
    sends: ['retryScoreQueue', 'userInfoQueue', 'emailJobQueue', 'dataQueue'],
    publishes: [],
    invokes: [],
  },
  retryScore: {
    domain: 'replication',
    purpose: 'Has the Entry Service score those fans again whose score failed',
    trigger: { kind: 'queue', queues: ['retryScoreQueue'], batch: TENS, windowSeconds: 0, concurrency: { cloud: 2, embedded: 1 } },
    chain: QUEUE,
    timeoutSeconds: 30,
    ports: { entryService: ['refreshScores'] },
    sends: [],
    publishes: [],
    invokes: [],
  },
  upsertUsers: {
    domain: 'replication',
    purpose: 'Takes what fans said of themselves to the User Service',
    trigger: { kind: 'queue', queues: ['userInfoQueue'], batch: TWENTY_FIVES, windowSeconds: 1, concurrency: { cloud: 50, embedded: 2 } },
    chain: QUEUE,
    timeoutSeconds: 30,
    ports: { userService: ['upsertUsers'] },
    sends: [],
    publishes: [],
    invokes: [],
  },
  freezeDraw: {
    domain: 'selection',
    purpose: 'First step of the selection: the entrants are frozen and published',
    trigger: { kind: 'direct' },
    chain: DIRECT,
    timeoutSeconds: 900,
    ports: { campaignService: ['freezeDraw'] },
    sends: [],
    publishes: [],
    invokes: [],
  },
  revealDraw: {
    domain: 'selection',
    purpose: 'Second step of the selection: the secret is revealed and the draw computed',
    trigger: { kind: 'direct' },
    chain: DIRECT,
    timeoutSeconds: 900,
    ports: { campaignService: ['revealDraw'] },
    sends: [],
    publishes: [],
    invokes: [],
  },
  enqueueMarketSelections: {
    domain: 'selection',
    purpose: "Reserves codes for one market's winners and enqueues its selections",
    trigger: { kind: 'direct' },
    chain: DIRECT,
    timeoutSeconds: 900,
    ports: {
      campaignService: ['getMarket', 'freezeDraw', 'revealDraw', 'getDrawResults', 'countDrawResults', 'reportCampaignStats'],
      codeService: ['reserveCodes'],
    },
    sends: ['saveSelectionQueue'],
    publishes: [],
    invokes: [],
  },
  closeBooks: {
    domain: 'selection',
    purpose: 'Last step of the selection: who won nothing and waits nowhere becomes LOSER',
    trigger: { kind: 'direct' },
    chain: DIRECT,
    timeoutSeconds: 900,
    ports: {
      campaignService: ['getDrawResults', 'getCampaign', 'listDraws', 'findEntrants'],
      entryService: ['countEntries', 'listEntryParts', 'listEntries'],
    },
    sends: ['saveSelectionQueue'],
    publishes: [],
    invokes: [],
  },
  saveSelections: {
    domain: 'selection',
    purpose: 'Assigns codes through the Entry Service and writes verdicts to the demand-table',
    trigger: { kind: 'queue', queues: ['saveSelectionQueue'], batch: { cloud: 10, embedded: 10 }, windowSeconds: 0, concurrency: { cloud: 20, embedded: 2 } },
    chain: QUEUE,
    timeoutSeconds: 60,
    ports: { campaignCache: ['get'], campaignStore: ['campaignById'], entryService: ['assignCodes'], entryTable: ['writeVerdicts', 'getBatch'] },
    sends: ['emailJobQueue', 'verdictReporterQueue'],
    publishes: [],
    invokes: [],
  },
  markAssignedCodes: {
    domain: 'selection',
    purpose: 'Sees verdicts turn WINNER on the stream and marks the codes in the Code Service',
    trigger: {
      kind: 'stream',
      batch: HUNDREDS,
      deadLetterQueue: 'markAssignedCodesDlq',
      maxRetries: 10,
      filters: [
        { eventName: ['MODIFY'], dynamodb: { NewImage: { verdict: { S: ['WINNER'] } }, OldImage: { verdict: { S: [{ 'anything-but': ['WINNER'] }] } } } },
      ],
    },
    chain: STREAM,
    timeoutSeconds: 30,
    ports: { codeService: ['markAssigned'] },
    sends: [],
    publishes: [],
    invokes: [],
  },
  refreshSelections: {
    domain: 'selection',
    purpose: 'Makes a market true again: missing codes, codes of withdrawn winners, promotion from the waitlist',
    trigger: { kind: 'queue', queues: ['refreshSelectionQueue'], batch: { cloud: 1, embedded: 1 }, windowSeconds: 0, concurrency: { cloud: 2, embedded: 1 } },
    chain: QUEUE,
    timeoutSeconds: 300,
    ports: {
      campaignService: ['getMarket', 'listDraws', 'getDrawResults', 'listPromotions', 'recordPromotions'],
      entryService: ['getEntries'],
      codeService: ['listHeldCodes', 'revokeCodes', 'reserveCodes'],
    },
    sends: ['saveSelectionQueue'],
    publishes: [],
    invokes: [],
  },
  reportVerdicts: {
    domain: 'selection',
    purpose: 'Adds verdict counts up in the Campaign Service, each message once',
    trigger: { kind: 'queue', queues: ['verdictReporterQueue'], batch: TENS, windowSeconds: 5, concurrency: { cloud: 4, embedded: 1 } },
    chain: QUEUE,
    timeoutSeconds: 30,
    ports: { campaignService: ['addVerdictCounts'], entryService: ['countEntries'] },
    sends: ['dataQueue'],
    publishes: [],
    invokes: [],
  },
  processData: {
    domain: 'data-pipeline',
    purpose: 'Formats what changed by its type and publishes it to dataSns',
    trigger: { kind: 'queue', queues: ['dataQueue'], batch: TENS, windowSeconds: 1, concurrency: { cloud: 50, embedded: 2 } },
    chain: QUEUE,
    timeoutSeconds: 30,
    ports: {},
    sends: [],
    publishes: ['dataSns'],
    invokes: [],
  },
  sendData: {
    domain: 'data-pipeline',
    purpose: 'Checks records against their schemas and publishes them to their topics',
    trigger: {
      kind: 'queue',
      queues: ['campaign-queue', 'market-queue', 'registration-queue', 'event-mapping-queue', 'registered-market-queue'],
      batch: TENS,
      windowSeconds: 1,
      concurrency: { cloud: 20, embedded: 1 },
    },
    chain: QUEUE,
    timeoutSeconds: 30,
    ports: { eventLog: ['append'] },
    sends: [],
    publishes: [],
    invokes: [],
  },
  notificationGenerator: {
    domain: 'notification',
    purpose: 'Finds the campaigns whose reminders fall due in the coming day',
    trigger: { kind: 'schedule', schedule: 'daily', cron: '0 0 * * *' },
    chain: DIRECT,
    timeoutSeconds: 300,
    ports: { campaignService: ['listCampaigns', 'getCampaign', 'setNotification'], entryService: ['countEntries'] },
    sends: ['dataQueue'],
    publishes: [],
    invokes: [],
  },
  getMarketsToNotify: {
    domain: 'notification',
    purpose: 'Names the markets whose reminder is due and not yet planned',
    trigger: { kind: 'direct' },
    chain: DIRECT,
    timeoutSeconds: 60,
    ports: { campaignService: ['listCampaigns', 'getCampaign', 'setNotification'] },
    sends: [],
    publishes: [],
    invokes: [],
  },
  planSends: {
    domain: 'notification',
    purpose: 'Plans the reminder mails of due markets at the target rate, the last before the presale',
    trigger: { kind: 'schedule', schedule: 'hourly', cron: '0 * * * *' },
    chain: DIRECT,
    timeoutSeconds: 900,
    ports: { campaignService: ['getCampaign', 'setNotification'], entryService: ['getEntriesByMarket'], userService: ['enqueueEmailJobs'] },
    sends: [],
    publishes: [],
    invokes: ['getMarketsToNotify'],
  },
  planEmailJobs: {
    domain: 'notification',
    purpose: 'Plans the mails that other workers ask for: receipts of registrations, results of draws',
    trigger: { kind: 'queue', queues: ['emailJobQueue'], batch: HUNDREDS, windowSeconds: 1, concurrency: { cloud: 10, embedded: 1 } },
    chain: QUEUE,
    timeoutSeconds: 30,
    ports: { userService: ['enqueueEmailJobs'] },
    sends: [],
    publishes: [],
    invokes: [],
  },
  triggerReminderEmail: {
    domain: 'notification',
    purpose: 'Has the User Service send what is due',
    trigger: { kind: 'schedule', schedule: 'reminders', cron: '* * * * *' },
    chain: DIRECT,
    timeoutSeconds: 300,
    ports: { userService: ['sendDue'] },
    sends: [],
    publishes: [],
    invokes: [],
  },
} as const satisfies Record<string, WorkerRow>;

export type Workers = typeof workers;
export type WorkerName = keyof Workers;

/** A queue's rules. `visibilitySeconds` >= 6 times its worker's timeout plus the window (AWS Lambda with SQS). */
interface QueueRow {
  readonly deadLetterQueue: string;
  readonly visibilitySeconds: number;
  /** The mission's "max 3 retries": the first delivery and three more. */
  readonly maxReceiveCount: number;
  readonly retentionDays: number;
}

const MAX_RECEIVES = 4;
const RETENTION_DAYS = 4;
/** A dead-letter queue keeps longer than its source, as a moved message keeps its age. */
export const DEAD_LETTER_RETENTION_DAYS = 14;

const queue = (deadLetterQueue: string, visibilitySeconds: number): QueueRow => ({
  deadLetterQueue,
  visibilitySeconds,
  maxReceiveCount: MAX_RECEIVES,
  retentionDays: RETENTION_DAYS,
});

export const queues = {
  saveEntriesQueue: queue('saveEntriesDlq', 190),
  retryScoreQueue: queue('retryScoreDlq', 190),
  userInfoQueue: queue('userInfoDlq', 190),
  saveSelectionQueue: queue('saveSelectionDlq', 370),
  verdictReporterQueue: queue('verdictReporterDlq', 190),
  refreshSelectionQueue: queue('refreshSelectionDlq', 1800),
  emailJobQueue: queue('emailJobDlq', 190),
  dataQueue: queue('dataDlq', 190),
  'campaign-queue': queue('campaign-dlq', 190),
  'market-queue': queue('market-dlq', 190),
  'registration-queue': queue('registration-dlq', 190),
  'event-mapping-queue': queue('event-mapping-dlq', 190),
  'registered-market-queue': queue('registered-market-dlq', 190),
} as const satisfies Record<QueueName, QueueRow>;

/** Topics with their filters: a message goes to each queue whose attributes all match. */
export const topics = {
  dataSns: {
    subscriptions: [
      { queue: 'campaign-queue', filter: { type: 'CAMPAIGN' } },
      { queue: 'market-queue', filter: { type: 'MARKET' } },
      { queue: 'registration-queue', filter: { type: 'REGISTRATION' } },
      { queue: 'event-mapping-queue', filter: { type: 'EVENT_MAPPING' } },
      { queue: 'registered-market-queue', filter: { type: 'REGISTERED_MARKET' } },
    ],
  },
} as const satisfies Record<string, { readonly subscriptions: readonly { readonly queue: QueueName; readonly filter: Readonly<Record<string, string>> }[] }>;

export type TopicName = 'dataSns';
export interface TopicMessages {
  readonly dataSns: PipelineRecord;
}

/** Event-log topics by record type, below the configured prefix (`prd2011.dmnd`). */
export const eventTopics = {
  CAMPAIGN: 'campaigns',
  MARKET: 'markets',
  REGISTRATION: 'registrations',
  EVENT_MAPPING: 'event-mappings',
  REGISTERED_MARKET: 'registered-markets',
} as const satisfies Record<PipelineType, string>;

/** GraphQL fields and the workers that answer them, in the order of AppSync's pipeline. */
export const resolvers = {
  Query: { campaign: ['readCampaign'], checkEligibility: ['checkEligibility'], myEntry: ['readEntry'] },
  Mutation: { upsertEntry: ['checkEligibility', 'upsertEntry'], withdrawEntry: ['withdrawEntry'] },
} as const satisfies Record<'Query' | 'Mutation', Record<string, readonly WorkerName[]>>;

/** One state: a worker, invoked with the execution's data; what it answers is put under `resultKey`. */
export interface TaskState {
  readonly kind: 'task';
  readonly name: string;
  readonly worker: WorkerName;
  readonly resultKey: string;
  readonly maxAttempts: number;
}

/** Runs a worker for each item under `itemsKey`, merged with the execution's data; one item's failure does not stop the others. */
export interface MapState {
  readonly kind: 'map';
  readonly name: string;
  readonly worker: WorkerName;
  readonly itemsKey: string;
  readonly resultKey: string;
  readonly concurrency: number;
  readonly maxAttempts: number;
}

/**
 * The selection: freeze, draw, each market for itself, close the books. Every step is safe to run again, so an
 * execution that stopped anywhere goes on from its last finished step.
 */
export const stateMachines = {
  selectionStateMachine: {
    states: [
      { kind: 'task', name: 'Freeze', worker: 'freezeDraw', resultKey: 'frozen', maxAttempts: 3 },
      { kind: 'task', name: 'Draw', worker: 'revealDraw', resultKey: 'drawn', maxAttempts: 3 },
      { kind: 'map', name: 'Markets', worker: 'enqueueMarketSelections', itemsKey: 'drawn.markets', resultKey: 'selections', concurrency: 4, maxAttempts: 3 },
      { kind: 'task', name: 'CloseBooks', worker: 'closeBooks', resultKey: 'books', maxAttempts: 3 },
    ],
  },
} as const satisfies Record<string, { readonly states: readonly (TaskState | MapState)[] }>;

export type StateMachineName = keyof typeof stateMachines;

/** The dead-letter queues of what comes from the stream. */
export const streamDeadLetterQueues: readonly string[] = Object.values(workers).flatMap(({ trigger }) =>
  trigger.kind === 'stream' ? [trigger.deadLetterQueue] : [],
);

/** Stream consumers, by worker. */
export type StreamWorkerName = { [W in WorkerName]: Workers[W]['trigger'] extends { readonly kind: 'stream' } ? W : never }[WorkerName];

type Elements<T> = T extends readonly (infer E)[] ? E : never;

/** What one worker is given: exactly what its row names. */
export type ServicesOf<W extends WorkerName> = {
  readonly [P in keyof Workers[W]['ports'] & keyof Ports]: Pick<Ports[P], Elements<Workers[W]['ports'][P]> & keyof Ports[P]>;
} & {
  readonly queues: { readonly [Q in Elements<Workers[W]['sends']> & QueueName]: QueueSender<QueueMessages[Q]> };
  readonly topics: { readonly [T in Elements<Workers[W]['publishes']> & TopicName]: TopicPublisher<TopicMessages[T]> };
  readonly workers: { readonly [I in Elements<Workers[W]['invokes']> & string]: (input: unknown) => Promise<unknown> };
};

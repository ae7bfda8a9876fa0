import { createHash } from 'node:crypto';
import { chunks } from '../../domain/chunks.ts';
import { type EmailJobKey, type MailLane, type MailTemplate, mailLaneOf } from '../../domain/email-job.ts';
import type { EmailJobState, OpenEmailJobState } from '../../ports/user-store.ts';
import { type Condition, conditionOf, queryOf, updateOf } from './dynamodb-expressions.ts';
import { type ItemKey, toItem } from './dynamodb-item.ts';
import { ACTIONS_A_TRANSACTION, type DynamoDBTable, queryItems, transact } from './dynamodb-requests.ts';

/** A mail job, in the partition of its fan, under its key. While it is PLANNED or SENDING it is in `jobs-by-time`. */
export interface JobItem extends ItemKey {
  readonly state: EmailJobState;
  readonly attempt: number;
  readonly reason?: string | null;
}

/** What is stored depends on each of these: jobs are spread, as a partition takes 1,000 writes a second (DynamoDB developer guide, partitions). */
const QUEUE_PARTITIONS = 16;
const COUNT_PARTITIONS = 64;

export const userKey = (globalUserId: string): string => `USER#${globalUserId}`;
/** Neither ids nor templates hold a "#", and no market is an empty text; the occurrence comes last, as it may be any text. */
export const jobKey = ({ globalUserId, campaignId, marketId, template, occurrence }: EmailJobKey): ItemKey => ({
  PK: userKey(globalUserId),
  SK: `JOB#${campaignId}#${marketId ?? ''}#${template}#${occurrence}`,
});
export const jobOf = ({ PK, SK }: ItemKey): EmailJobKey => {
  const [, campaignId = '', marketId = '', template, ...occurrence] = SK.split('#');
  const globalUserId = PK.slice(userKey('').length);
  return { campaignId, marketId: marketId === '' ? null : marketId, globalUserId, template: template as MailTemplate, occurrence: occurrence.join('#') };
};

/** An instant of UTC milliseconds as it is sorted by: as long as the largest number there is. */
export const timeText = (instant: number): string => String(instant).padStart(16, '0');

const shardOf = (globalUserId: string): number => createHash('sha256').update(globalUserId).digest().readUInt32BE() % QUEUE_PARTITIONS;
const shards = Array.from({ length: QUEUE_PARTITIONS }, (_, shard) => shard);
/** Partitions of `jobs-by-time`. That of the first lane is named as those of versions without lanes. */
const plannedQueue = (lane: MailLane, shard: number): string => (lane === 0 ? `PLANNED#${shard}` : `PLANNED#${lane}#${shard}`);
const sendingQueue = (shard: number): string => `SENDING#${shard}`;
export const plannedQueuesOf = (lane: MailLane): readonly string[] => shards.map((shard) => plannedQueue(lane, shard));
export const SENDING_QUEUES: readonly string[] = shards.map(sendingQueue);
/** The partitions of `jobs-by-campaign`, which has the PLANNED jobs. */
export const campaignQueuesOf = (campaignId: string): readonly string[] => shards.map((shard) => `${campaignId}#${shard}`);

/** Partitions of `jobs-by-time` with the jobs of a campaign that a person has to look at. */
const openQueue = (campaignId: string, state: OpenEmailJobState, shard: number): string => `${state}#${campaignId}#${shard}`;
export const openQueuesOf = (campaignId: string, state: OpenEmailJobState): readonly string[] => shards.map((shard) => openQueue(campaignId, state, shard));
/** The partition that a job which ended so is listed in, by the time it had when it ended. */
export const openQueueOf = ({ campaignId, globalUserId }: EmailJobKey, state: OpenEmailJobState): { readonly queue: string } => ({
  queue: openQueue(campaignId, state, shardOf(globalUserId)),
});

/** What puts a job into the indexes of its state. */
export const queued = (job: EmailJobKey, state: 'PLANNED' | 'SENDING', instant: number) => {
  const { campaignId, globalUserId } = job;
  const shard = shardOf(globalUserId);
  const queue = state === 'PLANNED' ? plannedQueue(mailLaneOf(job), shard) : sendingQueue(shard);
  const campaignQueue = state === 'PLANNED' ? { campaignQueue: `${campaignId}#${shard}` } : {};
  return { queue, queueTime: timeText(instant), ...campaignQueue };
};
export const QUEUE_ATTRIBUTES = ['queue', 'queueTime', 'campaignQueue'] as const;
/** Where `jobs-by-campaign` has a job once it was claimed: alone, under the name of its mail. */
export const mailQueueOf = (mail: string): string => `MAIL#${mail}`;

export interface JobChange {
  readonly job: EmailJobKey;
  /** The state that `if` asks for; null: there is no such job. */
  readonly from: EmailJobState | null;
  /** Null removes the job. */
  readonly to: EmailJobState | null;
  readonly if: Condition;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
}

/**
 * Makes those of the changes whose conditions hold, each in one transaction with its campaign's counts. Answers in the
 * order given which were made; of two of the same job the first is tried.
 */
export const changeJobs = async (table: DynamoDBTable, changes: readonly JobChange[]): Promise<readonly boolean[]> => {
  const made = changes.map(() => false);
  const distinct = new Map(changes.map((change, index) => [JSON.stringify(jobKey(change.job)), { change, index }] as const).reverse());
  const inOrder = [...distinct.values()].reverse();
  for (const [campaignId, ofCampaign] of Map.groupBy(inOrder, ({ change }) => change.job.campaignId)) {
    for (const together of chunks(ofCampaign, ACTIONS_A_TRANSACTION - 1)) {
      for (let left = together; left.length > 0; ) {
        const actions = left.map(({ change }) => jobAction(table.tableName, change));
        const refused = new Set(
          await transact(table, [
            ...actions,
            countAction(
              table,
              campaignId,
              left.map(({ change }) => change),
            ),
          ]),
        );
        if (refused.size === 0) {
          for (const { index } of left) made[index] = true;
          break;
        }
        left = left.filter((_, index) => !refused.has(index));
      }
    }
  }
  return made;
};

const jobAction = (TableName: string, { job, to, set = {}, remove = [], if: condition }: JobChange) =>
  to === null
    ? { Delete: { TableName, Key: toItem(jobKey(job)), ...conditionOf(condition) } }
    : { Update: updateOf(TableName, { key: jobKey(job), set: { ...set, state: to }, remove, if: condition }) };

/** Counts lie in many items, and each transaction takes any one of them, as no single item takes the changes of a million jobs. */
const countAction = ({ tableName, random }: DynamoDBTable, campaignId: string, changes: readonly JobChange[]) => {
  const add: Record<string, number> = {};
  for (const { from, to } of changes) {
    if (from !== null) add[from] = (add[from] ?? 0) - 1;
    if (to !== null) add[to] = (add[to] ?? 0) + 1;
  }
  const shard = Math.floor(random.fraction() * COUNT_PARTITIONS);
  return { Update: updateOf(tableName, { key: { PK: countsKey(campaignId), SK: `SHARD#${shard}` }, add }) };
};

const countsKey = (campaignId: string): string => `COUNTS#${campaignId}`;

/** How many jobs of a campaign are in each state. */
export const jobCounts = async (table: DynamoDBTable, campaignId: string): Promise<Record<EmailJobState, number>> => {
  const counts: Record<EmailJobState, number> = { PLANNED: 0, SENDING: 0, SENT: 0, FAILED: 0, AMBIGUOUS: 0, SKIPPED: 0 };
  const items = await queryItems<Partial<Record<EmailJobState, number>>>(table, queryOf({ where: 'PK = :pk', values: { pk: countsKey(campaignId) } }));
  for (const item of items) for (const state of STATES) counts[state] += item[state] ?? 0;
  return counts;
};
const STATES = ['PLANNED', 'SENDING', 'SENT', 'FAILED', 'AMBIGUOUS', 'SKIPPED'] as const satisfies readonly EmailJobState[];

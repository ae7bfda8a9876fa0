import { type EmailJobKey, MAIL_LANES } from '../../domain/email-job.ts';
import { mailNameOf } from '../../domain/mail-name.ts';
import { RegError } from '../../errors.ts';
import type { EmailJobOutcome, EmailJobState, OpenEmailJobState, UserStore } from '../../ports/user-store.ts';
import {
  campaignQueuesOf,
  changeJobs,
  type JobChange,
  type JobItem,
  jobCounts,
  jobKey,
  jobOf,
  mailQueueOf,
  openQueueOf,
  openQueuesOf,
  plannedQueuesOf,
  QUEUE_ATTRIBUTES,
  queued,
  SENDING_QUEUES,
  timeText,
  userKey,
} from './dynamodb-email-job-items.ts';
import { queryOf } from './dynamodb-expressions.ts';
import type { ItemKey } from './dynamodb-item.ts';
import { countItems, type DynamoDBTable, getItems, queryItems } from './dynamodb-requests.ts';
import { mapInFlight, REQUESTS_AT_ONCE } from './in-flight.ts';

type Jobs = Pick<
  UserStore,
  'planJobs' | 'dueJobs' | 'claim' | 'settle' | 'abandonClaims' | 'jobOfMail' | 'failReturned' | 'countDue' | 'countJobs' | 'listJobs' | 'resendJobs'
>;

interface QueuedItem extends ItemKey {
  readonly queue: string;
  readonly queueTime: string;
}

/** The mail jobs of `dynamodb-user-store.ts`. */
export const createEmailJobs = (table: DynamoDBTable): Jobs => ({
  planJobs: async (jobs) => {
    const changes = jobs.map(
      ({ sendAt, ...job }): JobChange => ({
        job,
        from: null,
        to: 'PLANNED',
        if: { where: 'attribute_not_exists(PK)' },
        set: { sendAt, attempt: 0, ...queued(job, 'PLANNED', sendAt) },
      }),
    );
    return (await changeJobs(table, changes)).filter((made) => made).length;
  },

  dueJobs: async (now, limit) => {
    const jobs: EmailJobKey[] = [];
    for (const lane of MAIL_LANES) {
      if (jobs.length === limit) break;
      const left = limit - jobs.length;
      const due = await mapInFlight(plannedQueuesOf(lane), REQUESTS_AT_ONCE, (queue) => queryItems<QueuedItem>(table, until(queue, now), left));
      const inOrder = due.flat().sort((a, b) => Number(a.queueTime) - Number(b.queueTime));
      jobs.push(...inOrder.slice(0, left).map(jobOf));
    }
    return jobs;
  },

  claim: async (jobs, now) => {
    const stored = await getItems<JobItem>(table, jobs.map(jobKey));
    const claims = jobs.flatMap((job, index) => {
      const item = stored[index];
      return item?.state === 'PLANNED' ? [{ job, attempt: item.attempt + 1, known: item.attempt }] : [];
    });
    const made = await changeJobs(
      table,
      claims.map(({ job, attempt, known }) => ({
        job,
        from: 'PLANNED',
        to: 'SENDING',
        if: { where: '#state = :planned AND #attempt = :known', values: { planned: 'PLANNED', known } },
        set: { attempt, claimedAt: now, ...queued(job, 'SENDING', now), campaignQueue: mailQueueOf(mailNameOf(job)) },
      })),
    );
    return claims.flatMap(({ job, attempt }, index) => (made[index] === true ? [{ ...job, attempt }] : []));
  },

  settle: async (ended) => {
    const changes = ended.map(({ job: { attempt, ...job }, outcome }): JobChange => {
      const again = outcome.state === 'PLANNED' ? { sendAt: outcome.retryAt, ...queued(job, 'PLANNED', outcome.retryAt) } : {};
      return {
        job,
        from: 'SENDING',
        to: outcome.state,
        if: { where: '#state = :sending AND #attempt = :attempt', values: { sending: 'SENDING', attempt } },
        set: { reason: outcome.reason, ...again, ...(isOpen(outcome.state) ? openQueueOf(job, outcome.state) : {}) },
        remove: LEFT_BEHIND[outcome.state],
      };
    });
    await changeJobs(table, changes);
  },

  abandonClaims: async (claimedUntil) => {
    const claimed = await mapInFlight(SENDING_QUEUES, REQUESTS_AT_ONCE, (queue) => queryItems<QueuedItem>(table, until(queue, claimedUntil)));
    const changes = claimed.flat().map(
      (item): JobChange => ({
        job: jobOf(item),
        from: 'SENDING',
        to: 'AMBIGUOUS',
        if: { where: '#state = :sending AND #claimedAt <= :claimedUntil', values: { sending: 'SENDING', claimedUntil } },
        set: { reason: 'the process ended while the mail was being sent', ...openQueueOf(jobOf(item), 'AMBIGUOUS') },
      }),
    );
    return (await changeJobs(table, changes)).filter((made) => made).length;
  },

  jobOfMail: async (mail) => {
    const found = await queryItems<QueuedItem>(
      table,
      { IndexName: 'jobs-by-campaign', ...queryOf({ where: '#campaignQueue = :queue', values: { queue: mailQueueOf(mail) } }) },
      1,
    );
    return found[0] === undefined ? null : jobOf(found[0]);
  },

  failReturned: async (job, reason) => {
    const stored = (await getItems<JobItem>(table, [jobKey(job)]))[0];
    if (!stored || !mayComeBack(stored.state)) return false;
    const [made = false] = await changeJobs(table, [
      {
        job,
        from: stored.state,
        to: 'FAILED',
        if: { where: '#state = :known', values: { known: stored.state } },
        set: { reason, ...openQueueOf(job, 'FAILED') },
        remove: LEFT_BEHIND.FAILED,
      },
    ]);
    return made;
  },

  countDue: async (now, most) => {
    let jobs = 0;
    for (const lane of MAIL_LANES) {
      if (jobs >= most) break;
      const left = most - jobs;
      const counts = await mapInFlight(plannedQueuesOf(lane), REQUESTS_AT_ONCE, (queue) => countItems(table, until(queue, now), left));
      jobs += counts.reduce((sum, count) => sum + count, 0);
    }
    return Math.min(jobs, most);
  },

  countJobs: async (campaignId) => {
    const counts = await jobCounts(table, campaignId);
    return { counts, nextSendAt: counts.PLANNED === 0 ? null : await nextSendAt(table, campaignId) };
  },

  listJobs: async (campaignId, state, after, limit) => {
    const queues = openQueuesOf(campaignId, state);
    const place = after === null ? null : placeOf(after);
    const found: QueuedItem[] = [];
    for (const queue of queues.slice(place === null ? 0 : Math.max(0, queues.indexOf(place.queue)))) {
      if (found.length === limit) break;
      const query = { IndexName: 'jobs-by-time', ...queryOf({ where: '#queue = :queue', values: { queue } }) };
      found.push(...(await queryItems<QueuedItem>(table, query, limit - found.length, place?.queue === queue ? place : undefined)));
    }
    const items = await getItems<JobItem>(table, found);
    const last = found.length < limit ? undefined : found.at(-1);
    return {
      jobs: items.flatMap((item) => (item?.state === state ? [{ ...jobOf(item), reason: item.reason ?? null }] : [])),
      next: last === undefined ? null : JSON.stringify([last.queue, last.queueTime, last.PK, last.SK]),
    };
  },

  resendJobs: async (jobs, state, sendAt) => {
    const changes = jobs.map(({ campaignId, marketId, globalUserId, template, occurrence }): JobChange => {
      const job = { campaignId, marketId, globalUserId, template, occurrence };
      const isThere = { where: '#state = :known', values: { known: state } };
      return { job, from: state, to: 'PLANNED', if: isThere, set: { sendAt, reason: null, ...queued(job, 'PLANNED', sendAt) } };
    });
    return (await changeJobs(table, changes)).filter((made) => made).length;
  },
});

const placeOf = (after: string): QueuedItem => {
  const [queue, queueTime, PK, SK] = /^\["/.test(after) ? readList(after) : [];
  if (queue === undefined || queueTime === undefined || PK === undefined || SK === undefined)
    throw new RegError('INPUT_INVALID', 'This is not where a page of mails ends.');
  return { queue, queueTime, PK, SK };
};

const readList = (json: string): readonly string[] => {
  try {
    return (JSON.parse(json) as readonly unknown[]).filter((part) => typeof part === 'string');
  } catch {
    return [];
  }
};

/** What a job that left SENDING has no use for any more; the name of its mail stays where the mail may come back. */
const LEFT_BEHIND: Readonly<Record<EmailJobOutcome['state'], readonly string[]>> = {
  PLANNED: [],
  SENT: ['queue'],
  SKIPPED: QUEUE_ATTRIBUTES,
  FAILED: ['campaignQueue'],
  AMBIGUOUS: [],
};

const isOpen = (state: EmailJobState): state is OpenEmailJobState => state === 'FAILED' || state === 'AMBIGUOUS';

const mayComeBack = (state: EmailJobState): boolean => state === 'SENT' || state === 'AMBIGUOUS';

/** The jobs of one partition of `jobs-by-time` up to an instant, the earliest first. */
const until = (queue: string, instant: number) => ({
  IndexName: 'jobs-by-time',
  ...queryOf({ where: '#queue = :queue AND #queueTime <= :until', values: { queue, until: timeText(instant) } }),
});

const nextSendAt = async (table: DynamoDBTable, campaignId: string): Promise<number | null> => {
  const first = await mapInFlight(campaignQueuesOf(campaignId), REQUESTS_AT_ONCE, (queue) =>
    queryItems<QueuedItem>(table, { IndexName: 'jobs-by-campaign', ...queryOf({ where: '#campaignQueue = :queue', values: { queue } }) }, 1),
  );
  const times = first.flat().map(({ queueTime }) => Number(queueTime));
  return times.length === 0 ? null : Math.min(...times);
};

/** A job that changes its state while it is being removed is looked at again, this many times. */
const ROUNDS = 5;

/** Removes all jobs of a fan. */
export const eraseJobs = async (table: DynamoDBTable, globalUserId: string): Promise<void> => {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const jobs = await queryItems<JobItem>(table, queryOf({ where: 'PK = :pk AND begins_with(SK, :job)', values: { pk: userKey(globalUserId), job: 'JOB#' } }));
    if (jobs.length === 0) return;
    await changeJobs(
      table,
      jobs.map((item) => ({ job: jobOf(item), from: item.state, to: null, if: { where: '#state = :state', values: { state: item.state } } })),
    );
  }
  throw new RegError('CONFLICT', 'Mails of a fan who is being erased keep changing. Try again.');
};

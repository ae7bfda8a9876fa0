import type { AnyBulkWriteOperation, Filter } from 'mongodb';
import { type EmailJobKey, MAIL_LANES, type MailLane, mailLaneOf } from '../../domain/email-job.ts';
import { mailNameOf } from '../../domain/mail-name.ts';
import { RegError } from '../../errors.ts';
import type { EmailJobState, UserStore } from '../../ports/user-store.ts';
import { CALL_LIMITS, type MongoConnection } from './mongo-connection.ts';
import type { MongoStoreOptions } from './mongo-turns.ts';
import { number, text } from './mongo-values.ts';
import { insertNew, type Named, writeInAnyOrder } from './mongo-writes.ts';

type Jobs = Pick<
  UserStore,
  'planJobs' | 'dueJobs' | 'claim' | 'settle' | 'abandonClaims' | 'jobOfMail' | 'failReturned' | 'countDue' | 'countJobs' | 'listJobs' | 'resendJobs'
>;

interface JobDocument extends Named, EmailJobKey {
  readonly state: EmailJobState;
  /** `mailLaneOf` the job; absent for the first, which is all that jobs of earlier versions were of. */
  readonly lane?: MailLane;
  /** UTC milliseconds. */
  readonly sendAt: number;
  readonly attempt: number;
  readonly claimedAt?: number;
  /** The call that claimed it last: how that call finds what it got. */
  readonly claim?: string;
  readonly reason?: string | null;
  /** The name of its mail, once it was claimed. */
  readonly mail?: string;
}

const KEY_FIELDS = { _id: 0, campaignId: 1, marketId: 1, globalUserId: 1, template: 1, occurrence: 1 } as const;

const idOf = ({ campaignId, marketId, template, occurrence, globalUserId }: EmailJobKey): string =>
  JSON.stringify([campaignId, marketId, template, occurrence, globalUserId].map((part) => (part === null ? null : text(part))));
const keyOf = ({ campaignId, marketId, template, occurrence, globalUserId }: EmailJobKey): EmailJobKey => ({
  campaignId,
  marketId,
  template,
  occurrence,
  globalUserId,
});

const laneOf = (job: EmailJobKey): Pick<JobDocument, 'lane'> => {
  const lane = mailLaneOf(job);
  return lane === 0 ? {} : { lane };
};
/** `null` finds documents without the field, which the driver's types do not know. */
const dueIn = (lane: MailLane, now: number) => {
  const filter = { state: 'PLANNED', lane: lane === 0 ? null : lane, sendAt: { $lte: number(now) } } as const;
  return filter as Filter<JobDocument>;
};

/** The mail jobs of `mongo-user-store.ts`: a document each, whose state is changed where it still is what it has to be. */
export const createMongoEmailJobs = ({ mongo, random }: MongoStoreOptions): Jobs => ({
  planJobs: async (jobs) => {
    const documents = jobs.map(({ sendAt, ...job }): JobDocument => ({ _id: idOf(job), ...keyOf(job), ...laneOf(job), state: 'PLANNED', sendAt, attempt: 0 }));
    return documents.length - (await insertNew<JobDocument>(mongo, 'emailJobs', documents)).length;
  },

  dueJobs: async (now, limit) => {
    const due: EmailJobKey[] = [];
    for (const lane of MAIL_LANES) {
      if (due.length === limit) break;
      const options = { sort: { sendAt: 1 }, limit: limit - due.length, projection: KEY_FIELDS, ...CALL_LIMITS } as const;
      due.push(...(await mongo.run('emailJobs.find', (database) => database.collection<JobDocument>('emailJobs').find(dueIn(lane, now), options).toArray())));
    }
    return due;
  },

  claim: async (jobs, now) => {
    const claim = random.id();
    const updateOf = (job: EmailJobKey) => ({ $set: { state: 'SENDING', claimedAt: now, claim, mail: mailNameOf(job) }, $inc: { attempt: 1 } }) as const;
    await writeInAnyOrder<JobDocument>(
      mongo,
      'emailJobs',
      jobs.map((job) => ({ updateOne: { filter: { _id: idOf(job), state: 'PLANNED' }, update: updateOf(job) } })),
    );
    const claimed = await mongo.run('emailJobs.find', (database) =>
      database
        .collection<JobDocument>('emailJobs')
        .find({ _id: { $in: jobs.map(idOf) }, claim }, { projection: { ...KEY_FIELDS, attempt: 1 }, ...CALL_LIMITS })
        .toArray(),
    );
    return claimed.map((job) => ({ ...keyOf(job), attempt: job.attempt }));
  },

  settle: async (ended) => {
    await writeInAnyOrder<JobDocument>(
      mongo,
      'emailJobs',
      ended.map(({ job, outcome }): AnyBulkWriteOperation<JobDocument> => {
        const { state, reason } = outcome;
        const again = outcome.state === 'PLANNED' ? { sendAt: outcome.retryAt } : {};
        return { updateOne: { filter: { _id: idOf(job), state: 'SENDING', attempt: job.attempt }, update: { $set: { state, reason, ...again } } } };
      }),
    );
  },

  abandonClaims: async (claimedUntil) => {
    const filter = { state: 'SENDING', claimedAt: { $lte: number(claimedUntil) } } as const;
    const { modifiedCount } = await mongo.run('emailJobs.updateMany', (database) =>
      database
        .collection<JobDocument>('emailJobs')
        .updateMany(filter, { $set: { state: 'AMBIGUOUS', reason: 'the process ended while the mail was being sent' } }, CALL_LIMITS),
    );
    return modifiedCount;
  },

  jobOfMail: async (mail) => {
    const found = await mongo.run('emailJobs.findOne', (database) =>
      database.collection<JobDocument>('emailJobs').findOne({ mail: text(mail) }, { projection: KEY_FIELDS, ...CALL_LIMITS }),
    );
    return found === null ? null : keyOf(found);
  },

  failReturned: async (job, reason) => {
    const filter = { _id: idOf(job), state: { $in: ['SENT', 'AMBIGUOUS'] as const } };
    const { modifiedCount } = await mongo.run('emailJobs.updateOne', (database) =>
      database.collection<JobDocument>('emailJobs').updateOne(filter, { $set: { state: 'FAILED', reason } }, CALL_LIMITS),
    );
    return modifiedCount > 0;
  },

  countDue: async (now, most) => {
    let jobs = 0;
    for (const lane of MAIL_LANES) {
      if (jobs === most) break;
      const options = { limit: most - jobs, ...CALL_LIMITS };
      jobs += await mongo.run('emailJobs.countDocuments', (database) =>
        database.collection<JobDocument>('emailJobs').countDocuments(dueIn(lane, now), options),
      );
    }
    return jobs;
  },

  countJobs: async (campaignId) => {
    const [groups, next] = await Promise.all([countByState(mongo, campaignId), nextSendAt(mongo, campaignId)]);
    const counts: Record<EmailJobState, number> = { PLANNED: 0, SENDING: 0, SENT: 0, FAILED: 0, AMBIGUOUS: 0, SKIPPED: 0 };
    for (const { _id, jobs } of groups) counts[_id] = jobs;
    return { counts, nextSendAt: next };
  },

  listJobs: async (campaignId, state, after, limit) => {
    const filter = { campaignId: text(campaignId), state, ...behind(after) };
    const options = { sort: { sendAt: 1, _id: 1 }, limit, projection: { ...KEY_FIELDS, _id: 1, sendAt: 1, reason: 1 }, ...CALL_LIMITS } as const;
    const jobs = await mongo.run('emailJobs.find', (database) => database.collection<JobDocument>('emailJobs').find(filter, options).toArray());
    const last = jobs.length < limit ? undefined : jobs.at(-1);
    return { jobs: jobs.map((job) => ({ ...keyOf(job), reason: job.reason ?? null })), next: last === undefined ? null : `${last.sendAt} ${last._id}` };
  },

  resendJobs: async (jobs, state, sendAt) => {
    const ids = jobs.map(idOf);
    const { modifiedCount } = await mongo.run('emailJobs.updateMany', (database) =>
      database
        .collection<JobDocument>('emailJobs')
        .updateMany({ _id: { $in: ids }, state }, { $set: { state: 'PLANNED', sendAt: number(sendAt), reason: null } }, CALL_LIMITS),
    );
    return modifiedCount;
  },
});

/** What comes after the end of a page: the time and id of its last job. */
const behind = (after: string | null): Filter<JobDocument> => {
  if (after === null) return {};
  const [, time, id] = /^(\d{1,15}) (\[.*\])$/s.exec(after) ?? [];
  if (time === undefined || id === undefined) throw new RegError('INPUT_INVALID', 'This is not where a page of mails ends.');
  const sendAt = Number(time);
  return { $or: [{ sendAt: { $gt: sendAt } }, { sendAt, _id: { $gt: id } }] };
};

/** From the index alone, which no write has to wait for, as it would for a counter. */
const countByState = (mongo: MongoConnection, campaignId: string) =>
  mongo.run('emailJobs.aggregate', (database) =>
    database
      .collection<JobDocument>('emailJobs')
      .aggregate<{ readonly _id: EmailJobState; readonly jobs: number }>(
        [{ $match: { campaignId: text(campaignId) } }, { $group: { _id: '$state', jobs: { $sum: 1 } } }],
        CALL_LIMITS,
      )
      .toArray(),
  );

const nextSendAt = async (mongo: MongoConnection, campaignId: string): Promise<number | null> => {
  const first = await mongo.run('emailJobs.findOne', (database) =>
    database
      .collection<JobDocument>('emailJobs')
      .findOne({ campaignId: text(campaignId), state: 'PLANNED' }, { sort: { sendAt: 1 }, projection: { _id: 0, sendAt: 1 }, ...CALL_LIMITS }),
  );
  return first?.sendAt ?? null;
};

/** Removes all jobs of a fan. */
export const eraseJobs = async (mongo: MongoConnection, globalUserId: string): Promise<void> => {
  await mongo.run('emailJobs.deleteMany', (database) =>
    database.collection<JobDocument>('emailJobs').deleteMany({ globalUserId: text(globalUserId) }, CALL_LIMITS),
  );
};

import { type EmailJobKey, MAIL_LANES } from '../../domain/email-job.ts';
import type { UserInfo } from '../../domain/entry.ts';
import { mailNameOf } from '../../domain/mail-name.ts';
import { RegError } from '../../errors.ts';
import type { EmailJobState, ListedEmailJob, UserProfile, UserStore } from '../../ports/user-store.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/** A state's number in the table is its index here. */
const STATES = ['PLANNED', 'SENDING', 'SENT', 'FAILED', 'AMBIGUOUS', 'SKIPPED'] as const satisfies readonly EmailJobState[];
const PLANNED = STATES.indexOf('PLANNED');
const SENDING = STATES.indexOf('SENDING');
const SENT = STATES.indexOf('SENT');
const FAILED = STATES.indexOf('FAILED');
const AMBIGUOUS = STATES.indexOf('AMBIGUOUS');

/** A mail about the campaign as a whole is of the market '', as several NULLs could stand side by side in a unique index. */
const NO_MARKET = '';
/** `mailLaneOf` of a row, word for word as in its index. */
const LANE = `CASE WHEN template = 'receipt' THEN 1 WHEN template = 'result' AND market_id = '${NO_MARKET}' THEN 2 ELSE 0 END`;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS users (
    id INTEGER PRIMARY KEY, global_user_id TEXT NOT NULL UNIQUE, info TEXT, attributes TEXT NOT NULL DEFAULT '{}', unsubscribed INTEGER NOT NULL DEFAULT 0,
    modified_at TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS email_jobs (
    id INTEGER PRIMARY KEY, campaign_id TEXT NOT NULL, market_id TEXT NOT NULL, global_user_id TEXT NOT NULL, template TEXT NOT NULL, occurrence TEXT NOT NULL,
    state INTEGER NOT NULL DEFAULT ${PLANNED}, send_at INTEGER NOT NULL, attempt INTEGER NOT NULL DEFAULT 0, claimed_at INTEGER, reason TEXT,
    UNIQUE (market_id, occurrence, template, global_user_id, campaign_id)
  ) STRICT;
  DROP INDEX IF EXISTS email_jobs_planned;
  CREATE INDEX IF NOT EXISTS email_jobs_due ON email_jobs (${LANE}, send_at) WHERE state = ${PLANNED};
  CREATE INDEX IF NOT EXISTS email_jobs_sending ON email_jobs (claimed_at) WHERE state = ${SENDING};
  CREATE INDEX IF NOT EXISTS email_jobs_by_campaign ON email_jobs (campaign_id, state, send_at);
  CREATE INDEX IF NOT EXISTS email_jobs_by_fan ON email_jobs (global_user_id);
  CREATE TABLE IF NOT EXISTS email_mails (name TEXT PRIMARY KEY, job_id INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS unreachable_addresses (address TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`;

/** The columns of a job's key, in the order of their index. */
const ONE_JOB = 'market_id = ? AND occurrence = ? AND template = ? AND global_user_id = ? AND campaign_id = ?';
const keyOf = ({ marketId, occurrence, template, globalUserId, campaignId }: EmailJobKey) =>
  [marketId ?? NO_MARKET, occurrence, template, globalUserId, campaignId] as const;
const KEY = `campaign_id AS campaignId, nullif(market_id, '${NO_MARKET}') AS marketId, global_user_id AS globalUserId, template, occurrence`;

interface UserRow {
  readonly global_user_id: string;
  readonly info: string | null;
  readonly modified_at: string | null;
  readonly attributes: string;
  readonly unsubscribed: number;
}

/** Users and their mails on the embedded engine. */
export const createSqliteUserStore = (engine: SqliteEngine): UserStore => {
  engine.schema(SCHEMA);
  const upsert = engine.statement(`INSERT INTO users (global_user_id, info, modified_at) VALUES (?, ?, ?)
    ON CONFLICT (global_user_id) DO UPDATE SET info = excluded.info, modified_at = coalesce(excluded.modified_at, modified_at)
    WHERE (info IS NOT excluded.info OR modified_at < excluded.modified_at) AND coalesce(excluded.modified_at >= modified_at, 1)`);
  const find = engine.statement('SELECT global_user_id, info, modified_at, attributes, unsubscribed FROM users WHERE global_user_id = ?');
  const setAttributes = engine.statement(`INSERT INTO users (global_user_id, attributes) VALUES (?, ?)
    ON CONFLICT (global_user_id) DO UPDATE SET attributes = excluded.attributes`);
  const setUnsubscribed = engine.statement(`INSERT INTO users (global_user_id, unsubscribed) VALUES (?, ?)
    ON CONFLICT (global_user_id) DO UPDATE SET unsubscribed = excluded.unsubscribed`);
  const eraseUser = engine.statement('DELETE FROM users WHERE global_user_id = ?');
  const jobsOf = engine.statement(`SELECT ${KEY} FROM email_jobs WHERE global_user_id = ?`);
  const eraseMail = engine.statement('DELETE FROM email_mails WHERE name = ?');
  const eraseJobs = engine.statement('DELETE FROM email_jobs WHERE global_user_id = ?');
  const plan = engine.statement(`INSERT INTO email_jobs (campaign_id, market_id, global_user_id, template, occurrence, send_at)
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const due = engine.statement(`SELECT ${KEY}
    FROM email_jobs WHERE state = ${PLANNED} AND ${LANE} = ? AND send_at <= ? ORDER BY send_at LIMIT ?`);
  const claim = engine.statement(`UPDATE email_jobs SET state = ${SENDING}, attempt = attempt + 1, claimed_at = ?
    WHERE ${ONE_JOB} AND state = ${PLANNED} RETURNING id, attempt`);
  const nameMail = engine.statement('INSERT INTO email_mails (name, job_id) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const settle = engine.statement(`UPDATE email_jobs SET state = ?, reason = ?, send_at = coalesce(?, send_at)
    WHERE ${ONE_JOB} AND state = ${SENDING} AND attempt = ?`);
  const abandon = engine.statement(`UPDATE email_jobs SET state = ${AMBIGUOUS}, reason = 'the process ended while the mail was being sent'
    WHERE state = ${SENDING} AND claimed_at <= ?`);
  const jobOfMail = engine.statement(`SELECT ${KEY}
    FROM email_jobs WHERE id = (SELECT job_id FROM email_mails WHERE name = ?)`);
  const failReturned = engine.statement(`UPDATE email_jobs SET state = ${FAILED}, reason = ? WHERE ${ONE_JOB} AND state IN (${SENT}, ${AMBIGUOUS})`);
  const markUnreachable = engine.statement('INSERT INTO unreachable_addresses (address) VALUES (?) ON CONFLICT DO NOTHING');
  const unmarkUnreachable = engine.statement('DELETE FROM unreachable_addresses WHERE address = ?');
  const isUnreachable = engine.statement('SELECT 1 FROM unreachable_addresses WHERE address = ?');
  const countDue = engine.statement(
    `SELECT count(*) AS jobs FROM (SELECT 1 FROM email_jobs WHERE state = ${PLANNED} AND ${LANE} = ? AND send_at <= ? LIMIT ?)`,
  );
  const countByState = engine.statement('SELECT state, count(*) AS jobs FROM email_jobs WHERE campaign_id = ? GROUP BY state');
  const listJobs = engine.statement(`SELECT ${KEY}, reason, send_at AS sendAt, id FROM email_jobs
    WHERE campaign_id = ? AND state = ? AND (send_at, id) > (?, ?) ORDER BY send_at, id LIMIT ?`);
  const resend = engine.statement(`UPDATE email_jobs SET state = ${PLANNED}, reason = NULL, send_at = ? WHERE ${ONE_JOB} AND state = ?`);
  const nextSendAt = engine.statement(`SELECT min(send_at) AS sendAt FROM email_jobs WHERE campaign_id = ? AND state = ${PLANNED}`);

  const profileOf = (globalUserId: string): UserProfile | null => {
    const row = find.get(globalUserId) as UserRow | undefined;
    if (row === undefined) return null;
    const userInfo = row.info === null ? null : (JSON.parse(row.info) as UserInfo);
    const attributes = JSON.parse(row.attributes) as Record<string, string>;
    return { userInfo, modifiedAt: row.modified_at, attributes, unsubscribed: row.unsubscribed === 1 };
  };

  return {
    upsertUsers: (users) => {
      const rows = users.map(({ modifiedAt, ...info }) => [info.globalUserId, JSON.stringify(info), modifiedAt ?? null] as const);
      return engine.write(() => {
        for (const row of rows) upsert.run(...row);
      });
    },
    profile: async (globalUserId) => profileOf(globalUserId),
    profiles: async (globalUserIds) => {
      const known = new Map<string, UserProfile>();
      for (const globalUserId of globalUserIds) {
        const profile = profileOf(globalUserId);
        if (profile !== null) known.set(globalUserId, profile);
      }
      return known;
    },
    setAttributes: (globalUserId, attributes) =>
      engine.write(() => {
        setAttributes.run(globalUserId, JSON.stringify(attributes));
      }),
    setUnsubscribed: (globalUserId, unsubscribed) =>
      engine.write(() => {
        setUnsubscribed.run(globalUserId, unsubscribed ? 1 : 0);
      }),
    erase: (globalUserId) =>
      engine.write(() => {
        for (const job of jobsOf.all(globalUserId) as unknown as EmailJobKey[]) eraseMail.run(mailNameOf(job));
        eraseUser.run(globalUserId);
        eraseJobs.run(globalUserId);
      }),
    planJobs: (jobs) =>
      engine.write(() => {
        let planned = 0;
        for (const { campaignId, marketId, globalUserId, template, occurrence, sendAt } of jobs) {
          planned += Number(plan.run(campaignId, marketId ?? NO_MARKET, globalUserId, template, occurrence, sendAt).changes);
        }
        return planned;
      }),
    dueJobs: async (now, limit) => {
      const jobs: EmailJobKey[] = [];
      for (const lane of MAIL_LANES) if (jobs.length < limit) jobs.push(...(due.all(lane, now, limit - jobs.length) as unknown as EmailJobKey[]));
      return jobs;
    },
    claim: (jobs, now) =>
      engine.write(() =>
        jobs.flatMap((job) => {
          const claimed = claim.get(now, ...keyOf(job)) as { id: number; attempt: number } | undefined;
          if (claimed === undefined) return [];
          nameMail.run(mailNameOf(job), claimed.id);
          return [{ ...job, attempt: claimed.attempt }];
        }),
      ),
    settle: (ended) =>
      engine.write(() => {
        for (const { job, outcome } of ended) {
          settle.run(STATES.indexOf(outcome.state), outcome.reason, outcome.state === 'PLANNED' ? outcome.retryAt : null, ...keyOf(job), job.attempt);
        }
      }),
    abandonClaims: (claimedUntil) => engine.write(() => Number(abandon.run(claimedUntil).changes)),
    jobOfMail: async (mail) => (jobOfMail.get(mail) as EmailJobKey | undefined) ?? null,
    failReturned: (job, reason) => engine.write(() => Number(failReturned.run(reason, ...keyOf(job)).changes) > 0),
    setUnreachable: (address, unreachable) =>
      engine.write(() => {
        (unreachable ? markUnreachable : unmarkUnreachable).run(address);
      }),
    unreachable: async (addresses) => new Set(addresses.filter((address) => isUnreachable.get(address) !== undefined)),
    countDue: async (now, most) => {
      let jobs = 0;
      for (const lane of MAIL_LANES) if (jobs < most) jobs += (countDue.get(lane, now, most - jobs) as { jobs: number }).jobs;
      return jobs;
    },
    countJobs: async (campaignId) => {
      const rows = countByState.all(campaignId) as { state: number; jobs: number }[];
      const counts: Record<EmailJobState, number> = { PLANNED: 0, SENDING: 0, SENT: 0, FAILED: 0, AMBIGUOUS: 0, SKIPPED: 0 };
      for (const { state, jobs } of rows) counts[STATES[state] ?? 'FAILED'] = jobs;
      return { counts, nextSendAt: (nextSendAt.get(campaignId) as { sendAt: number | null }).sendAt };
    },
    listJobs: async (campaignId, state, after, limit) => {
      const rows = listJobs.all(campaignId, STATES.indexOf(state), ...placeOf(after), limit) as unknown as ListedRow[];
      const last = rows.length < limit ? undefined : rows.at(-1);
      return { jobs: rows.map(({ sendAt: _at, id: _id, ...job }) => job), next: last === undefined ? null : `${last.sendAt}.${last.id}` };
    },
    resendJobs: (jobs, state, sendAt) =>
      engine.write(() => {
        let planned = 0;
        for (const job of jobs) planned += Number(resend.run(sendAt, ...keyOf(job), STATES.indexOf(state)).changes);
        return planned;
      }),
  };
};

interface ListedRow extends ListedEmailJob {
  readonly sendAt: number;
  readonly id: number;
}

const FIRST = [Number.MIN_SAFE_INTEGER, 0] as const;
/** Where a page begins: behind this time and row. */
const placeOf = (after: string | null): readonly [number, number] => {
  if (after === null) return FIRST;
  const [, sendAt, id] = /^(\d{1,15})\.(\d{1,15})$/.exec(after) ?? [];
  if (sendAt === undefined) throw new RegError('INPUT_INVALID', 'This is not where a page of mails ends.');
  return [Number(sendAt), Number(id)];
};

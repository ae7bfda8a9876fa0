import { resultOccurrence } from '../../src/domain/email-job.ts';
import type { EntryItem } from '../../src/domain/entry.ts';
import { SLUG } from './campaign.ts';
import type { Checking } from './invariants.ts';
import type { World } from './world.ts';

/** Whoever won before the day of the reminders has one planned. */
const PLANNED_FROM = '2027-02-11T00:00:00.000Z';

/** 10 and 11: no mail goes out twice, no job is left over, and no winner, registration or verdict is forgotten. */
export const checkMails = async ({ node, sent }: World, items: readonly EntryItem[], check: Checking): Promise<void> => {
  const ids = sent.map(({ messageId }) => messageId);
  check(new Set(ids).size === ids.length, () => `10: ${ids.length - new Set(ids).size} mails went out twice`);
  const { engine, userStore } = node().adapters;
  const { counts } = await userStore.countJobs(SLUG);
  check(counts.PLANNED + counts.SENDING === 0, () => `11: jobs are left over: ${JSON.stringify(counts)}`);
  const jobs = engine.statement('SELECT global_user_id AS fan, template, market_id AS market, occurrence FROM email_jobs').all();
  const planned = new Set(jobs.map(({ fan, template, market }) => `${template} ${fan} ${market}`));
  const told = new Set(jobs.map(({ fan, template, occurrence }) => `${template} ${fan} ${occurrence}`));
  for (const { globalUserId, verdict, selection, createdAt, updatedAt } of items) {
    check(told.has(`receipt ${globalUserId} ${createdAt}`), () => `11: ${globalUserId} registered at ${createdAt} and no receipt was planned`);
    const result = verdict === 'PENDING' ? null : resultOccurrence(selection?.drawId ?? '', verdict);
    check(result === null || told.has(`result ${globalUserId} ${result}`), () => `11: ${globalUserId} is ${verdict} and no result was planned`);
    if (verdict !== 'WINNER' || updatedAt >= PLANNED_FROM) continue;
    check(planned.has(`reminder ${globalUserId} ${selection?.marketId}`), () => `11: ${globalUserId} won ${selection?.marketId} and no reminder was planned`);
  }
};

interface Registration {
  readonly globalUserId: string;
  readonly isDeleted: boolean;
  readonly version: number;
  readonly createdAt: string;
  readonly verdict: string;
}

/** 31: what is published of each fan ends with what the table holds. */
export const checkEvents = async ({ node, fans }: World, items: readonly EntryItem[], check: Checking): Promise<void> => {
  const records = await node().adapters.eventLog.read('registrations', null, 100_000);
  const newest = new Map<string, Registration>();
  for (const { value } of records) {
    const registration = JSON.parse(value) as Registration;
    const known = newest.get(registration.globalUserId);
    if (known === undefined || isLater(registration, known)) newest.set(registration.globalUserId, registration);
  }
  const byFan = new Map(items.map((item) => [item.globalUserId, item]));
  for (const { globalUserId } of fans) {
    const item = byFan.get(globalUserId);
    const published = newest.get(globalUserId);
    const holds =
      item === undefined
        ? published === undefined || published.isDeleted
        : published !== undefined && !published.isDeleted && published.version === item.version && published.verdict === item.verdict;
    check(holds, () => `31: ${globalUserId} was published as ${JSON.stringify(published)}, the table holds version ${item?.version}`);
  }
};

/** By life, then version; a removal comes after the state that it removed. */
const isLater = (a: Registration, b: Registration): boolean =>
  a.createdAt === b.createdAt ? a.version > b.version || (a.version === b.version && a.isDeleted) : a.createdAt > b.createdAt;

import { chunks } from '../domain/chunks.ts';
import { RegError } from '../errors.ts';
import { pagesOf } from '../services/contract.ts';
import type { Connection } from './connection.ts';

/** What was erased, by place, over all passes. */
export interface Erased {
  /** Of the demand-table. */
  readonly entries: number;
  /** Of the Entry Service. */
  readonly replicas: number;
  /** Of the invite lists, by the fan's id and every address and member id that is known or was given. */
  readonly invites: number;
  /** Profiles, each with its planned mails. */
  readonly users: number;
  /** That mails to an address that was given come back; that of a profile goes with it. */
  readonly addresses: number;
  /** Places in draws and promotions that have the ref alone from now on. */
  readonly draws: number;
  /** Codes that were revoked, and those whose holder was forgotten. */
  readonly codes: number;
  /** Published records. */
  readonly records: number;
  readonly deadLetters: number;
  /** Mails in the outbox, and copies of them in reports. */
  readonly mails: number;
  /** Of reports and journals of `reg run` in the data folder. */
  readonly lines: number;
  /** That there was an entry once, which keeps late writes out. */
  readonly marks: number;
}

export interface Erasure {
  /** Null: only addresses and member ids were erased. */
  readonly globalUserId: string | null;
  readonly erased: Erased;
  /** Messages and changes that told of the fan after the last pass; null where queues cannot be looked into. */
  readonly onTheirWay: number | null;
  /** Published records stay as they are: the event log can't be changed (Kafka). */
  readonly recordsStay: boolean;
  /** Whether the last pass found nothing any more. */
  readonly done: boolean;
}

export interface EraseOptions {
  readonly connection: Pick<Connection, 'campaign' | 'entry' | 'user' | 'code' | 'operator'>;
  /** Null: a person who never registered, but is on invite lists. */
  readonly globalUserId: string | null;
  /** Beside those that the system knows. */
  readonly emails: readonly string[];
  readonly memberIds: readonly string[];
  /** Between two passes. */
  readonly pause: () => Promise<void>;
  /** Most passes. */
  readonly passes: number;
}

const NOTHING: Erased = {
  ...{ entries: 0, replicas: 0, invites: 0, users: 0, addresses: 0, draws: 0, codes: 0, records: 0, deadLetters: 0, mails: 0, lines: 0, marks: 0 },
};
const PAGE = 100;
const MARKETS_A_CALL = 1000;

/**
 * Erases a fan everywhere, again and again until nothing is found any more: what was under way at the first pass arrives
 * after it. Safe to repeat. A fan who registers afterwards is a new one.
 */
export const eraseFan = async (options: EraseOptions): Promise<Erasure> => {
  const { connection, globalUserId, emails, memberIds, pause, passes } = options;
  const sum = { ...NOTHING, ...(await eraseGiven(connection, emails, memberIds)) };
  if (globalUserId === null) return { globalUserId, erased: sum, onTheirWay: 0, recordsStay: false, done: true };
  for (let left = passes; ; left -= 1) {
    const { erased, onTheirWay, busy, recordsStay } = await erasePass(connection, globalUserId);
    for (const place of Object.keys(erased) as (keyof Erased)[]) sum[place] += erased[place];
    const done = (onTheirWay ?? 0) + busy === 0 && Object.values(erased).every((count) => count === 0);
    // Where queues cannot be looked into, the flow says at least whether anything at all is in them.
    if (done && (onTheirWay === 0 || (await connection.operator.flow({})).idle))
      sum.marks += (await unlessUnknown(connection.entry.forgetFan({ params: { globalUserId } }), { marks: 0 })).marks;
    if (done || left <= 1) return { globalUserId, erased: sum, onTheirWay, recordsStay, done };
    await pause();
  }
};

type Services = EraseOptions['connection'];

const eraseGiven = async ({ entry, user }: Services, emails: readonly string[], memberIds: readonly string[]) => {
  if (emails.length + memberIds.length === 0) return {};
  const { invites } = await unlessUnknown(entry.eraseInvites({ body: { emails: [...emails], memberIds: [...memberIds] } }), { invites: 0 });
  const { addresses } = await unlessUnknown(user.eraseAddresses({ body: { emails: [...emails] } }), { addresses: 0 });
  return { invites, addresses };
};

const erasePass = async (connection: Services, globalUserId: string) => {
  const fan = { params: { globalUserId } };
  const { replicas, marketIds } = await lookThrough(connection, globalUserId);
  // The Entry Service first, as it knows invites by what entries say; then what the profile says, while there is one.
  const ofEntries = await connection.entry.eraseFan(fan);
  const profile = await profileOf(connection, globalUserId);
  const ofProfile = await eraseGiven(connection, [profile?.email ?? []].flat(), [profile?.memberId ?? []].flat());
  await connection.user.eraseFan(fan);
  const draws = await unlessUnknown(connection.campaign.eraseFan(fan), { places: 0, busy: 0 });
  let codes = 0;
  for (const some of chunks(marketIds, MARKETS_A_CALL)) {
    const { revoked, forgotten } = await unlessUnknown(connection.code.eraseFan({ ...fan, body: { marketIds: [...some] } }), { revoked: 0, forgotten: 0 });
    codes += revoked + forgotten;
  }
  const { onTheirWay, records, ...rest } = await connection.operator.eraseFan(fan);
  const erased = {
    ...NOTHING,
    ...rest,
    ...{ replicas, codes, draws: draws.places, users: profile === null ? 0 : 1, records: records ?? 0 },
    invites: (ofEntries.invites ?? 0) + (ofProfile.invites ?? 0),
    addresses: ofProfile.addresses ?? 0,
  };
  return { erased, onTheirWay, busy: draws.busy, recordsStay: records === null };
};

const lookThrough = async ({ campaign, entry }: Services, globalUserId: string) => {
  const marketIds: string[] = [];
  let replicas = 0;
  for await (const { campaigns } of pagesOf(campaign.listCampaigns, { query: { limit: PAGE } })) {
    for (const { id, marketIds: ofCampaign } of campaigns) {
      marketIds.push(...ofCampaign);
      const { entries } = await entry.getEntries({ body: { campaignId: id, globalUserIds: [globalUserId] } });
      replicas += entries.filter((found) => found !== null).length;
    }
  }
  return { replicas, marketIds };
};

/** What is known of the fan; null for nothing. */
const profileOf = async ({ user }: Services, globalUserId: string): Promise<{ readonly email?: string; readonly memberId?: string } | null> => {
  try {
    return (await user.getProfile({ params: { globalUserId } })).userInfo ?? {};
  } catch (error) {
    if (error instanceof RegError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
};

/** A service of a company's own need not have all that ours has: what it keeps, it erases by itself. */
const unlessUnknown = async <T>(call: Promise<T>, none: T): Promise<T> => {
  try {
    return await call;
  } catch (error) {
    if (error instanceof RegError && error.code === 'NOT_FOUND') return none;
    throw error;
  }
};

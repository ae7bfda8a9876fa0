import { RegError } from '../errors.ts';
import type { Connection } from './connection.ts';

/** What was erased, by place, over all passes. */
export interface Erased {
  /** Of the demand-table. */
  readonly entries: number;
  /** Of the Entry Service. */
  readonly replicas: number;
  /** Profiles, each with its planned mails. */
  readonly users: number;
  readonly deadLetters: number;
  /** Mails in the outbox. */
  readonly mails: number;
}

export interface Erasure {
  readonly globalUserId: string;
  readonly erased: Erased;
  /** Messages and changes that told of the fan after the last pass; null where queues cannot be looked into. */
  readonly onTheirWay: number | null;
  /** Whether the last pass found nothing any more. */
  readonly done: boolean;
}

export interface EraseOptions {
  readonly connection: Pick<Connection, 'campaign' | 'entry' | 'user' | 'operator'>;
  readonly globalUserId: string;
  /** Between two passes. */
  readonly pause: () => Promise<void>;
  /** Most passes. */
  readonly passes: number;
}

interface Pass extends Erased {
  readonly onTheirWay: number | null;
}

const PAGE = 100;

/**
 * Erases a fan everywhere, again and again until nothing is found any more: what was under way at the first pass arrives
 * after it. Safe to repeat. A fan who registers afterwards is a new one.
 */
export const eraseFan = async (options: EraseOptions): Promise<Erasure> => {
  const { globalUserId, pause, passes } = options;
  const sum = { entries: 0, replicas: 0, users: 0, deadLetters: 0, mails: 0 };
  for (let left = passes; ; left -= 1) {
    const { onTheirWay, ...erased } = await erasePass(options);
    for (const place of Object.keys(sum) as (keyof Erased)[]) sum[place] += erased[place];
    const done = (onTheirWay ?? 0) === 0 && Object.values(erased).every((count) => count === 0);
    if (done || left <= 1) return { globalUserId, erased: sum, onTheirWay, done };
    await pause();
  }
};

/** The Entry Service first: its invites by address and member id are found through the replica. */
const erasePass = async ({ connection, globalUserId }: EraseOptions): Promise<Pass> => {
  const fan = { params: { globalUserId } };
  const replicas = await countReplicas(connection, globalUserId);
  await connection.entry.eraseFan(fan);
  const users = await countProfiles(connection, globalUserId);
  await connection.user.eraseFan(fan);
  return { replicas, users, ...(await connection.operator.eraseFan(fan)) };
};

const countReplicas = async ({ campaign, entry }: EraseOptions['connection'], globalUserId: string): Promise<number> => {
  let replicas = 0;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof campaign.listCampaigns>> = await campaign.listCampaigns({
      query: { limit: PAGE, ...(after === null ? {} : { after }) },
    });
    for (const { id } of page.campaigns) {
      const { entries } = await entry.getEntries({ body: { campaignId: id, globalUserIds: [globalUserId] } });
      replicas += entries.filter((found) => found !== null).length;
    }
    after = page.next;
  } while (after !== null);
  return replicas;
};

const countProfiles = async ({ user }: EraseOptions['connection'], globalUserId: string): Promise<number> => {
  try {
    await user.getProfile({ params: { globalUserId } });
    return 1;
  } catch (error) {
    if (error instanceof RegError && error.code === 'NOT_FOUND') return 0;
    throw error;
  }
};

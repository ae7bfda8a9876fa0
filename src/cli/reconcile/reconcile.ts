import { chunks } from '../../domain/chunks.ts';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Connection } from '../connection.ts';
import { compareEvents } from './compare-events.ts';
import { compareTable } from './compare-table.ts';

/** What a reconciliation of one campaign came to. */
export interface Reconciliation {
  readonly slug: string;
  /** Entries of the demand-table. */
  readonly entries: number;
  /** Entries whose change is still to reach the Entry Service. */
  readonly onTheirWay: number;
  readonly differences: number;
  /** The first of them, in words. */
  readonly shown: readonly string[];
  /** Fans whose entry was sent again; null without `--repair`. */
  readonly repaired: number | null;
}

export interface ReconcileOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly slug: string;
  readonly topic: string;
  /** Sends again what differs, waits until it has arrived, and compares once more. */
  readonly repair: boolean;
}

const FANS_A_REQUEST = 100;
const POLL_MS = 500;
const ARRIVES_WITHIN_MS = 10 * 60_000;

/**
 * Compares demand-table, Entry Service and event log. Entries on their way are differences too, so it is for a quiet
 * system. It holds a version a fan in memory, some 200 bytes.
 */
export const reconcileCampaign = async (options: ReconcileOptions): Promise<Reconciliation> => {
  const first = await compare(options);
  if (!options.repair || first.fans.size === 0) return { ...first.result, repaired: options.repair ? 0 : null };
  const { connection, clock } = options;
  for (const globalUserIds of chunks([...first.fans], FANS_A_REQUEST)) {
    await connection.operator.replicate({ params: { campaignId: first.campaignId }, body: { globalUserIds: [...globalUserIds] } });
  }
  await arrived(connection, clock);
  return { ...(await compare(options)).result, repaired: first.fans.size };
};

const compare = async ({ connection, slug, topic }: ReconcileOptions) => {
  const { campaign } = await connection.campaign.getCampaignBySlug({ params: { slug } });
  const { findings, versions, flagged } = await compareTable(connection, campaign.id);
  const published = await compareEvents(connection, topic, campaign.id, versions, new Set());
  return {
    campaignId: campaign.id,
    fans: new Set([...findings.fans, ...published.fans]),
    result: {
      slug,
      entries: versions.size,
      onTheirWay: flagged,
      differences: findings.count + published.count,
      shown: [...findings.lines, ...published.lines],
    },
  };
};

const arrived = async ({ operator }: Connection, clock: Clock): Promise<void> => {
  const until = clock.now() + ARRIVES_WITHIN_MS;
  while ((await operator.flow({})).queues.some(({ waiting, inFlight, delayed }) => waiting + inFlight + delayed > 0)) {
    if (clock.now() > until)
      throw new RegError('SERVICE_UNAVAILABLE', 'What was sent again has not arrived within ten minutes. "reg queues" shows where it waits.');
    await clock.sleep(POLL_MS);
  }
};

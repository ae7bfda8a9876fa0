import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgresql } from '../scripts/servers/postgresql.ts';
import type { RunningServer } from '../scripts/servers/process.ts';
import { startRedis } from '../scripts/servers/redis.ts';
import { inTurns, ratioOf, type Summary, summarise } from './measure.ts';
import { onServers } from './on-servers.ts';
import { installPeers } from './peers.ts';

/** Messages a second through a queue: sent durably, received, acknowledged, until it is empty. */
export interface QueueHopFigures {
  readonly messages: number;
  readonly perSecond: Summary;
  readonly bullmqEverySecond: Peer;
  readonly bullmqAlways: Peer;
  readonly pgBoss: Peer;
}

interface Peer {
  readonly perSecond: Summary;
  /** Ours by theirs. */
  readonly ratio: Summary;
}

const run = promisify(execFile);

/** Each round is a process of its own, on folders of the same disk. */
export const measureQueueHop = async ({ rounds, messages }: { readonly rounds: number; readonly messages: number }): Promise<QueueHopFigures> => {
  installPeers();
  const folder = await mkdtemp(join(tmpdir(), 'reg-bench-'));
  const redis = (fsync: 'always' | 'everysec') => async (): Promise<RunningServer> => {
    await mkdir(join(folder, fsync));
    return startRedis({ appendOnly: { folder: join(folder, fsync), fsync } });
  };
  const perSecond = async (script: string, where: string): Promise<number> => {
    const { stdout } = await run(process.execPath, [join(import.meta.dirname, script), where, String(messages)]);
    return messages / (JSON.parse(stdout) as { readonly seconds: number }).seconds;
  };
  try {
    const servers = { everySecond: redis('everysec'), always: redis('always'), postgresql: startPostgresql };
    return await onServers(servers, async ({ everySecond, always, postgresql }) => {
      const results = await inTurns(rounds, {
        ours: (round) => perSecond('queue-hop-process.ts', join(folder, `ours-${round}`)),
        bullmqEverySecond: () => perSecond('peers/bullmq-hop.ts', everySecond),
        bullmqAlways: () => perSecond('peers/bullmq-hop.ts', always),
        pgBoss: () => perSecond('peers/pg-boss-hop.ts', postgresql),
      });
      const peer = (theirs: readonly number[]): Peer => ({ perSecond: summarise(theirs), ratio: ratioOf(results.ours, theirs) });
      return {
        messages,
        perSecond: summarise(results.ours),
        bullmqEverySecond: peer(results.bullmqEverySecond),
        bullmqAlways: peer(results.bullmqAlways),
        pgBoss: peer(results.pgBoss),
      };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

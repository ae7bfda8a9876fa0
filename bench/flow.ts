import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSystemClock } from '../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../src/adapters/system/system-random.ts';
import { type EntryItem, entryPartitionKey } from '../src/domain/entry.ts';
import { createLog } from '../src/log.ts';
import { openAdapters } from '../src/runtime/embedded/adapters.ts';
import { measureBareHops } from './flow-floor.ts';
import { alternate, type Summary, secondsOf } from './measure.ts';
import { startWithCampaign } from './open-campaign.ts';

/**
 * Entries a second from the demand-table to the Entry Service, un-flagged: stream events, queue, HTTP and all, against
 * the same three hops as bare SQLite transactions (`flow-floor.ts`).
 */
export interface FlowFigures {
  readonly ratio: Summary;
  readonly perSecond: Summary;
  readonly barePerSecond: Summary;
}

export const measureFlow = async ({ rounds, entries }: { readonly rounds: number; readonly entries: number }): Promise<FlowFigures> => {
  const { floor, ours, ratio } = await alternate(
    rounds,
    () => inFolder(async (folder) => entries / (await measureBareHops(folder, entries))),
    () => inFolder(async (folder) => entries / (await measureOurs(folder, entries))),
  );
  return { ratio, perSecond: ours, barePerSecond: floor };
};

const inFolder = async (work: (folder: string) => Promise<number>): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'reg-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

const measureOurs = async (dataFolder: string, count: number): Promise<number> => {
  const clock = createSystemClock();
  const random = createSystemRandom(clock);
  const adapters = openAdapters({ dataFolder, topicPrefix: 'bench', clock, random });
  for (let start = 0; start < count; start += 1000) {
    await Promise.all(Array.from({ length: Math.min(1000, count - start) }, (_, index) => adapters.entryTable.put(benchEntry(start + index), null)));
  }
  await adapters.engine.close();

  const system = await startWithCampaign({ dataFolder, clock, random, log: createLog('error'), triggered: ['enqueueEntries', 'saveEntries'] });
  try {
    const seconds = await secondsOf(system.drain);
    const { queues, streams } = await system.flow();
    const done = queues.find(({ queue }) => queue === 'saveEntriesQueue')?.done;
    if (done !== count || streams.some(({ worker, behind }) => worker === 'enqueueEntries' && (behind ?? 0) > 0))
      throw new Error(`${done} of ${count} entries were replicated`);
    return seconds;
  } finally {
    await system.stop();
  }
};

/** An entry of the usual size. */
export const benchEntry = (index: number): EntryItem => {
  const globalUserId = `fan-${index}`;
  const at = '2027-02-01T10:00:00.000Z';
  return {
    PK: entryPartitionKey({ campaignId: 'bench', globalUserId }),
    SK: 'ENTRY',
    campaignId: 'bench',
    globalUserId,
    entry: { markets: ['bench-1', 'bench-2'], tickets: 2, newsletter: true },
    rankedMarkets: ['bench-1', 'bench-2'],
    userInfo: {
      globalUserId,
      email: `${globalUserId}@example.org`,
      firstName: 'Ann',
      lastName: 'Example',
      postalCode: 'N1 9GU',
      countryCode: 'GB',
      locale: 'en',
    },
    verdict: 'PENDING',
    needsReplication: true,
    version: 1,
    createdAt: at,
    updatedAt: at,
    fanModifiedAt: at,
    correlationId: `0193-${index.toString().padStart(12, '0')}`,
  };
};

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { type Cloud, deployCloud } from '../../tests/aws/cloud.ts';
import { SLUG, TOUR, writeTourFile } from '../../tests/aws/tour.ts';
import { startMinistack } from '../servers/ministack.ts';
import { type CountedLine, linesOf } from './counted-line.ts';
import { createMappings } from './mappings.ts';

/** What a run of so many fans came to, and every line that the emulator wrote after the campaign was open. */
export interface CountedRun {
  readonly fans: number;
  readonly registered: number;
  readonly winners: number;
  readonly lines: readonly CountedLine[];
}

const HOUR_MS = 3_600_000;
const FULL_TOUR = 2063;

/**
 * Runs the summer tour with its first `fans` on stacks that it deploys to an emulator of its own. Each worker has its
 * whole backlog before it starts, so that batches are as full as under load. Bundle and synthesise first.
 */
export const countRun = async (fans: number): Promise<CountedRun> => {
  const folder = await mkdtemp(join(tmpdir(), 'reg-cost-'));
  const counted = join(folder, 'calls.jsonl');
  await writeFile(counted, '');
  const server = await startMinistack({ countCallsInto: counted });
  try {
    process.env.TEST_MINISTACK_URL = server.url;
    const cloud = await deployCloud();
    const mappings = await createMappings(cloud, async () => (await readFile(counted, 'utf8')).split('"kind": "invocation"').length - 1);
    await mappings.stop();
    const dates = { open: new Date(Date.now() - HOUR_MS), close: new Date(Date.now() + HOUR_MS), presaleStart: new Date(Date.now() + 20 * HOUR_MS) };
    await cloud.reg('campaign', 'apply', await tourOf(folder, 'open.yaml', fans, dates));
    for (const market of ['london-1', 'paris-1', 'berlin-1']) await cloud.reg('codes', 'import', '--market', market, join(TOUR, 'codes', `${market}.csv`));
    await cloud.reg('campaign', 'open', SLUG);
    const records = async (): Promise<void> => {
      await mappings.drain('processData');
      await mappings.drain('sendData');
    };
    await records();
    const before = (await linesOf(counted)).length;

    const rows = (await readFile(join(TOUR, 'fans.csv'), 'utf8')).split('\n').slice(0, fans + 1);
    await writeFile(join(folder, 'fans.csv'), `${rows.join('\n')}\n`);
    const refused = join(folder, 'refused.csv');
    const answer = await cloud.reg('register', '--campaign', SLUG, join(folder, 'fans.csv'), '--in-flight', '8', '--refused', refused);
    const { registered } = answer as { readonly registered: number };
    await mappings.drain('enqueueEntries', 'markAssignedCodes');
    await mappings.drain('saveEntries');
    await mappings.drain('enqueueEntries', 'markAssignedCodes');
    await mappings.drain('retryScore', 'upsertUsers');
    await records();

    await cloud.reg('campaign', 'apply', await tourOf(folder, 'closed.yaml', fans, { ...dates, close: new Date(Date.now() - 1000) }));
    await cloud.reg('campaign', 'close', SLUG);
    await cloud.reg('draw', 'run', SLUG);
    await mappings.drain('saveSelections');
    // Verdicts are replicated too.
    await mappings.drain('markAssignedCodes', 'enqueueEntries');
    await mappings.drain('saveEntries');
    await mappings.drain('retryScore', 'upsertUsers', 'reportVerdicts');
    await records();

    await cloud.runSchedule('notificationGenerator');
    await records();
    const winners = await remind(cloud, counted);
    await records();
    return { fans, registered, winners, lines: (await linesOf(counted)).slice(before) };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

/** Mails go out at ten a second from when they are due; answers how many were planned, once no more are sent. */
const remind = async (cloud: Cloud, counted: string): Promise<number> => {
  const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const deadline = Date.now() + 120_000;
  let planned = 0;
  while (planned === 0) {
    planned = ((await cloud.runSchedule('planSends')) as { readonly plannedCount: number }).plannedCount;
    if (planned === 0 && Date.now() > deadline) throw new Error('No reminder became due.');
    if (planned === 0) await pause(5);
  }
  await pause(planned / 10 + 1);
  for (let before = -1, sent = 0; sent < planned && sent > before; ) {
    before = sent;
    await cloud.runSchedule('triggerReminderEmail');
    sent = (await linesOf(counted)).filter((line) => line.kind === 'call' && line.service === 'ses').length;
  }
  return planned;
};

/** The tour with its places cut in proportion to the fans, so that as many of a hundred win as in the whole of it. */
const tourOf = async (folder: string, name: string, fans: number, dates: Parameters<typeof writeTourFile>[2]): Promise<string> => {
  const file = await writeTourFile(folder, name, dates);
  const campaign = parse(await readFile(file, 'utf8'));
  for (const market of campaign.markets) {
    market.capacity = Math.ceil((market.capacity * fans) / FULL_TOUR);
    market.waitlistCapacity = Math.ceil((market.waitlistCapacity * fans) / FULL_TOUR);
  }
  await writeFile(file, stringify(campaign));
  return file;
};

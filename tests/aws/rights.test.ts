import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMinistack } from '../../scripts/servers/ministack.ts';
import type { RunningServer } from '../../scripts/servers/process.ts';
import { type Cloud, deployCloud } from './cloud.ts';
import { handsOn } from './hands.ts';
import { connectTo, type Reached } from './reached.ts';
import { SLUG, UNIQUE_MARKET, writeCampaign, writeFans } from './small-campaign.ts';
import { until } from './until.ts';

const FANS = 12;
const LATE = 2;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** The emulator lets each function do what its role allows and nothing else; docs/adapters.md says what it cannot judge. */
describe.sequential('a small campaign with the rights of the roles alone', () => {
  let server: RunningServer;
  let cloud: Cloud;
  let reached: Reached;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reg-rights-'));
    server = await startMinistack({ checksRights: true });
    cloud = await deployCloud({ endpoint: server.url });
    reached = await connectTo(cloud, folder);
  }, 5 * MINUTE_MS);

  afterAll(async () => {
    await reached?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('fans register and are replicated', async () => {
    await cloud.reg('campaign', 'apply', await writeCampaign(folder, new Date(Date.now() + HOUR_MS)));
    await cloud.reg('codes', 'generate', '--market', UNIQUE_MARKET, '--count', '20');
    await cloud.reg('campaign', 'open', SLUG);
    const fans = await writeFans(folder, 'fan', FANS);
    expect(await cloud.reg('register', '--campaign', SLUG, fans)).toMatchObject({ registered: FANS, refused: {} });
    await until('replication', 30, reached.replicated, (count) => count === FANS);
    await reached.drained();
  });

  test('a worker whose role lacks a right handles nothing and loses nothing', async () => {
    const hands = handsOn(cloud);
    const change = { eventName: 'INSERT', keys: { campaignId: SLUG, globalUserId: 'fan-1' }, newImage: { version: 1 } };
    const before = await reached.replicated();
    const putBack = [await hands.hurry('saveEntriesQueue'), await hands.lendRole('saveEntries', 'processData')];
    expect(await cloud.reg('register', '--campaign', SLUG, await writeFans(folder, 'late', LATE))).toMatchObject({ registered: LATE });
    await until('the dead letters', 45, reached.deadLetters, (found) => found.saveEntriesQueue === LATE);
    expect(await reached.replicated()).toBe(before);
    expect(await hands.errorOf('saveEntries', 'saveEntriesQueue', change)).toMatchObject({ errorMessage: expect.stringContaining('AccessDenied') });
    for (const back of putBack) await back();
    expect(await cloud.reg('redrive', 'saveEntriesQueue')).toEqual({ moved: LATE, failed: 0 });
    await until('replication', 45, reached.replicated, (count) => count === before + LATE);
    expect(await reached.deadLetters()).toEqual({});
  });

  test('the draw runs and its codes are handed out', async () => {
    await cloud.reg('campaign', 'apply', await writeCampaign(folder, new Date(Date.now() - 1000)));
    await cloud.reg('campaign', 'close', SLUG);
    await cloud.reg('draw', 'run', SLUG);
    await reached.drained();
    expect(await cloud.reg('codes', 'stats', SLUG)).toMatchObject({ markets: { [UNIQUE_MARKET]: { assigned: 4 } } });
  });

  test('winners withdraw, others move up, reminders go out', async () => {
    await reached.withdraw('fan-1');
    await reached.drained();
    await cloud.reg('refresh', '--market', UNIQUE_MARKET);
    await reached.drained();
    await cloud.runSchedule('notificationGenerator');
    await until(
      'a due reminder',
      60,
      () => cloud.runSchedule('planSends') as Promise<{ readonly plannedCount: number }>,
      ({ plannedCount }) => plannedCount > 0,
    );
    const { mail } = await until(
      'the mails',
      60,
      async () => {
        await cloud.runSchedule('triggerReminderEmail');
        return reached.connection.export.campaignReport({ params: { campaignId: SLUG } });
      },
      // A receipt to who withdrew is skipped.
      ({ mail: { planned, sent, failed, ambiguous, skipped } }) => planned > 0 && sent + failed + ambiguous + skipped === planned,
    );
    expect(mail).toMatchObject({ failed: 0, ambiguous: 0 });
  });

  test('nothing is a dead letter, and the records are published', async () => {
    expect(await reached.deadLetters()).toEqual({});
    expect(await reached.publishedFans()).toBe(FANS + LATE);
  });

  test('a fan is erased everywhere, and who did all of this is written down', async () => {
    const { erased, ...erasure } = (await cloud.reg('erase', '--fan', 'fan-2')) as { readonly erased: Readonly<Record<string, number>> };
    expect(erasure).toMatchObject({ done: true, recordsStay: false });
    expect(erased).toMatchObject({ entries: 1, users: 1 });
    expect(erased.draws).toBeGreaterThan(0);
    expect(erased.records).toBeGreaterThan(0);
    expect(await cloud.reg('audit', 'verify')).toMatchObject({ records: expect.any(Number), head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const { records } = (await cloud.reg('audit', '--limit', '1000')) as {
      readonly records: readonly { readonly operation: string; readonly outcome: string }[];
    };
    const done = new Set(records.filter(({ outcome }) => outcome === 'DONE').map(({ operation }) => operation));
    expect([...done]).toEqual(expect.arrayContaining(['putCampaign', 'setStatus', 'generateCodes', 'startSelection', 'refreshMarket', 'redrive', 'eraseFan']));
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { type Connection, connect } from '../../src/cli/connection.ts';
import type { GraphqlClient } from '../../src/cli/graphql-client.ts';
import { silentLog } from '../support/silent-log.ts';
import { type Cloud, deployCloud, PREFIX } from './cloud.ts';
import { allEntries } from './entries.ts';
import { type OneMachineRun, runOnOneMachine } from './one-machine.ts';
import { SLUG, TOUR, tourSecrets, writeTourFile } from './tour.ts';
import { until } from './until.ts';

const HOUR_MS = 3_600_000;
const MINUTES = 60;
const clock = createSystemClock();

/** The whole flow on the deployed stacks, step after step; what it comes to is held against the same campaign on one machine. */
describe.sequential('the summer tour in the cloud', () => {
  let cloud: Cloud;
  let machine: OneMachineRun;
  let connection: Connection;
  let graphql: GraphqlClient;
  let folder: string;
  const open = new Date(Date.now() - HOUR_MS);
  const presaleStart = new Date(Date.now() + 20 * HOUR_MS);

  beforeAll(
    async () => {
      folder = await mkdtemp(join(tmpdir(), 'reg-aws-'));
      cloud = await deployCloud();
      for (const [name, value] of tourSecrets) await cloud.putSecret(name, value);
      const { token } = (await cloud.reg('token', 'operator', '--name', 'tests')) as { readonly token: string };
      const app = (await cloud.reg('token', 'app', '--name', 'tests', '--scope', 'entries:write entries:read')) as { readonly token: string };
      const options = { url: cloud.url, dataFolder: folder, deployment: null, clock, random: createSystemRandom(clock), log: silentLog };
      connection = connect({ ...options, token });
      graphql = connect({ ...options, token: app.token }).graphql({ scopes: [], connections: 8 });
    },
    10 * MINUTES * 1000,
  );

  afterAll(async () => {
    await graphql?.close();
    await connection?.close();
    await cloud?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const drained = () =>
    until(
      'rest',
      // A message that failed comes back after six minutes.
      10 * MINUTES,
      () => connection.operator.flow({}),
      ({ idle }) => idle,
    );

  test('it runs on one machine first', async () => {
    machine = await runOnOneMachine(join(folder, 'one-machine'));
    expect(machine.summary).toMatchObject({ reconciled: true, deadLetters: 0 });
  });

  test('an operator opens it by the command', async () => {
    const file = await writeTourFile(folder, 'open.yaml', { open, close: new Date(Date.now() + HOUR_MS), presaleStart });
    await cloud.reg('campaign', 'apply', file);
    for (const market of ['london-1', 'paris-1', 'berlin-1']) await cloud.reg('codes', 'import', '--market', market, join(TOUR, 'codes', `${market}.csv`));
    await cloud.reg('campaign', 'open', SLUG);
    expect(await cloud.reg('campaign', 'show', SLUG)).toMatchObject({ campaign: { status: 'OPEN' } });
  });

  test('fans register through GraphQL and are refused for the same reasons', async () => {
    const refused = join(folder, 'refused.csv');
    const counts = await cloud.reg('register', '--campaign', SLUG, join(TOUR, 'fans.csv'), '--in-flight', '8', '--refused', refused);
    expect(counts).toMatchObject({ registered: machine.summary.registered, refused: machine.summary.refused });
    expect(await readFile(refused, 'utf8')).toBe(await readFile(join(folder, 'one-machine/reports', SLUG, 'refused.csv'), 'utf8'));
  });

  test('every entry is replicated and un-flagged', async () => {
    await until(
      'replication',
      5 * MINUTES,
      () => connection.entry.countEntries({ params: { campaignId: SLUG } }),
      ({ entries }) => entries === machine.summary.replicated,
    );
    await drained();
  });

  test('the draw is the same, byte for byte', async () => {
    const close = new Date(Date.now() - 1000);
    await cloud.reg('campaign', 'apply', await writeTourFile(folder, 'closed.yaml', { open, close, presaleStart }));
    await cloud.reg('campaign', 'close', SLUG);
    await cloud.reg('draw', 'run', SLUG);
    const s3 = new S3Client({ ...cloud.clientOptions, forcePathStyle: true });
    const Bucket = `${PREFIX}-files-${cloud.clientOptions.credentials.accessKeyId}-${cloud.clientOptions.region}`;
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: `draws/${SLUG}/1/results.csv` }));
    expect(await Body?.transformToString('utf8')).toBe(machine.results);
    await drained();
  });

  test('withdrawn winners lose their codes and others move up', async () => {
    const fans = (await readFile(join(TOUR, 'withdrawals.csv'), 'utf8')).trim().split('\n').slice(1);
    const mutation = 'mutation ($slug: String!, $fan: String!) { withdrawEntry(slug: $slug, globalUserId: $fan) { isWithdrawn reason } }';
    let withdrawn = 0;
    for (const fan of fans) {
      const { withdrawEntry } = await graphql.request<{ withdrawEntry: { isWithdrawn: boolean } }>(mutation, { slug: SLUG, fan });
      if (withdrawEntry.isWithdrawn) withdrawn += 1;
    }
    expect(withdrawn).toBe(machine.summary.withdrawn);
    await until(
      'the withdrawals to reach the Entry Service',
      2 * MINUTES,
      () => connection.entry.countEntries({ params: { campaignId: SLUG } }),
      ({ entries }) => entries === machine.entries.size,
    );
    await drained();
    const { markets } = await connection.campaign.getCampaign({ params: { campaignId: SLUG } });
    for (const { id } of markets) await cloud.reg('refresh', '--market', id);
    await drained();
  });

  test('reminders go out to every winner, once', async () => {
    await cloud.runSchedule('notificationGenerator');
    await until(
      'a due reminder',
      2 * MINUTES,
      () => cloud.runSchedule('planSends') as Promise<{ readonly plannedCount: number }>,
      ({ plannedCount }) => plannedCount > 0,
    );
    const winners = [...machine.entries.values()].filter(({ verdict }) => verdict === 'WINNER').length;
    const report = await until(
      'the mails',
      5 * MINUTES,
      async () => {
        await cloud.runSchedule('triggerReminderEmail');
        return connection.export.campaignReport({ params: { campaignId: SLUG } });
      },
      ({ mail }) => mail.sent + mail.failed + mail.ambiguous >= winners,
    );
    expect(report.mail).toMatchObject({ planned: winners, sent: winners, failed: 0, ambiguous: 0 });
  });

  test("the Entry Service's documents are the same as on one machine", async () => {
    await drained();
    const entries = await until(
      'the last verdicts',
      2 * MINUTES,
      () => allEntries(connection, SLUG),
      (found) => [...found.values()].every(({ verdict }) => verdict !== 'PENDING'),
    );
    expect(entries.size).toBe(machine.entries.size);
    expect(Object.fromEntries(entries)).toEqual(Object.fromEntries(machine.entries));
  });

  test('nothing is a dead letter, and every market comes to the same', async () => {
    const { queues, streams } = await drained();
    expect([...queues, ...streams].filter(({ deadLetters }) => deadLetters > 0)).toEqual([]);
    const { markets } = await connection.export.campaignReport({ params: { campaignId: SLUG } });
    expect(Object.fromEntries(Object.entries(markets).map(([id, { entrants: _, winners: __, codes: ___, ...stats }]) => [id, stats]))).toEqual(
      machine.summary.markets,
    );
  });
});

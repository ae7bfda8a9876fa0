import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { connect } from '../../src/cli/connection.ts';
import { readConfig } from '../../src/config.ts';
import { createSystem } from '../../src/runtime/embedded/system.ts';
import { campaignFile, marketFile } from '../support/campaign-files.ts';
import { runCommand } from '../support/run-command.ts';
import { silentLog } from '../support/silent-log.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { serverUrl } from './server-url.ts';

/** Settings of a system on the suite's Kafka and registry, with topics of its own. */
const settings = (more: Readonly<Record<string, string>> = {}) => {
  const prefix = `test-${randomUUID()}`;
  return { prefix, env: { REG_KAFKA_BROKERS: serverUrl('kafka'), REG_TOPIC_PREFIX: prefix, ...more } };
};

const clock = createSystemClock();
const random = createSystemRandom(clock);

const start = async (env: Readonly<Record<string, string>>) => {
  const dataFolder = createTemporaryFolder();
  const config = readConfig(env, { dataFolder, port: 0, logLevel: 'silent' });
  const system = await createSystem({ config, clock, random, log: silentLog });
  const connection = connect({ url: system.url, token: null, dataFolder, deployment: null, clock, random, log: silentLog });
  onTestFinished(async () => {
    await connection.close();
    await system.stop();
  });
  return { system, connection };
};

test('a campaign is published to Kafka under its schema, and operators read it from there', async () => {
  const { prefix, env } = settings({ REG_SCHEMA_REGISTRY_URL: serverUrl('schema_registry') });
  expect(await runCommand(['topics', 'check'], env)).toMatchObject({ status: 1, stdout: expect.stringMatching(/campaigns +0 +missing/) });
  expect(await runCommand(['topics', 'create', '--partitions', '2', '--json'], env)).toMatchObject({ status: 0, stderr: '' });
  expect(await runCommand(['topics', 'check'], env)).toMatchObject({ status: 0, stdout: expect.stringMatching(/campaigns +2 +there/) });
  expect(await runCommand(['schemas', 'push'], env)).toMatchObject({ status: 0, stdout: expect.stringContaining(`${prefix}.campaigns-value`) });
  expect(await runCommand(['schemas', 'check'], env)).toMatchObject({ status: 0 });

  const { system, connection } = await start(env);
  await connection.campaign.putCampaign({ params: { campaignId: 'summer-tour' }, body: { file: campaignFile({ markets: [marketFile('london-1')] }) } });
  await system.drain();
  const read = (topic: string) => connection.operator.events({ params: { topic: `${prefix}.${topic}` }, query: { limit: 10 } });
  expect((await read('campaigns')).events.map(({ key }) => key)).toEqual(['summer-tour']);
  expect((await read('markets')).events.map(({ key }) => key)).toEqual(['london-1']);
  const [event] = (await read('event-mappings')).events;
  expect(event?.value).toMatchObject({ marketId: 'london-1' });
}, 60_000);

test('a system starts although topics are missing and Kafka is away; a missing secret stops the start', async () => {
  await start(settings().env);
  await start({ ...settings().env, REG_KAFKA_BROKERS: '127.0.0.1:1' });
  await expect(start({ ...settings().env, REG_KAFKA_SECRET: 'kafka' })).rejects.toMatchObject({ code: 'SECRET_MISSING', detail: { name: 'kafka' } });
});

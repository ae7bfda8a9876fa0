import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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

const DAY_MS = 86_400_000;
const UPSERT = 'mutation ($input: RegistrationInput!) { upsertEntry(input: $input) { isEligible } }';

const openFolder = () => {
  const clock = createSystemClock();
  const random = createSystemRandom(clock);
  const dataFolder = createTemporaryFolder();
  const config = readConfig({}, { dataFolder, port: 0, logLevel: 'silent' });
  const start = async () => {
    const system = await createSystem({ config, clock, random, log: silentLog });
    const connection = connect({ url: system.url, token: null, dataFolder, deployment: null, clock, random, log: silentLog });
    let stopped = false;
    const stop = async (): Promise<void> => {
      if (stopped) return;
      stopped = true;
      await connection.close();
      await system.stop();
    };
    onTestFinished(stop);
    return { connection, stop, reg: (...args: readonly string[]) => runCommand([...args, '--url', system.url, '--data', dataFolder, '--json']) };
  };
  return { start, file: join(dataFolder, 'reg.db'), at: (days: number) => new Date(clock.now() + days * DAY_MS).toISOString() };
};

const tamper = (file: string, sql: string): void => {
  const db = new DatabaseSync(file);
  db.exec(`DROP TRIGGER audit_records_unchanged; DROP TRIGGER audit_records_kept; ${sql}`);
  db.close();
};

test('what operators change is written down, what fans do is not, and who changes a record is found', async () => {
  const { start, file, at } = openFolder();
  const { connection, reg, stop } = await start();
  const date = { open: at(-3), close: at(1), presaleStart: at(5), presaleEnd: at(6) };
  const event = { ids: ['E1'], date: at(90), presaleDateTime: at(5), venue: 'Hall', link: 'https://tickets.example/', ticketer: 'example' };
  const campaign = { params: { campaignId: 'summer-tour' } };
  await connection.campaign.putCampaign({ ...campaign, body: { file: campaignFile({ date, markets: [marketFile('london-1', { event })] }) } });
  await connection.campaign.setStatus({ ...campaign, body: { status: 'OPEN' } });
  const graphql = connection.graphql({ scopes: ['entries:write'], connections: 1 });
  const userInfo = { globalUserId: 'fan-1', email: 'ann@example.org', firstName: 'Ann', lastName: 'Lee', locale: 'en', countryCode: 'GB' };
  await graphql.request(UPSERT, { input: { slug: 'summer-tour', entry: JSON.stringify({ markets: ['london-1'], tickets: 1 }), userInfo } });
  await graphql.close();

  const shown = JSON.parse((await reg('audit')).stdout);
  const by = { kind: 'operator', name: 'reg' };
  const on = { campaignId: 'summer-tour' };
  expect(shown.records).toMatchObject([
    { number: 1, by, service: 'campaign', operation: 'putCampaign', on, outcome: 'BEGUN' },
    { number: 2, by, service: 'campaign', operation: 'putCampaign', on, outcome: 'DONE' },
    { number: 3, by, service: 'campaign', operation: 'setStatus', on: { ...on, status: 'OPEN' }, outcome: 'BEGUN' },
    { number: 4, by, service: 'campaign', operation: 'setStatus', on: { ...on, status: 'OPEN' }, outcome: 'DONE' },
  ]);
  expect(JSON.parse((await reg('audit', '--after', '1', '--limit', '2')).stdout).records.map(({ number }: { number: number }) => number)).toEqual([2, 3]);
  const verified = await reg('audit', 'verify');
  const { head } = JSON.parse(verified.stdout);
  expect(JSON.parse(verified.stdout)).toEqual({ records: 4, head: shown.records[3].hash });
  expect(JSON.parse((await reg('verify-audit', '--head', head)).stdout)).toEqual({ records: 4, head });
  await stop();

  tamper(file, 'DELETE FROM audit_records WHERE number = 4');
  const cutOff = await start();
  expect((await cutOff.reg('verify-audit')).status).toBe(0);
  const missing = await cutOff.reg('verify-audit', '--head', head);
  expect(JSON.parse(missing.stdout)).toMatchObject({ error: { code: 'CHAIN_BROKEN' } });
  await cutOff.stop();

  tamper(file, `UPDATE audit_records SET record = replace(record, 'putCampaign', 'getCampaign') WHERE number = 2`);
  const changed = await start();
  const found = await changed.reg('verify-audit');
  expect(JSON.parse(found.stdout)).toMatchObject({ error: { code: 'CHAIN_BROKEN', detail: { record: 2 } } });
  expect(found.status).toBe(1);
});

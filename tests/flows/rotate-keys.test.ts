import { decodeProtectedHeader } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { createOffsetClock } from '../../src/adapters/system/offset-clock.ts';
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
const MINUTE = 60_000;
const UPSERT = 'mutation ($input: RegistrationInput!) { upsertEntry(input: $input) { isEligible } }';

interface Keys {
  readonly keys: readonly { readonly kid: string; readonly state: string }[];
}

/** A running system, whose clock can jump, and the command on its data folder. */
const openSystem = async () => {
  const wall = createSystemClock();
  const random = createSystemRandom(wall);
  const clock = createOffsetClock(wall, wall.now());
  const at = (days: number): string => new Date(clock.now() + days * DAY_MS).toISOString();
  const event = { ids: ['E1'], date: at(90), presaleDateTime: at(5), venue: 'Hall', link: 'https://tickets.example/', ticketer: 'example' };
  const date = { open: at(-1), close: at(3), presaleStart: at(5), presaleEnd: at(6) };
  const dataFolder = createTemporaryFolder();
  const system = await createSystem({ config: readConfig({}, { dataFolder, port: 0, logLevel: 'silent' }), clock, random, log: silentLog, ticking: false });
  const connection = connect({ url: system.url, token: null, dataFolder, deployment: null, clock, random, log: silentLog });
  const graphql = connection.graphql({ scopes: ['entries:write'], connections: 1 });
  onTestFinished(async () => {
    await graphql.close();
    await connection.close();
    await system.stop();
  });
  const file = campaignFile({ date, markets: [marketFile('london-1', { event })] });
  await connection.campaign.putCampaign({ params: { campaignId: 'summer-tour' }, body: { file } });
  await connection.campaign.setStatus({ params: { campaignId: 'summer-tour' }, body: { status: 'OPEN' } });
  /** Registers, and lets the workers call their services with tokens of their own until the fan is in the Entry Service. */
  const registers = async (globalUserId: string): Promise<void> => {
    const userInfo = { globalUserId, email: 'ann@example.org', firstName: 'Ann', lastName: 'Lee', locale: 'en', countryCode: 'GB' };
    await graphql.request(UPSERT, { input: { slug: 'summer-tour', entry: JSON.stringify({ markets: ['london-1'], tickets: 1 }), userInfo } });
    await system.drain();
    expect(await connection.entry.getEntry({ params: { campaignId: 'summer-tour', globalUserId } })).toMatchObject({ globalUserId });
  };
  return {
    registers,
    url: system.url,
    /** What the audit log has of changes. */
    changes: async () => (await connection.operator.audit({ query: { limit: 1000 } })).records.filter(({ outcome }) => outcome !== 'READ'),
    signingKid: async () => decodeProtectedHeader(await system.operatorToken()).kid,
    published: async () => ((await (await fetch(`${system.url}/.well-known/jwks.json`)).json()) as Keys).keys.map(({ kid }) => kid),
    later: (milliseconds: number): void => clock.jumpTo(clock.now() + milliseconds),
    keys: async (...args: readonly string[]): Promise<Keys['keys']> => {
      const { stdout, stderr } = await runCommand(['keys', ...args, '--data', dataFolder, '--json']);
      return (JSON.parse(stdout) as Partial<Keys>).keys ?? expect.fail(stdout + stderr);
    },
    refusal: async (...args: readonly string[]) => JSON.parse((await runCommand(['keys', ...args, '--data', dataFolder, '--json'])).stdout) as unknown,
  };
};

test('an operator rotates the keys of a running system: nobody notices, and nothing is restarted', async () => {
  const { registers, signingKid, published, later, keys, refusal, url, changes } = await openSystem();
  await registers('fan-1');
  const [first, next] = await keys('rotate', '--lead', '30m', '--url', url);
  const written = { operation: 'announceKeyRotation', on: { leaked: 'false' }, by: { kind: 'operator', name: 'reg' } };
  expect((await changes()).slice(-2)).toMatchObject([
    { ...written, outcome: 'BEGUN' },
    { ...written, outcome: 'DONE' },
  ]);
  expect([first?.state, next?.state]).toEqual(['signs', 'next']);
  expect(await refusal('rotate')).toMatchObject({ error: { code: 'STATE_INVALID' } });
  await registers('fan-2');

  later(5 * MINUTE);
  await registers('fan-3');
  expect(await signingKid()).toBe(first?.kid);
  expect(await published()).toEqual([first?.kid, next?.kid]);

  later(26 * MINUTE);
  await registers('fan-4');
  expect(await signingKid()).toBe(next?.kid);
  expect(await published()).toEqual([first?.kid, next?.kid]);
  // The command's own clock has not jumped.
  expect((await keys('list')).map(({ kid }) => kid)).toEqual([first?.kid, next?.kid]);
});

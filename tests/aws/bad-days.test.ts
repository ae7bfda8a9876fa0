import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ASSEMBLY, type Cloud, deployCloud } from './cloud.ts';
import { type Hands, handsOn } from './hands.ts';
import { connectTo, type Reached } from './reached.ts';
import { SLUG, UNIQUE_MARKET, writeCampaign, writeFans } from './small-campaign.ts';
import { until } from './until.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const FANS = 6;
/** Nothing listens there. */
const CLOSED = 'http://127.0.0.1:9/services/entry';

interface Letter {
  readonly messageId: string;
  readonly error: string;
  readonly receiveCount: number;
  readonly body: unknown;
}

/** What goes wrong in the cloud, and that nothing is lost by it. */
describe.sequential('bad days', () => {
  let cloud: Cloud;
  let reached: Reached;
  let hands: Hands;
  let folder: string;
  let registered = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reg-bad-days-'));
    cloud = await deployCloud();
    hands = handsOn(cloud);
    reached = await connectTo(cloud, folder);
    await cloud.reg('campaign', 'apply', await writeCampaign(folder, new Date(Date.now() + HOUR_MS)));
    await cloud.reg('codes', 'generate', '--market', UNIQUE_MARKET, '--count', '10');
    await cloud.reg('campaign', 'open', SLUG);
    await reached.drained();
  }, 5 * MINUTE_MS);

  afterAll(async () => {
    await reached?.close();
    await cloud?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  /** Every one of them is answered that they are registered. */
  const register = async (name: string): Promise<void> => {
    const counts = await cloud.reg('register', '--campaign', SLUG, await writeFans(folder, name, FANS), '--in-flight', '2');
    expect(counts).toMatchObject({ registered: FANS, refused: {} });
    registered += FANS;
  };
  const allReplicated = () => until('replication', 45, reached.replicated, (count) => count === registered);
  const lettersOf = async (queue: string): Promise<readonly Letter[]> =>
    ((await cloud.reg('dead-letters', queue)) as { readonly deadLetters: readonly Letter[] }).deadLetters;
  const lettersCome = (queue: string, count: number) => until(`${count} dead letters of ${queue}`, 45, reached.deadLetters, (found) => found[queue] === count);

  test.each([
    ['saveEntriesQueue', 'The message has a wrong shape: eventName is missing.'],
    ['dataQueue', 'The message has a wrong shape: type is missing.'],
  ] as const)('malformed messages on %s are dead letters at once, and the rest goes on', async (queue, rule) => {
    await hands.send(queue, 'no JSON: ada@example.com');
    await hands.send(queue, JSON.stringify({ email: 'ada@example.com', shape: 'wrong' }));
    await register(`beside-${queue}`);
    await allReplicated();
    await lettersCome(queue, 2);
    const letters = await lettersOf(queue);
    expect(letters.map(({ error }) => error).sort()).toEqual([`RECORD_INVALID: ${rule}`, 'RECORD_INVALID: The message is no JSON object.'].sort());
    expect(JSON.stringify(letters)).not.toContain('ada@');
    await reached.drained();
  });

  test('a record that breaks its schema is a dead letter with the place, and is not published', async () => {
    const record = { type: 'REGISTRATION', key: 'welcome#ada', value: { email: 'ada@example.com', dedupe: { id: 'x', timestamp: 'never' } } };
    await hands.send('registration-queue', JSON.stringify(record));
    await lettersCome('registration-queue', 1);
    const [letter] = await lettersOf('registration-queue');
    expect(letter?.error).toMatch(/^RECORD_INVALID: The REGISTRATION record breaks its schema at /);
    expect(JSON.stringify(letter)).not.toContain('ada@');
  });

  test('redriving what is still malformed brings it back to the dead letters', async () => {
    expect(await cloud.reg('redrive', 'dataQueue')).toEqual({ moved: 2, failed: 0 });
    await lettersCome('dataQueue', 2);
  });

  test('a service that is away: four receives, dead letters, and a redrive brings everything', async () => {
    const putBack = [await hands.hurry('saveEntriesQueue'), await hands.setVariable('saveEntries', 'REG_ENTRY_URL', CLOSED)];
    const before = (await reached.deadLetters()).saveEntriesQueue ?? 0;
    const replicated = await reached.replicated();
    await register('away');
    await lettersCome('saveEntriesQueue', before + FANS);
    expect(await reached.replicated()).toBe(replicated);
    const failed = (await lettersOf('saveEntriesQueue')).filter(({ error }) => !error.startsWith('RECORD_INVALID'));
    expect(failed.map(({ receiveCount }) => receiveCount)).toEqual(Array.from({ length: FANS }, () => 4));
    expect(JSON.stringify(failed)).not.toContain('@example.com');
    for (const back of putBack) await back();
    await cloud.reg('redrive', 'saveEntriesQueue', ...failed.flatMap(({ messageId }) => ['--message', messageId]));
    await allReplicated();
    await lettersCome('saveEntriesQueue', before);
  });

  test('a busy table: nobody is lost, whether refused or left unprocessed', async () => {
    // Longer than a slow machine takes for a batch, which would come back while it is worked on.
    const putBack = await hands.hurry('saveEntriesQueue', 10);
    await hands.throttle('demand-table', 8);
    await hands.throttle('entries', 6);
    await hands.throttle('events', 4);
    await register('busy');
    await allReplicated();
    await putBack();
    await reached.drained();
  });

  test('a deployment over a running campaign: new code takes the old messages', async () => {
    await hands.setTaken('saveEntries', false);
    await register('deployed-over');
    await until(
      'the messages',
      30,
      () => hands.waiting('saveEntriesQueue'),
      (count) => count === FANS,
    );
    const assembly = join(folder, 'assembly');
    await withOtherCode(assembly);
    await cloud.redeploy(assembly);
    await hands.setTaken('saveEntries', true);
    await allReplicated();
    await reached.drained();
  });

  test('in the end every registration is published, and no dead letter is there that was not looked at', async () => {
    expect(await reached.deadLetters()).toEqual({ saveEntriesQueue: 2, dataQueue: 2, 'registration-queue': 1 });
    const { entries } = await reached.connection.entry.countEntries({ params: { campaignId: SLUG } });
    expect(entries).toBe(registered);
    expect(await reached.publishedFans()).toBe(registered);
  });
});

/** The assembly of the tests with a comment behind each function's code, under other names, as a change of the code has them. */
const withOtherCode = async (assembly: string): Promise<void> => {
  await cp(ASSEMBLY, assembly, { recursive: true });
  const names = (await readdir(assembly)).filter((name) => name.startsWith('asset.'));
  const manifest = join(assembly, 'reg-flow.assets.json');
  const template = join(assembly, 'reg-flow.template.json');
  let [inManifest, inTemplate] = [await readFile(manifest, 'utf8'), await readFile(template, 'utf8')];
  for (const name of names) {
    const code = join(assembly, name, 'index.mjs');
    await writeFile(code, `${await readFile(code, 'utf8')}\n// deployed again\n`);
    const hash = name.slice('asset.'.length);
    const other = hash.split('').reverse().join('');
    inManifest = inManifest.replaceAll(`${hash}.zip`, `${other}.zip`);
    inTemplate = inTemplate.replaceAll(`${hash}.zip`, `${other}.zip`);
  }
  await writeFile(manifest, inManifest);
  await writeFile(template, inTemplate);
};

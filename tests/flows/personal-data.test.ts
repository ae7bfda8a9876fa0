import { expect, onTestFinished, test } from 'vitest';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { connect } from '../../src/cli/connection.ts';
import { openSigner } from '../../src/cli/signer.ts';
import { openAdapters } from '../../src/runtime/embedded/adapters.ts';
import { campaignFile, marketFile } from '../support/campaign-files.ts';
import { markedFan, marksIn } from '../support/marked-fan.ts';
import { serve } from '../support/real-process.ts';
import { runCommand } from '../support/run-command.ts';
import { silentLog } from '../support/silent-log.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const UPSERT = 'mutation ($input: RegistrationInput!) { upsertEntry(input: $input) { isEligible reason detail } }';
const { wish, ...userInfo } = markedFan;
const REASON = 'INPUT_INVALID: no';

const clock = createSystemClock();
const random = createSystemRandom(clock);
const day = (offset: number): string => new Date(clock.now() + offset * 86_400_000).toISOString();

const tour = campaignFile({
  slug: 'tour',
  date: { open: day(-3), close: day(1), presaleStart: day(5), presaleEnd: day(6) },
  preferences: [
    { key: 'markets', type: 'markets' },
    { key: 'wish', type: 'freeform_text', is_optional: true },
  ],
  markets: [marketFile('tour-one', { event: { ...(marketFile('x').event as object), date: day(30), presaleDateTime: day(5) } })],
});

const buryMarkedLetters = async (dataFolder: string): Promise<void> => {
  const adapters = openAdapters({ dataFolder, topicPrefix: 'reg', clock, random });
  const image = { campaignId: 'tour', globalUserId: 'fan-1', entry: { wish }, userInfo, version: 1 };
  const change = { eventName: 'MODIFY', keys: { campaignId: 'tour', globalUserId: 'fan-1' }, newImage: image };
  await adapters.queueEngine.addDeadLetter('userInfoQueue', JSON.stringify(userInfo), REASON, {});
  await adapters.queueEngine.addDeadLetter('saveEntriesQueue', JSON.stringify(change), REASON, {});
  await adapters.queueEngine.addDeadLetter('saveEntriesQueue', `no JSON, but ${Object.values(markedFan).join(' ')}`, REASON, {});
  await adapters.close();
};

const openProcess = async () => {
  const dataFolder = createTemporaryFolder();
  await buryMarkedLetters(dataFolder);
  const process = await serve(dataFolder, [], { env: { REG_LOG_LEVEL: 'debug' } });
  const connection = connect({ url: process.url, token: null, dataFolder, deployment: null, clock, random, log: silentLog });
  onTestFinished(connection.close);
  const signer = await openSigner({ dataFolder, deployment: null, clock, random });
  const operator = await signer.sign({ kind: 'operator', name: 'olga', ttlSeconds: 600 });
  const fan = await signer.sign({ kind: 'fan', globalUserId: 'fan-1', ttlSeconds: 600 });
  const call = async (token: string, path: string, body?: string, method = body === undefined ? 'GET' : 'POST') => {
    const headers = { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const response = await fetch(`${process.url}${path}`, { method, headers, ...(body !== undefined && { body }) });
    return { status: response.status, text: await response.text() };
  };
  return {
    process,
    connection,
    graphql: (query: string, variables: object = {}) => call(fan, '/graphql', JSON.stringify({ query, variables })),
    operator: (path: string, body?: string, method?: string) => call(operator, path, body, method),
    reg: (...args: readonly string[]) => runCommand([...args, '--url', process.url, '--data', dataFolder], { REG_LOG_LEVEL: 'debug' }),
  };
};

test('nothing that a fan said of themselves is in logs, errors, metrics or shown dead letters', async () => {
  const { process, connection, graphql, operator, reg } = await openProcess();
  await connection.campaign.putCampaign({ params: { campaignId: 'tour' }, body: { file: tour } });
  await connection.campaign.setStatus({ params: { campaignId: 'tour' }, body: { status: 'OPEN' } });
  const input = { slug: 'tour', entry: JSON.stringify({ markets: ['tour-one'], wish }), userInfo };
  const accepted = await graphql(UPSERT, { input });
  expect(JSON.parse(accepted.text)).toMatchObject({ data: { upsertEntry: { isEligible: true } } });

  const marked = Object.values(markedFan).join(' ');
  const answers = [
    accepted,
    // Refused by the rules: each value in a place where it is wrong.
    await graphql(UPSERT, { input: { ...input, userInfo: { ...userInfo, phoneNumber: marked, postalCode: marked } } }),
    await graphql(UPSERT, { input: { ...input, userInfo: { ...userInfo, email: marked, locale: marked, countryCode: marked } } }),
    await graphql(UPSERT, { input: { ...input, entry: JSON.stringify({ markets: [marked], wish: { text: marked } }) } }),
    await graphql(UPSERT, { input: { ...input, entry: `{ ${marked}` } }),
    await graphql(UPSERT, { input: { ...input, slug: marked } }),
    // Refused by GraphQL.
    await graphql(UPSERT, { input: { ...input, userInfo: marked } }),
    await graphql(UPSERT, { input: { ...input, userInfo: { ...userInfo, email: [marked] } } }),
    // Refused by the services: a wrong shape, no JSON, a path that there is not.
    await operator('/services/user/v1/users/batch-upsert', JSON.stringify({ users: [{ ...userInfo, email: [marked], locale: 7 }] })),
    await operator('/services/entry/v1/entries/batch-upsert', JSON.stringify({ entries: [{ campaignId: marked, globalUserId: marked, entry: { wish } }] })),
    await operator('/services/entry/v1/entries/batch-upsert', `{"entries": "${marked}`),
    await operator(`/services/user/v1/users/${encodeURIComponent(marked)}`),
    await operator(`/services/user/v1/${encodeURIComponent(marked)}?email=${encodeURIComponent(marked)}`),
    await operator(`/operator/v1/queues/saveEntriesQueue/dead-letters?limit=${encodeURIComponent(marked)}`),
    // Shown, with what is personal masked.
    await operator('/operator/v1/queues/userInfoQueue/dead-letters'),
    await operator('/operator/v1/queues/saveEntriesQueue/dead-letters'),
    await operator('/operator/v1/topics/reg.registrations/events'),
    await operator('/operator/v1/audit'),
    await operator('/metrics'),
  ];
  const commands = [await reg('dead-letters', 'saveEntriesQueue', '--json'), await reg('reconcile', 'tour'), await reg('audit', '--json')];
  while (!(await connection.operator.flow({})).idle);
  expect(await process.stop()).toBe(0);

  expect(process.written()).toContain('"level":');
  expect(marksIn(process.written())).toEqual([]);
  expect(answers.map(({ text }) => marksIn(text))).toEqual(answers.map(() => []));
  expect(commands.map(({ stdout, stderr }) => marksIn(stdout + stderr))).toEqual(commands.map(() => []));
});

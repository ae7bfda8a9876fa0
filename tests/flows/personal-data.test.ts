import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { connect } from '../../src/cli/connection.ts';
import { openSigner } from '../../src/cli/signer.ts';
import { openAdapters } from '../../src/runtime/embedded/adapters.ts';
import { campaignFile, marketFile } from '../support/campaign-files.ts';
import { startScriptedMailServer } from '../support/mail-server.ts';
import { MARKS, markedFan, marksIn } from '../support/marked-fan.ts';
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

const openProcess = async (env: Readonly<Record<string, string>> = {}) => {
  const dataFolder = createTemporaryFolder();
  await buryMarkedLetters(dataFolder);
  const process = await serve(dataFolder, [], { env: { REG_LOG_LEVEL: 'debug', ...env } });
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
    dataFolder,
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

/** One preference of each type. */
const ALL_TYPES = [
  { key: 'markets', type: 'markets' },
  { key: 'mail', type: 'email' },
  { key: 'phone', type: 'phone' },
  { key: 'name', type: 'name' },
  { key: 'zip', type: 'zip' },
  { key: 'news', type: 'opt_in' },
  { key: 'tickets', type: 'ticket_count', min: 1, max: 4 },
  { key: 'seated', type: 'boolean_select' },
  { key: 'wish', type: 'freeform_text', minLength: 1, maxLength: 10 },
  { key: 'days', type: 'checklist', items: [{ id: 'fri', label: 'Friday' }] },
  { key: 'promoters', type: 'promoterOptIns' },
].map((preference) => ({ ...preference, is_optional: preference.key !== 'markets' }));

const CODE = 'MARKED-CODE-9';
const toldIn = (text: string): readonly string[] => marksIn(text, [...MARKS, CODE]);

/** Takes whatever is sent to it as an OTLP endpoint, and keeps it. */
const startCollector = async () => {
  const received: Buffer[] = [];
  const server = createServer((request, response) => {
    buffer(request).then(
      (body) => {
        received.push(body);
        response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
      },
      () => response.destroy(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received: () => Buffer.concat(received).toString('latin1') };
};

test('nor where each kind of field is wrong, a file is, or a mail server tells whom it refuses', { timeout: 240_000 }, async () => {
  const marked = Object.values(markedFan).join(' ');
  const address = String(markedFan.email);
  const refusal = `550 5.1.1 <${address}>: Markedfirst Markedlast is unknown here`;
  const smtp = await startScriptedMailServer({ RCPT: [refusal], END: [refusal] });
  const collector = await startCollector();
  const { dataFolder, process, connection, graphql, operator, reg } = await openProcess({
    REG_SMTP_URL: smtp.url,
    REG_MAIL_FROM: 'tickets@example.org',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '100',
  });
  const answers: { readonly text: string }[] = [];
  await connection.campaign.putCampaign({ params: { campaignId: 'tour' }, body: { file: { ...tour, preferences: ALL_TYPES } } });
  await connection.campaign.setStatus({ params: { campaignId: 'tour' }, body: { status: 'OPEN' } });
  const entered = (entry: object) => graphql(UPSERT, { input: { slug: 'tour', entry: JSON.stringify({ markets: ['tour-one'], ...entry }), userInfo } });
  for (const { key } of ALL_TYPES) for (const wrong of [marked, [marked], { [marked]: marked }]) answers.push(await entered({ [key]: wrong }));
  // Names that there are not are shown to whoever sent them, and nowhere else.
  await entered({ Markedfirst: 'yes' });
  await graphql('query { Markedfirst(Markedlast: 1) { Markedlast } }');
  await graphql(UPSERT, { input: { slug: 'tour', entry: '{}', userInfo: { ...userInfo, Markedfirst: marked } } });
  await graphql(`query { campaign(slug: "${marked}") { Markedlast } }`);
  await operator('/services/campaign/v1/campaigns/tour', JSON.stringify({ file: { ...tour, [marked]: marked } }), 'PUT');
  // What cannot be read at all.
  answers.push(
    await entered({ [marked]: true }),
    await graphql(`mutation { ${marked} }`),
    await graphql('query ($slug: String!) { campaign(slug: $slug) { id } }', { slug: { Markedfirst: marked }, Markedlast: marked }),
    await operator('/services/entry/v1/campaigns/tour/invites', JSON.stringify({ key: marked, values: [{ [marked]: marked }] })),
    await operator('/services/user/v1/email-jobs/bounces', JSON.stringify({ bounces: [{ [marked]: marked, address: [marked] }] })),
    await operator(
      '/services/campaign/v1/campaigns/tour',
      JSON.stringify({ file: { ...tour, name: [marked], preferences: [{ key: marked, type: marked }] } }),
      'PUT',
    ),
  );
  // A mail that is refused with the address in the answer.
  expect(JSON.parse((await entered({ mail: address })).text)).toMatchObject({ data: { upsertEntry: { isEligible: true } } });
  while (!(await connection.operator.flow({})).idle);
  const won = { drawId: 'tour/1', position: 1, marketId: 'tour-one', waitlist: [] };
  const award = { globalUserId: 'fan-1', verdict: 'WINNER' as const, accessCode: CODE, selection: won };
  await connection.entry.assignCodes({ body: { campaignId: 'tour', marketId: 'tour-one', drawId: 'tour/1', codes: 'unique', entries: [award] } });
  const job = { campaignId: 'tour', marketId: 'tour-one', globalUserId: 'fan-1', template: 'reminder' as const, sendAt: day(-1) };
  await connection.user.enqueueEmailJobs({ body: { jobs: ['first', 'second'].map((occurrence) => ({ ...job, occurrence })) } });
  answers.push(await operator('/services/user/v1/email-jobs/send-due', JSON.stringify({ limit: 10 })));
  answers.push(await operator('/services/export/v1/campaigns/tour/report'), await operator('/metrics'), await operator('/operator/v1/audit'));

  const file = (name: string, text: string): string => {
    const path = join(dataFolder, name);
    writeFileSync(path, text);
    return path;
  };
  const fans = 'globalUserId,email,firstName,lastName,markets';
  const refusedRows = join(createTemporaryFolder(), 'refused.csv');
  const commands = [
    await reg('register', '--refused', refusedRows, '--campaign', 'tour', file('quote.csv', `${fans}\nfan-2,"${marked}\n`)),
    await reg(
      'register',
      '--refused',
      refusedRows,
      '--campaign',
      'tour',
      file('columns.csv', `${fans}\nfan-2,${address},Markedfirst,Markedlast,tour-one,${marked}\n`),
    ),
    await reg('register', '--refused', refusedRows, '--campaign', 'tour', file('values.csv', `${fans}\n${marked},${marked},${marked},${marked},${marked}\n`)),
    await reg('register', '--refused', refusedRows, '--campaign', 'tour', file('heading.csv', `${address},Markedfirst\n`)),
    await reg('invites', 'import', '--campaign', 'tour', file('invites.csv', `Markedfirst,${address}\n`)),
    await reg('codes', 'import', '--market', 'tour-one', file('codes.csv', `"${marked}`)),
    await reg('redeem', file('redemptions.csv', `market,code,redeemedAt\ntour-one,${marked},${marked}\n`)),
    await reg('bounces', 'import', file('bounce.eml', `From: ${address}\n\n${marked}`)),
    await reg('campaign', 'apply', file('campaign.yaml', `slug: tour\n${marked}: [\n`)),
    await reg('campaign', 'apply', file('other.yaml', `slug: tour\nname: [${marked}]\nartist: { ${marked} }\n`)),
  ];
  while (!(await connection.operator.flow({})).idle);
  expect(await process.stop()).toBe(0);

  expect(smtp.connections()).toBeGreaterThan(0);
  expect(collector.received()).toContain('upsertEntry');
  expect(toldIn(collector.received())).toEqual([]);
  expect(
    process
      .written()
      .split('\n')
      .filter((line) => toldIn(line).length > 0),
  ).toEqual([]);
  expect(answers.filter(({ text }) => toldIn(text).length > 0)).toEqual([]);
  expect(commands.filter(({ stdout, stderr }) => toldIn(stdout + stderr).length > 0)).toEqual([]);
  expect(new Set(commands.map(({ status }) => status))).toEqual(new Set([0, 1]));
});

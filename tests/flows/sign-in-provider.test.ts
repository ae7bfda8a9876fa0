import { decodeProtectedHeader, generateKeyPair, SignJWT } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { createOffsetClock } from '../../src/adapters/system/offset-clock.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { connect } from '../../src/cli/connection.ts';
import { readConfig } from '../../src/config.ts';
import { createSystem } from '../../src/runtime/embedded/system.ts';
import { campaignFile, marketFile } from '../support/campaign-files.ts';
import { API, CLIENT_ID, createProviderKey, createSignInProvider, type SignInProvider } from '../support/sign-in-provider.ts';
import { silentLog } from '../support/silent-log.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const DAY_MS = 86_400_000;
const MINUTE = 60_000;
const UPSERT = 'mutation ($input: RegistrationInput!) { upsertEntry(input: $input) { isEligible reason detail version } }';
const READ = '{ myEntry(slug: "summer-tour") { globalUserId entry version } }';
const WITHDRAW = 'mutation { withdrawEntry(slug: "summer-tour") { isWithdrawn } }';

interface Reply {
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** The whole system with an open campaign for invited addresses, whose fans sign in at the provider; its clock can jump. */
const openSystem = async (provider: SignInProvider, env: Readonly<Record<string, string>>) => {
  const wall = createSystemClock();
  const clock = createOffsetClock(wall, wall.now());
  const random = createSystemRandom(clock);
  const at = (days: number): string => new Date(clock.now() + days * DAY_MS).toISOString();
  const event = { ids: ['E1'], date: at(90), presaleDateTime: at(5), venue: 'Hall', link: 'https://tickets.example/', ticketer: 'example' };
  const date = { open: at(-1), close: at(3), presaleStart: at(5), presaleEnd: at(6) };
  const file = campaignFile({ date, markets: [marketFile('london-1', { event })], gate: { inviteOnly: 'email' } });
  const dataFolder = createTemporaryFolder();
  const config = readConfig({ REG_ISSUER: provider.issuer, ...env }, { dataFolder, port: 0, logLevel: 'silent' });
  const system = await createSystem({ config, clock, random, log: silentLog, ticking: false });
  const connection = connect({ url: system.url, token: null, dataFolder, deployment: null, clock, random, log: silentLog });
  onTestFinished(async () => {
    await connection.close();
    await system.stop();
  });
  await connection.campaign.putCampaign({ params: { campaignId: 'summer-tour' }, body: { file } });
  await connection.campaign.setStatus({ params: { campaignId: 'summer-tour' }, body: { status: 'OPEN' } });
  await connection.entry.importInvites({
    params: { campaignId: 'summer-tour' },
    body: { key: 'email', values: ['ann@example.org', 'ben@example.org'] },
  });
  const ask = async (token: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Reply & { readonly status: number }> => {
    const response = await fetch(`${system.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Reply) };
  };
  const register = (token: string, tickets: number, email?: string) => {
    const userInfo = { locale: 'en', countryCode: 'GB', firstName: 'Ann', lastName: 'Lee', ...(email !== undefined && { email }) };
    return ask(token, UPSERT, { input: { slug: 'summer-tour', entry: JSON.stringify({ markets: ['london-1'], tickets }), userInfo } });
  };
  const advance = (milliseconds: number): void => clock.jumpTo(clock.now() + milliseconds);
  return { advance, system, connection, ask, register };
};

const first = createProviderKey('first', 'ES256');
const second = createProviderKey('second', 'ES256');

const stranger = await generateKeyPair('ES256');

/** What somebody else signs in the provider's name. */
const madeUp = (provider: SignInProvider, kid: string): Promise<string> =>
  new SignJWT({ iss: provider.issuer, aud: CLIENT_ID, sub: 'ann' })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setIssuedAt()
    .setExpirationTime('1d')
    .sign(stranger.privateKey);

const takes = {
  idToken: { REG_AUDIENCE: CLIENT_ID, REG_TOKEN_TYPES: 'jwt,none' },
  accessToken: { REG_AUDIENCE: API, REG_TOKEN_TYPES: 'at+jwt' },
} as const;

test.each([
  ['idToken', 'accessToken', 'ES256'],
  ['accessToken', 'idToken', 'RS256'],
] as const)('a fan registers, edits, reads and withdraws with the %s of a real provider, and not with the %s', async (taken, other, algorithm) => {
  const provider = await createSignInProvider([createProviderKey('only', algorithm)]);
  const { ask, register, system, connection } = await openSystem(provider, takes[taken]);
  const signedIn = await provider.signIn('ann');
  const token = signedIn[taken];
  expect(await register(token, 1)).toMatchObject({ data: { upsertEntry: { isEligible: true, version: 1 } } });
  expect(await register(token, 3)).toMatchObject({ data: { upsertEntry: { isEligible: true, version: 2 } } });
  const read = await ask(token, READ);
  expect(read).toMatchObject({ data: { myEntry: { globalUserId: 'ann', version: 2 } } });
  expect(JSON.parse(String(read.data?.myEntry?.entry))).toMatchObject({ tickets: 3 });
  await system.drain();
  expect(await connection.entry.getEntry({ params: { campaignId: 'summer-tour', globalUserId: 'ann' } })).toMatchObject({ version: 2 });
  expect(await ask(token, WITHDRAW)).toMatchObject({ data: { withdrawEntry: { isWithdrawn: true } } });
  expect(await ask(token, READ)).toMatchObject({ data: { myEntry: null } });
  expect(await register(signedIn[other], 1)).toMatchObject({ status: 401, errors: [{ extensions: { code: 'TOKEN_INVALID' } }] });
});

test('who a fan is, the provider says: no form makes somebody else of them', async () => {
  const provider = await createSignInProvider([first]);
  const { register } = await openSystem(provider, takes.idToken);
  const { idToken } = await provider.signIn('eve');
  expect(await register(idToken, 1, 'ann@example.org')).toMatchObject({ data: { upsertEntry: { isEligible: false, reason: 'NO_INVITE' } } });
});

test('its keys rotate with overlap while fans go on, and it may be away for hours', async () => {
  const provider = await createSignInProvider([first]);
  const { register, advance } = await openSystem(provider, takes.idToken);
  const ann = (await provider.signIn('ann')).idToken;
  let version = 0;
  const edits = async (token: string) => {
    version += 1;
    return expect(await register(token, 1 + (version % 4))).toMatchObject({ data: { upsertEntry: { isEligible: true, version } } });
  };
  await edits(ann);

  // The new key is published first, signs then, and the old one goes last.
  provider.publish([first, second]);
  advance(5 * MINUTE);
  await edits(ann);
  provider.publish([second, first]);
  const later = (await provider.signIn('ann')).idToken;
  expect([decodeProtectedHeader(ann).kid, decodeProtectedHeader(later).kid]).toEqual(['first', 'second']);
  await edits(later);
  await edits(ann);

  provider.setAway(true);
  for (let hours = 0; hours < 5; hours += 1) {
    advance(60 * MINUTE);
    await edits(ann);
    await edits(later);
  }
  provider.setAway(false);
  provider.publish([second]);
  advance(10 * MINUTE);
  await edits(later);
  // A key that is not known waits for the keys that are being fetched.
  expect(await register(await madeUp(provider, 'unknown'), 1)).toMatchObject({ status: 401 });
  expect(await register(ann, 1)).toMatchObject({ status: 401 });
  await edits(later);
});

test('a flood of made-up keys asks the provider for its own once a minute, and locks nobody out', async () => {
  const provider = await createSignInProvider([first]);
  const { register, advance } = await openSystem(provider, takes.idToken);
  const ann = (await provider.signIn('ann')).idToken;
  const ben = (await provider.signIn('ben')).idToken;
  await register(ann, 1);
  const asked = provider.asked.keys;
  for (let minute = 1; minute <= 3; minute += 1) {
    advance(MINUTE);
    const flood = Array.from({ length: 100 }, async (_, index) => register(await madeUp(provider, `${minute}-${index}`), 1));
    const fans = [ann, ben].map((token) => register(token, 2));
    for (const fan of await Promise.all(fans)) expect(fan).toMatchObject({ data: { upsertEntry: { isEligible: true } } });
    for (const refusal of await Promise.all(flood)) expect(refusal.status).toBe(401);
    expect(provider.asked.keys - asked).toBe(minute);
  }
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FanRow, type GateWorld, type Outcome, openGateWorld, PASSED, WAYS } from '../support/gate-world.ts';
import { createKeyServer, createSignInKey, type KeyServer, type SignInKey } from '../support/key-server.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

/** Every rule of docs/domain.md on who may register and with what, each seen through GraphQL and through `reg register`. */
interface Case {
  readonly rule: string;
  /** Of the campaign's file. `%` in a text stands for the way that the case is seen, as two campaigns are made of it. */
  readonly campaign: () => Readonly<Record<string, unknown>>;
  readonly status?: 'PREVIEW' | 'OPEN' | 'CLOSED';
  readonly prepare?: (slug: string) => Promise<void>;
  readonly fans: () => Promise<readonly (readonly [FanRow, Outcome])[]>;
}

let world: GateWorld;
let keys: KeyServer;
let key: SignInKey;
const ends: (() => void)[] = [];

beforeAll(async () => {
  key = await createSignInKey();
  keys = await createKeyServer([key], (end) => ends.push(end));
  world = await openGateWorld({ dataFolder: createTemporaryFolder((end) => ends.push(end)), idvHosts: [new URL(keys.jwksUri).host] });
  for (const way of WAYS) {
    await world.putCampaign(`club-${way}`, { preferences: [...PREFERENCES, { key: 'size', type: 'name' }] });
    for (const fan of ['cleo', 'cora', 'chris']) await world.register(`club-${way}`, { globalUserId: fan, size: 'XL', tickets: '3' });
  }
});
afterAll(async () => {
  await world.close();
  for (const end of ends) end();
});

const PREFERENCES = [
  { key: 'markets', type: 'markets' },
  { key: 'tickets', type: 'ticket_count', min: 1, max: 4 },
];
const refused = (reason: string, field = '', rule = ''): Outcome => ({ reason, field, rule });
const invite = (key: 'email' | 'globalUserId' | 'memberId', values: string[]) => async (campaignId: string) => {
  await world.connection.entry.importInvites({ params: { campaignId }, body: { key, values } });
};
const attributes = async (of: Readonly<Record<string, Record<string, string>>>) => {
  for (const [globalUserId, given] of Object.entries(of)) await world.connection.user.setAttributes({ params: { globalUserId }, body: { attributes: given } });
};
const claims = (sub: string, tier: number) => ({ iss: 'https://id.example', sub, tier, exp: Math.floor(Date.now() / 1000) + 600 });
const proof = (sub: string, tier: number, by = key) => by.sign(claims(sub, tier));
const signed = (sub: string, changes: object) => key.sign({ ...claims(sub, 2), ...changes });
const unsigned = (sub: string): string =>
  [{ alg: 'none' }, claims(sub, 2)].map((part) => `${Buffer.from(JSON.stringify(part)).toString('base64url')}.`).join('');
const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString();
const dates = (open: number, close: number) => ({ date: { open: day(open), close: day(close), presaleStart: day(5), presaleEnd: day(6) } });

const cases: readonly Case[] = [
  { rule: 'before the opening', campaign: () => dates(0.5, 1), fans: async () => [[{ globalUserId: 'ann' }, refused('CAMPAIGN_NOT_OPEN')]] },
  { rule: 'after the close', campaign: () => dates(-2, -1), fans: async () => [[{ globalUserId: 'ann' }, refused('CAMPAIGN_CLOSED')]] },
  { rule: 'shown and not open yet', campaign: () => ({}), status: 'PREVIEW', fans: async () => [[{ globalUserId: 'ann' }, refused('CAMPAIGN_NOT_OPEN')]] },
  { rule: 'closed by hand', campaign: () => ({}), status: 'CLOSED', fans: async () => [[{ globalUserId: 'ann' }, refused('CAMPAIGN_CLOSED')]] },
  {
    rule: 'invited by e-mail',
    campaign: () => ({ gate: { inviteOnly: 'email' } }),
    prepare: invite('email', ['ANN@Example.org', ' zoe@Bücher.example ', 'max+tour@example.org']),
    fans: async () => [
      [{ globalUserId: 'ann', email: 'ann@EXAMPLE.org' }, PASSED],
      [{ globalUserId: 'zoe', email: 'Zoe@BÜCHER.example' }, PASSED],
      [{ globalUserId: 'zoe-2', email: 'zoe@xn--bcher-kva.example' }, PASSED],
      [{ globalUserId: 'max', email: 'max@example.org' }, refused('NO_INVITE')],
      [{ globalUserId: 'kim', email: 'a.nn@example.org' }, refused('NO_INVITE')],
      [{ globalUserId: 'bob' }, refused('NO_INVITE')],
    ],
  },
  {
    rule: 'invited by id',
    campaign: () => ({ gate: { inviteOnly: 'globalUserId' } }),
    prepare: invite('globalUserId', ['ann']),
    fans: async () => [
      [{ globalUserId: 'ann' }, PASSED],
      [{ globalUserId: 'Ann' }, refused('NO_INVITE')],
    ],
  },
  {
    rule: 'invited by member number',
    campaign: () => ({ gate: { inviteOnly: 'memberId' } }),
    prepare: invite('memberId', ['M-1']),
    fans: async () => [
      [{ globalUserId: 'ann', memberId: ' M-1 ' }, PASSED],
      [{ globalUserId: 'dan', memberId: 'm-1' }, refused('NO_INVITE')],
      [{ globalUserId: 'bob', memberId: 'M-2' }, refused('NO_INVITE')],
      [{ globalUserId: 'cam' }, refused('NO_INVITE')],
    ],
  },
  {
    rule: 'countries',
    campaign: () => ({ gate: { geo: { allowCountries: ['GB', 'IE'] } } }),
    fans: async () => [
      [{ globalUserId: 'ann', countryCode: 'ie' }, PASSED],
      [{ globalUserId: 'bob', countryCode: 'FR' }, refused('GEO_RESTRICTED')],
      [{ globalUserId: 'cam' }, refused('GEO_RESTRICTED')],
      [{ globalUserId: 'dan', countryCode: 'UK' }, refused('INVALID_ENTRY', 'userInfo.countryCode', 'format')],
    ],
  },
  {
    rule: 'countries that are out, and postal codes, also of the form',
    campaign: () => ({
      gate: { geo: { denyCountries: ['FR'], postalPrefixes: ['SW1', 'd02'] } },
      preferences: [
        { key: 'markets', type: 'markets' },
        { key: 'zip', type: 'zip', is_optional: true },
      ],
    }),
    fans: async () => [
      [{ globalUserId: 'ann', countryCode: 'GB', postalCode: 'sw1a1aa' }, PASSED],
      [{ globalUserId: 'bob', countryCode: 'IE', zip: 'D02 X285' }, PASSED],
      [{ globalUserId: 'ben', countryCode: 'IE', zip: 'IE-d02x285' }, PASSED],
      [{ globalUserId: 'cam', countryCode: 'FR', postalCode: 'SW1' }, refused('GEO_RESTRICTED')],
      [{ globalUserId: 'dan', countryCode: 'GB', postalCode: 'E2 8DP', zip: 'SW1A 1AA' }, refused('GEO_RESTRICTED')],
      [{ globalUserId: 'eve', countryCode: 'GB' }, refused('GEO_RESTRICTED')],
    ],
  },
  {
    rule: 'a linked campaign and no invite list',
    campaign: () => ({ gate: { linkedCampaign: 'club-%' }, preferences: PREFERENCES }),
    fans: async () => [
      [{ globalUserId: 'cleo', tickets: '', doTransfer: 'true' }, PASSED],
      [{ globalUserId: 'cora', tickets: '1' }, refused('LINKED_ENTRY')],
      [{ globalUserId: 'bob', tickets: '1', doTransfer: 'true' }, refused('INELIGIBLE_ENTRY')],
    ],
  },
  {
    rule: 'a linked campaign beside an invite list',
    campaign: () => ({ gate: { linkedCampaign: 'club-%', inviteOnly: 'globalUserId' }, preferences: PREFERENCES }),
    prepare: invite('globalUserId', ['ann', 'cora']),
    fans: async () => [
      [{ globalUserId: 'ann', tickets: '1' }, PASSED],
      [{ globalUserId: 'bob', tickets: '1' }, refused('NO_INVITE')],
      [{ globalUserId: 'cora', tickets: '1' }, refused('LINKED_ENTRY')],
      [{ globalUserId: 'chris', tickets: '2', doTransfer: 'true' }, PASSED],
    ],
  },
  {
    rule: 'a proof of identity by the keys that its issuer publishes',
    campaign: () => ({ gate: { idv: { issuer: 'https://id.example', jwksUri: keys.jwksUri, tier: 2 } } }),
    fans: async () => [
      [{ globalUserId: 'ann', idvToken: await proof('ann', 2) }, PASSED],
      [{ globalUserId: 'bob', idvToken: await proof('bob', 1) }, refused('IDV_REQUIRED')],
      [{ globalUserId: 'cam', idvToken: await proof('ann', 2) }, refused('IDV_REQUIRED')],
      [{ globalUserId: 'dan' }, refused('IDV_REQUIRED')],
      [{ globalUserId: 'eve', idvToken: await signed('eve', { exp: Math.floor(Date.now() / 1000) - 120 }) }, refused('IDV_REQUIRED')],
      [{ globalUserId: 'fay', idvToken: await signed('fay', { iss: 'https://other.example' }) }, refused('IDV_REQUIRED')],
      [{ globalUserId: 'gus', idvToken: await signed('gus', { aud: 'another-shop' }) }, refused('IDV_REQUIRED')],
      [{ globalUserId: 'hal', idvToken: unsigned('hal') }, refused('IDV_REQUIRED')],
    ],
  },
  {
    rule: 'a proof of identity by one public key',
    campaign: () => ({ gate: { idv: { issuer: 'https://id.example', publicKey: key.pem, tier: 0 } } }),
    fans: async () => [
      [{ globalUserId: 'ann', idvToken: await proof('ann', 0) }, PASSED],
      [{ globalUserId: 'bob', idvToken: await proof('bob', 9, await createSignInKey()) }, refused('IDV_REQUIRED')],
    ],
  },
  {
    rule: 'a card and a linked account',
    campaign: () => ({ gate: { card: { attribute: 'gold' }, linkedAccount: { attribute: 'stream' } } }),
    prepare: () => attributes({ ann: { gold: 'yes', stream: 's-1' }, bob: { gold: 'yes' } }),
    fans: async () => [
      [{ globalUserId: 'ann' }, PASSED],
      [{ globalUserId: 'bob' }, refused('INELIGIBLE_ENTRY')],
      [{ globalUserId: 'cam' }, refused('INELIGIBLE_ENTRY')],
    ],
  },
  {
    rule: 'every gate at once, the first refusal wins',
    campaign: () => ({
      gate: {
        geo: { allowCountries: ['GB'] },
        inviteOnly: 'globalUserId',
        idv: { issuer: 'https://id.example', publicKey: key.pem, tier: 1 },
        card: { attribute: 'gold' },
      },
      preferences: PREFERENCES,
    }),
    prepare: async (slug) => {
      await invite('globalUserId', ['ann', 'bob', 'cam', 'dan'])(slug);
      await attributes({ ann: { gold: 'yes', stream: 's-1' }, dan: { gold: 'yes' } });
    },
    fans: async () => [
      [{ globalUserId: 'ann', countryCode: 'GB', tickets: '1', idvToken: await proof('ann', 1) }, PASSED],
      [{ globalUserId: 'zoe', countryCode: 'FR', tickets: '9' }, refused('GEO_RESTRICTED')],
      [{ globalUserId: 'zoe', countryCode: 'GB', tickets: '9' }, refused('NO_INVITE')],
      [{ globalUserId: 'bob', countryCode: 'GB', tickets: '9' }, refused('IDV_REQUIRED')],
      [{ globalUserId: 'cam', countryCode: 'GB', tickets: '9', idvToken: await proof('cam', 1) }, refused('INELIGIBLE_ENTRY')],
      [{ globalUserId: 'dan', countryCode: 'GB', tickets: '9', idvToken: await proof('dan', 1) }, refused('INVALID_ENTRY', 'tickets', 'too_big')],
    ],
  },
];

describe.each(cases)('$rule', ({ campaign, status, prepare, fans }) => {
  test.each(WAYS)('through %s', async (way) => {
    const slug = `case-${cases.findIndex((one) => one.fans === fans)}-${way}`;
    await world.putCampaign(slug, JSON.parse(JSON.stringify(campaign()).replaceAll('%', way)), status);
    await prepare?.(slug);
    const rows = await fans();
    const outcomes = await world.registerThrough(
      way,
      slug,
      rows.map(([row]) => row),
    );
    expect(rows.map(([{ globalUserId }], index) => ({ globalUserId, ...outcomes[index] }))).toEqual(
      rows.map(([{ globalUserId }, outcome]) => ({ globalUserId, ...outcome })),
    );
  });
});

test('an address on the invite list that a fan only typed lets nobody through, and the answer says why', async () => {
  await world.putCampaign('typed', { gate: { inviteOnly: 'email' } });
  await invite('email', ['ann@example.org'])('typed');
  const userInfo = { globalUserId: 'eve', email: 'ann@example.org', firstName: 'Eve', lastName: 'Lee', locale: 'en' };
  const input = { slug: 'typed', entry: JSON.stringify({ markets: ['typed-one'] }), userInfo };
  const query = 'query ($input: RegistrationInput!) { checkEligibility(input: $input) { isEligible reason detail } }';
  const detail = JSON.stringify({ field: 'userInfo.email', rule: 'unverified' });
  expect((await world.ask('eve', query, { input })).checkEligibility).toEqual({ isEligible: false, reason: 'NO_INVITE', detail });
  expect((await world.ask('eve', query, { input }, 'ann@example.org')).checkEligibility).toMatchObject({ isEligible: true });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { campaignFromFile } from '../../src/domain/campaign-rules.ts';
import { campaignFile, marketFile } from '../support/campaign-files.ts';
import { publicKeys } from '../support/public-keys.ts';

const problemsOf = (file: unknown): readonly string[] => campaignFromFile(file).problems.map(({ path, problem }) => `${path}: ${problem}`);
const date = campaignFile().date as Record<string, unknown>;
const event = marketFile('x').event as Record<string, unknown>;

describe('a campaign file in order', () => {
  test('gives what it leaves out its default', () => {
    const { campaign } = campaignFromFile(campaignFile());
    expect(campaign?.campaign).toMatchObject({
      id: 'summer-tour',
      status: 'DRAFT',
      tour: null,
      locales: ['en'],
      gate: null,
      marketIds: ['london-1', 'paris-1', 'berlin-1'],
      selection: { method: 'random', maxLots: 1, minScore: null, publicRandomness: 'none' },
      options: { automatedReminders: true, showAccessCode: true, maxMarkets: 4 },
    });
    expect(campaign?.markets[0]).toMatchObject({ campaignId: 'summer-tour', state: null, pricingTiers: [], waitlistCapacity: 0, notification: null });
  });

  test('stores moments in UTC with milliseconds, whatever zone they are written in, and reminders in order', () => {
    const file = campaignFile({
      date: { ...date, open: '2027-02-01T11:00+01:00', reminders: ['2027-02-12T08:00:00Z', '2027-02-11T08:00:00Z'] },
    });
    expect(campaignFromFile(file).campaign?.campaign.date).toMatchObject({
      open: '2027-02-01T10:00:00.000Z',
      reminders: ['2027-02-11T08:00:00.000Z', '2027-02-12T08:00:00.000Z'],
    });
  });

  test('names who is served first, with texts for fans where it has them', () => {
    const priorityGroups = [
      { id: 'members', name: { en: 'Members', 'fr-fr': 'Membres' }, minScore: 900 },
      { id: 'regulars', name: 'Regulars', minScore: 500 },
      { id: 'known', minScore: 1 },
    ];
    expect(campaignFromFile(campaignFile({ selection: { method: 'weighted', maxLots: 2, priorityGroups } })).campaign?.campaign.selection).toEqual({
      ...{ method: 'weighted', maxLots: 2, minScore: null, publicRandomness: 'none' },
      priorityGroups: [{ ...priorityGroups[0], name: { en: 'Members', 'fr-FR': 'Membres' } }, ...priorityGroups.slice(1)],
    });
  });

  test('may start its presale at the close', () => {
    expect(problemsOf(campaignFile({ date: { ...date, presaleStart: date.close } }))).toEqual([]);
  });

  test('may hold every kind of gate, preference and public randomness', () => {
    const publicKey = publicKeys.ed25519;
    const file = campaignFile({
      gate: {
        inviteOnly: 'memberId',
        geo: { allowCountries: ['GB', 'IE'], postalPrefixes: ['SW1'] },
        linkedCampaign: 'fan-club',
        idv: { issuer: 'https://id.example', publicKey, tier: 2 },
        card: { attribute: 'goldCard' },
        linkedAccount: { attribute: 'streaming' },
      },
      selection: { method: 'weighted', maxLots: 5, publicRandomness: { kind: 'drand', chainHash: 'ab'.repeat(32), round: 77 } },
      preferences: [
        ...['email', 'phone', 'name', 'zip', 'opt_in', 'markets', 'boolean_select', 'promoterOptIns'].map((type) => ({ key: type, type })),
        { key: 'tickets', type: 'ticket_count', max: 2, label: { en: 'Tickets', 'fr-fr': 'Billets' } },
        { key: 'why', type: 'freeform_text', is_optional: true },
        { key: 'needs', type: 'checklist', items: [{ id: 'ramp', label: 'Ramp' }] },
      ],
    });
    const { campaign } = campaignFromFile(file);
    expect(campaign?.campaign.gate).toEqual({ ...(file.gate as object), idv: { issuer: 'https://id.example', publicKey: publicKey.trim(), tier: 2 } });
    expect(campaign?.campaign.preferences.slice(-3)).toEqual([
      { key: 'tickets', type: 'ticket_count', min: 1, max: 2, label: { en: 'Tickets', 'fr-FR': 'Billets' } },
      { key: 'why', type: 'freeform_text', is_optional: true, minLength: 0, maxLength: 500 },
      { key: 'needs', type: 'checklist', items: [{ id: 'ramp', label: 'Ramp' }], min: 1, max: 1 },
    ]);
  });
});

describe('a wrong campaign file', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['an unknown key', { titel: 'x' }, 'titel: is not a known key'],
    ['a mistyped key', { prefrences: [] }, 'prefrences: is not a known key; did you mean "preferences"?'],
    ['a mistyped key deep down', { options: { maxMarket: 2 } }, 'options.maxMarket: is not a known key; did you mean "maxMarkets"?'],
    ['a missing name', { name: undefined }, 'name: is missing'],
    ['a bad slug', { slug: 'Summer Tour' }, 'slug: must be 1 to 64 of the characters a-z, 0-9 and "-"'],
    ['a number for a text', { name: 1989 }, 'name: must be a text; put it in quotes'],
    ['a lone surrogate', { name: 'a\ud800' }, 'name: must not hold control characters or broken Unicode'],
    ['a close before the open', { date: { ...date, close: '2027-01-01T00:00:00Z' } }, 'date.close: must be after open'],
    ['a close at the open', { date: { ...date, close: date.open } }, 'date.close: must be after open'],
    ['a presale before the close', { date: { ...date, presaleStart: '2027-02-08T09:59:59Z' } }, 'date.presaleStart: must not be before close'],
    ['a presale that ends as it starts', { date: { ...date, presaleEnd: date.presaleStart } }, 'date.presaleEnd: must be after presaleStart'],
    [
      'a reminder before the close',
      { date: { ...date, reminders: ['2027-02-09T00:00:00Z', '2027-02-08T10:00:00Z'] } },
      'date.reminders[1]: must be after close',
    ],
    ['a reminder after the presale', { date: { ...date, reminders: ['2027-02-14T10:00:00Z'] } }, 'date.reminders[0]: must be before presaleEnd'],
    ['a date that does not exist', { date: { ...date, open: '2027-02-30T10:00:00Z' } }, 'date.open: is not a date that exists'],
    [
      'a date without a zone',
      { date: { ...date, open: '2027-02-01 10:00' } },
      'date.open: must be a date and time with its zone, such as 2027-02-01T10:00:00Z',
    ],
    [
      'an unknown zone',
      { referenceTimezone: 'Europe/Lodon' },
      'referenceTimezone: is not the IANA name of a time zone, such as Europe/London; did you mean "Europe/London"?',
    ],
    ['an offset for a zone', { referenceTimezone: '+01:00' }, 'referenceTimezone: is not the IANA name of a time zone, such as Europe/London'],
    ['no language', { locales: [] }, 'locales: must not be empty'],
    ['a language twice', { locales: ['en', 'EN'] }, 'locales[1]: is in the list already'],
    ['a gate that links to itself', { gate: { linkedCampaign: 'summer-tour' } }, 'gate.linkedCampaign: must be another campaign than this one'],
    [
      'a country that is none',
      { gate: { geo: { allowCountries: ['UK'] } } },
      `gate.geo.allowCountries[0]: must be a country's two capital letters (ISO 3166-1), such as GB; did you mean "GB"?`,
    ],
    ...[
      ['that is none', '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----\n'],
      ['that is too short', publicKeys.rsa1024],
      ['of a curve that nobody signs with', publicKeys.x25519],
    ].map(([which = '', publicKey = '']): [string, Readonly<Record<string, unknown>>, string] => [
      `a key ${which}`,
      { gate: { idv: { issuer: 'x', publicKey, tier: 1 } } },
      'gate.idv.publicKey: must be a key of RSA with 2048 bits or more, of the curves P-256, P-384 or P-521, or of Ed25519',
    ]),
    [
      'a private key',
      { gate: { idv: { issuer: 'x', publicKey: '-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----', tier: 1 } } },
      'gate.idv.publicKey: must be a public key in PEM, beginning with -----BEGIN PUBLIC KEY-----',
    ],
    [
      'keys that come over an open line',
      { gate: { idv: { issuer: 'x', jwksUri: 'http://id.example/keys', tier: 1 } } },
      'gate.idv.jwksUri: must be an https address, or one of this machine',
    ],
    [
      'a question where the proof comes in',
      {
        gate: { idv: { issuer: 'x', jwksUri: 'https://id.example/keys', tier: 1 } },
        preferences: [
          { key: 'markets', type: 'markets' },
          { key: 'idvToken', type: 'name' },
        ],
      },
      'preferences[1].key: is the field of the proof that gate.idv asks for',
    ],
    ['a proof of identity without a key', { gate: { idv: { issuer: 'x', tier: 1 } } }, 'gate.idv: needs either jwksUri or publicKey'],
    [
      'lots without weights',
      { selection: { method: 'random', maxLots: 5 } },
      'selection.maxLots: is for the method weighted; with random each entrant has one lot',
    ],
    [
      'priority groups beside scores',
      { selection: { method: 'score', priorityGroups: [{ id: 'a', minScore: 1 }] } },
      'selection.priorityGroups: is for the methods random and weighted; with score everybody is served in the order of their scores',
    ],
    ['no priority group', { selection: { priorityGroups: [] } }, 'selection.priorityGroups: must not be empty'],
    ...[
      ['that rise', 500],
      ['at one score', 400],
    ].map(([which, minScore]): [string, Readonly<Record<string, unknown>>, string] => [
      `priority groups ${which}`,
      {
        selection: {
          priorityGroups: [
            { id: 'a', minScore: 400 },
            { id: 'b', minScore },
          ],
        },
      },
      'selection.priorityGroups[1].minScore: must be lower than the 400 of the group before, which is served first',
    ]),
    [
      'a priority group twice',
      {
        selection: {
          priorityGroups: [
            { id: 'a', minScore: 4 },
            { id: 'a', minScore: 3 },
          ],
        },
      },
      'selection.priorityGroups[1].id: is the id of another group already',
    ],
    ['a priority group for nobody', { selection: { priorityGroups: [{ id: 'a' }] } }, 'selection.priorityGroups[0].minScore: is missing'],
    ['a mistyped method', { selection: { method: 'weigthed' } }, 'selection.method: must be one of random, weighted, score; did you mean "weighted"?'],
    ['no markets', { markets: [] }, 'markets: must not be empty'],
    ['a market twice', { markets: [marketFile('a'), marketFile('b'), marketFile('a')] }, 'markets[2].id: is the same as that of markets[0]'],
    [
      'an unknown zone of a market',
      { markets: [marketFile('a'), marketFile('b', { timezone: 'Mars/Olympus' })] },
      'markets[1].timezone: is not the IANA name of a time zone, such as Europe/London',
    ],
    ['a negative capacity', { markets: [marketFile('a', { capacity: -1 })] }, 'markets[0].capacity: must be a whole number from 0 to 100000000'],
    ['a shared code that is missing', { markets: [marketFile('a', { codes: { mode: 'shared' } })] }, 'markets[0].codes.sharedCode: is missing'],
    [
      'a shared code where codes are unique',
      { markets: [marketFile('a', { codes: { mode: 'unique', sharedCode: 'X' } })] },
      'markets[0].codes.sharedCode: is only for the mode shared',
    ],
    [
      'an event before its presale',
      { markets: [marketFile('a', { event: { ...event, date: '2027-02-12T09:00:00Z' } })] },
      'markets[0].event.date: must not be before presaleDateTime',
    ],
    [
      'a link that is no web address',
      { markets: [marketFile('a', { event: { ...event, link: 'javascript:alert(1)' } })] },
      'markets[0].event.link: must be a web address, such as https://tickets.example/london',
    ],
    [
      'a preference twice',
      {
        preferences: [
          { key: 'a', type: 'markets' },
          { key: 'a', type: 'name' },
        ],
      },
      'preferences[1].key: is the same as that of preferences[0]',
    ],
    [
      'a key that reaches into documents',
      { preferences: [{ key: 'a.b', type: 'markets' }] },
      'preferences[0].key: must be a letter, then up to 63 letters, digits, "_" and "-"',
    ],
    [
      'a mistyped type, without a word on what would belong to another',
      {
        preferences: [
          { key: 'a', type: 'markets' },
          { key: 'b', type: 'tickets_count', min: 1, max: 2 },
        ],
      },
      'preferences[1].type: must be one of email, phone, name, zip, opt_in, markets, ticket_count, boolean_select, freeform_text, checklist, promoterOptIns; did you mean "ticket_count"?',
    ],
    ['no preference of the type markets', { preferences: [{ key: 'a', type: 'name' }] }, 'preferences: must have one of the type markets'],
    [
      'markets that are optional',
      { preferences: [{ key: 'a', type: 'markets', is_optional: true }] },
      'preferences[0].is_optional: a preference of the type markets cannot be optional',
    ],
    [
      'a parameter of another type',
      { preferences: [{ key: 'a', type: 'markets', minLength: 1 }] },
      'preferences[0].minLength: is no parameter of the type markets',
    ],
    [
      'limits in the wrong order',
      {
        preferences: [
          { key: 'm', type: 'markets' },
          { key: 't', type: 'ticket_count', min: 5, max: 2 },
        ],
      },
      'preferences[1].max: must not be less than the 5 asked for',
    ],
  ])('%s is named with its place', (_, changes, expected) => {
    expect(problemsOf(campaignFile(changes))).toEqual([expected]);
  });

  test('every problem is told at once', () => {
    const problems = problemsOf(campaignFile({ name: undefined, referenceTimezone: 'x', markets: [marketFile('a', { capacity: 1.5, city: '' })] }));
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['markets[0].city', 'markets[0].capacity', 'name', 'referenceTimezone']);
  });

  test.each([null, 'slug: x', 7, [], new Date(0)])('%j is no campaign file', (file) => {
    expect(problemsOf(file)[0]).toBe(': must be a mapping of keys to values');
  });
});

/** Every place of a file that is in order, as the way to it. */
const placesIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null ? [path, ...Object.entries(value).flatMap(([key, below]) => placesIn(below, [...path, key]))] : [path];

const withValueAt = (file: unknown, [key, ...rest]: readonly string[], value: unknown): unknown => {
  if (key === undefined) return value;
  const copy: Record<string, unknown> = Array.isArray(file) ? ([...file] as never) : { ...(file as object) };
  copy[key] = withValueAt(copy[key], rest, value);
  return copy;
};

test('whatever stands at whatever place, the file is either a campaign or a list of problems, and reading it never throws', () => {
  const file = campaignFile({
    gate: { geo: { denyCountries: ['FR'] }, idv: { issuer: 'x', jwksUri: 'https://x.example', tier: 1 } },
    selection: {},
    options: {},
  });
  fc.assert(
    fc.property(fc.constantFrom(...placesIn(file)), fc.anything(), (path, value) => {
      const { campaign, problems } = campaignFromFile(withValueAt(file, path, value));
      expect(campaign === null).toBe(problems.length > 0);
    }),
    { numRuns: 2_000 },
  );
});

test('what was read reads the same again, but for what the system adds', () => {
  const { campaign: read } = campaignFromFile(campaignFile());
  if (read === null) throw new Error('the file is in order');
  const { marketIds: _, ...campaign } = read.campaign;
  const markets = read.markets.map(({ campaignId, notification, ...market }) => market);
  expect(campaignFromFile({ ...campaign, markets }).campaign).toEqual(read);
});

test('priority groups without a right id are told as that, and not as one that is there twice', () => {
  const groups = ['not an id', 'nor this'].map((id, index) => ({ id, minScore: 10 - index }));
  const { problems } = campaignFromFile(campaignFile({ selection: { priorityGroups: groups } }));
  expect(problems.map(({ path }) => path)).toEqual(['selection.priorityGroups[0].id', 'selection.priorityGroups[1].id']);
});

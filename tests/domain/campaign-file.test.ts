import { describe, expect, test } from 'vitest';
import { withStateOf } from '../../src/domain/campaign.ts';
import { campaignFile, fileProblems, marketFile, readFile } from '../support/campaign-files.ts';

type Changes = Readonly<Record<string, unknown>>;
const date = campaignFile().date as Record<string, unknown>;
const markets = { key: 'm', type: 'markets' };

describe('a campaign', () => {
  test('keeps what its file says', () => {
    const given = {
      id: 'other-id',
      status: 'PREVIEW',
      tour: 'World Tour',
      locales: ['fr', 'pt-br'],
      selection: { method: 'weighted', maxLots: 5, minScore: 250, publicRandomness: { kind: 'text', announced: 'the lottery of 8 May' } },
      options: { automatedReminders: false, automatedReceipts: true, automatedResults: true, showAccessCode: false, maxMarkets: 2 },
    };
    expect(readFile(given).campaign).toMatchObject({ ...given, locales: ['fr', 'pt-BR'], slug: 'summer-tour' });
    for (const status of ['OPEN', 'CLOSED', 'DRAFT']) expect(readFile({ status }).campaign.status).toBe(status);
  });

  test('has its defaults also in parts of which something is said', () => {
    expect(readFile({ selection: {}, options: {} }).campaign).toMatchObject({
      selection: { method: 'random', maxLots: 1, minScore: null, publicRandomness: 'none' },
      options: { automatedReminders: true, automatedReceipts: false, automatedResults: false, showAccessCode: true, maxMarkets: 4 },
    });
    expect(readFile({ selection: { method: 'score', publicRandomness: 'none' } }).campaign.selection).toMatchObject({
      method: 'score',
      maxLots: 1,
      publicRandomness: 'none',
    });
    expect(readFile({ date: { ...date, reminders: undefined } }).campaign.date.reminders).toEqual([]);
  });

  test.each<[string, Changes, readonly string[]]>([
    ['as many reminders as can be', { date: { ...date, reminders: Array.from({ length: 100 }, (_, index) => new Date(Date.UTC(2027, 1, 9) + index)) } }, []],
    [
      'more reminders than that',
      { date: { ...date, reminders: Array.from({ length: 101 }, (_, index) => new Date(Date.UTC(2027, 1, 9) + index)) } },
      ['date.reminders: must have at most 100 items'],
    ],
    [
      'a mistyped type of the eleventh',
      { preferences: Array.from({ length: 11 }, (_, index) => ({ key: `k${index}`, type: index === 10 ? 'zipp' : 'name' })) },
      [
        'preferences[10].type: must be one of email, phone, name, zip, opt_in, markets, ticket_count, boolean_select, freeform_text, checklist, promoterOptIns; did you mean "zip"?',
      ],
    ],
    [
      'an unknown key that begins like the type',
      { preferences: [{ key: 'a', type: 'name', typeface: 'x' }] },
      ['preferences[0].typeface: is not a known key', 'preferences: must have one of the type markets'],
    ],
    ['randomness that is left empty', { selection: { publicRandomness: null } }, []],
    ['no dates', { date: undefined }, ['date: is missing']],
    ['no open', { date: { ...date, open: undefined } }, ['date.open: is missing']],
    ['no close', { date: { ...date, close: undefined } }, ['date.close: is missing']],
    ['no start', { date: { ...date, presaleStart: undefined } }, ['date.presaleStart: is missing']],
    ['no end', { date: { ...date, presaleEnd: undefined } }, ['date.presaleEnd: is missing']],
    [
      'a reminder in words',
      { date: { ...date, reminders: ['soon'] } },
      ['date.reminders[0]: must be a date and time with its zone, such as 2027-02-01T10:00:00Z'],
    ],
    ['a reminder at the end', { date: { ...date, reminders: [date.presaleEnd] } }, ['date.reminders[0]: must be before presaleEnd']],
    ['a reminder while the end is unknown', { date: { ...date, presaleEnd: undefined, reminders: ['2099-01-01T00:00:00Z'] } }, ['date.presaleEnd: is missing']],
    ['an unknown date', { date: { ...date, opens: date.open } }, ['date.opens: is not a known key; did you mean "open"?']],
    ['as many reminders as can be', { date: { ...date, reminders: Array.from({ length: 100 }, (_, index) => new Date(Date.UTC(2027, 1, 9) + index)) } }, []],
    [
      'more reminders than that',
      { date: { ...date, reminders: Array.from({ length: 101 }, (_, index) => new Date(Date.UTC(2027, 1, 9) + index)) } },
      ['date.reminders: must have at most 100 items'],
    ],
    [
      'a mistyped type of the eleventh',
      { preferences: Array.from({ length: 11 }, (_, index) => ({ key: `k${index}`, type: index === 10 ? 'zipp' : 'name' })) },
      [
        'preferences[10].type: must be one of email, phone, name, zip, opt_in, markets, ticket_count, boolean_select, freeform_text, checklist, promoterOptIns; did you mean "zip"?',
      ],
    ],
    [
      'an unknown key that begins like the type',
      { preferences: [{ key: 'a', type: 'name', typeface: 'x' }] },
      ['preferences[0].typeface: is not a known key', 'preferences: must have one of the type markets'],
    ],
    ['randomness that is left empty', { selection: { publicRandomness: null } }, []],
    ['a status that is none', { status: 'LIVE' }, ['status: must be one of DRAFT, PREVIEW, OPEN, CLOSED']],
    ['no slug, and so no id', { slug: '' }, ['slug: must not be empty']],
    ['a language that is none', { locales: ['x!'] }, ['locales[0]: must be a language tag (BCP 47), such as en or pt-BR']],
    ['too many lots', { selection: { method: 'weighted', maxLots: 1001 } }, ['selection.maxLots: must be a whole number from 1 to 1000']],
    ['lots for scores', { selection: { method: 'score', maxLots: 2 } }, ['selection.maxLots: is for the method weighted; with score each entrant has one lot']],
    ['a score above all', { selection: { minScore: 1001 } }, ['selection.minScore: must be a whole number from 0 to 1000']],
    ['a score below all', { selection: { minScore: -1 } }, ['selection.minScore: must be a whole number from 0 to 1000']],
    [
      'randomness in a word',
      { selection: { publicRandomness: 'drand' } },
      ['selection.publicRandomness: must be none, { kind: text, announced: … } or { kind: drand, chainHash: …, round: … }'],
    ],
    [
      'randomness that is a number',
      { selection: { publicRandomness: 7 } },
      [
        'selection.publicRandomness: must be a mapping of keys to values',
        'selection.publicRandomness.kind: is missing',
        'selection.publicRandomness.announced: is missing',
      ],
    ],
    [
      'words with a round',
      { selection: { publicRandomness: { kind: 'text', announced: 'x', round: 1 } } },
      ['selection.publicRandomness.round: is not for the kind text'],
    ],
    [
      'words with a chain',
      { selection: { publicRandomness: { kind: 'text', announced: 'x', chainHash: 'x' } } },
      ['selection.publicRandomness.chainHash: is not for the kind text'],
    ],
    [
      'a round with words',
      { selection: { publicRandomness: { kind: 'drand', announced: 'x', chainHash: '0a'.repeat(32), round: 1 } } },
      ['selection.publicRandomness.announced: is not for the kind drand'],
    ],
    ...['0A'.repeat(32), '0a'.repeat(31), `${'0a'.repeat(32)}0`, `x${'0a'.repeat(32)}`].map((chainHash): [string, Changes, readonly string[]] => [
      `the chain ${chainHash}`,
      { selection: { publicRandomness: { kind: 'drand', chainHash, round: 1 } } },
      ['selection.publicRandomness.chainHash: must be 64 lower-case hex digits'],
    ]),
    [
      'round 0',
      { selection: { publicRandomness: { kind: 'drand', chainHash: '0a'.repeat(32), round: 0 } } },
      [`selection.publicRandomness.round: must be a whole number from 1 to ${Number.MAX_SAFE_INTEGER}`],
    ],
    [
      'words that are too long',
      { selection: { publicRandomness: { kind: 'text', announced: 'x'.repeat(1001) } } },
      ['selection.publicRandomness.announced: must be at most 1000 characters long'],
    ],
    ['reminders by a word', { options: { automatedReminders: 'yes' } }, ['options.automatedReminders: must be true or false']],
    ['codes by a number', { options: { showAccessCode: 1 } }, ['options.showAccessCode: must be true or false']],
    ['no market to rank', { options: { maxMarkets: 0 } }, ['options.maxMarkets: must be a whole number from 1 to 1000']],
    ['markets that are no list', { markets: { a: 1 } }, ['markets: must be a list']],
    [
      'markets without ids',
      { markets: ['', ''].map((id) => marketFile(id, { name: 'x' })) },
      ['markets[0].id: must not be empty', 'markets[1].id: must not be empty'],
    ],
    ['more markets than any', { markets: Array.from({ length: 1001 }, (_, index) => marketFile(`m${index}`)) }, ['markets: must have at most 1000 items']],
    ['no preferences', { preferences: undefined }, ['preferences: is missing']],
    [
      'a mistyped type',
      { preferences: [{ key: 'a', type: 'market' }] },
      [
        'preferences[0].type: must be one of email, phone, name, zip, opt_in, markets, ticket_count, boolean_select, freeform_text, checklist, promoterOptIns; did you mean "markets"?',
      ],
    ],
    ['two rankings', { preferences: [markets, { key: 'n', type: 'markets' }] }, ['preferences[1].type: only one preference can be of the type markets']],
    [
      'an optional ranking behind others',
      {
        preferences: [
          { key: 'e', type: 'email' },
          { ...markets, is_optional: true },
        ],
      },
      ['preferences[1].is_optional: a preference of the type markets cannot be optional'],
    ],
    ['a proof without a gate', { preferences: [markets, { key: 'idvToken', type: 'name' }] }, []],
    ['a proof behind another gate', { gate: { inviteOnly: 'email' }, preferences: [markets, { key: 'idvToken', type: 'name' }] }, []],
    [
      'a proof in the first place',
      { gate: { idv: { issuer: 'x', jwksUri: 'https://id.example/keys', tier: 1 } }, preferences: [{ key: 'idvToken', type: 'markets' }] },
      ['preferences[0].key: is the field of the proof that gate.idv asks for'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(fileProblems(changes)).toEqual(expected);
  });

  test('sends no mails but reminders where nothing is said of any', () => {
    expect(readFile({ options: undefined }).campaign.options).toEqual({
      automatedReminders: true,
      automatedReceipts: false,
      automatedResults: false,
      showAccessCode: true,
      maxMarkets: 4,
    });
  });

  test('may have as much of everything as there can be', () => {
    expect(fileProblems({ markets: Array.from({ length: 1000 }, (_, index) => marketFile(`m${index}`)), options: { maxMarkets: 1000 } })).toEqual([]);
    expect(readFile({ selection: { method: 'weighted', maxLots: 1000, minScore: 1000 } }).campaign.selection).toMatchObject({ maxLots: 1000, minScore: 1000 });
    expect(readFile({ selection: { minScore: 0 } }).campaign.selection.minScore).toBe(0);
  });
});

describe('a file that is read again', () => {
  const withNotification = (dueAt: string | null) => {
    const { campaign, markets } = readFile({ status: 'OPEN' });
    const notification = dueAt === null ? null : { dueAt, plannedAt: null, notifiedAt: null };
    return { campaign, markets: markets.map((market) => ({ ...market, notification })) };
  };

  test('changes what a campaign is, and not how far it and its markets have come', () => {
    const next = withNotification('from the file');
    const existing = withNotification('planned');
    const { campaign, markets } = withStateOf({ campaign: { ...existing.campaign, status: 'CLOSED', name: 'Old' }, markets: existing.markets.slice(1) }, next);
    expect(campaign).toEqual({ ...next.campaign, status: 'CLOSED' });
    expect(markets.map(({ id, notification }) => [id, notification?.dueAt])).toEqual([
      ['london-1', 'from the file'],
      ['paris-1', 'planned'],
      ['berlin-1', 'planned'],
    ]);
    expect(withStateOf(withNotification(null), next).markets.map(({ notification }) => notification)).toEqual([null, null, null]);
    expect(withStateOf(null, next)).toBe(next);
  });
});

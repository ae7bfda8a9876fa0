import { describe, expect, test } from 'vitest';
import type { Connection } from '../../src/cli/connection.ts';
import type { GraphqlClient } from '../../src/cli/graphql-client.ts';
import { compareEvents } from '../../src/cli/reconcile/compare-events.ts';
import { compareCodes } from '../../src/cli/run/compare-codes.ts';
import { compareEntries } from '../../src/cli/run/compare-entries.ts';
import type { CampaignWithMarkets } from '../../src/domain/campaign.ts';

const campaign = {
  campaign: { id: 'tour', slug: 'tour', options: { showAccessCode: true } },
  markets: [{ id: 'london', capacity: 2, codes: { mode: 'unique' } }],
} as unknown as CampaignWithMarkets;

interface Entry {
  readonly globalUserId: string;
  readonly entry: Readonly<Record<string, unknown>>;
  readonly verdict: string;
  readonly accessCode?: string;
  readonly selection?: { readonly marketId: string };
  readonly linkedFrom?: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const at = '2027-02-01T10:00:00.000Z';
const entryOf = (fan: string, changes: Partial<Entry> = {}): Entry => ({
  globalUserId: fan,
  entry: { tickets: 2, markets: ['london'] },
  verdict: 'PENDING',
  version: 1,
  createdAt: at,
  updatedAt: at,
  ...changes,
});
const winner = entryOf('f1', { verdict: 'WINNER', accessCode: 'CODE', selection: { marketId: 'london' }, version: 2 });

describe('entries are compared with the demand-table and with what was acknowledged', () => {
  const compare = async (
    replicas: readonly Entry[],
    table: readonly Entry[],
    accepted: readonly string[],
    left: readonly string[] = [],
    linked: readonly string[] = [],
  ) => {
    const linkedFans = linked.length === 0 ? null : { campaignId: 'club', fans: new Set(linked) };
    const connection = { entry: { listEntries: async () => ({ entries: replicas, next: null }) } } as unknown as Connection;
    const graphql = {
      request: async (_: string, variables: Record<string, string>) =>
        Object.fromEntries(
          Object.entries(variables).map(([name, fan]) => {
            const found = table.find(({ globalUserId }) => globalUserId === fan);
            return [name, found === undefined ? null : { ...found, entry: JSON.stringify(found.entry), accessCode: found.accessCode ?? null }];
          }),
        ),
    } as unknown as GraphqlClient;
    return compareEntries({ connection, graphql }, campaign, { accepted: new Map(accepted.map((fan) => [fan, 1])), left: new Set(left), linked: linkedFans });
  };

  test('and agree', async () => {
    const entries = [winner, ...Array.from({ length: 12 }, (_, index) => entryOf(`g${index}`))];
    const fans = entries.map(({ globalUserId }) => globalUserId);
    const { findings, versions, winners } = await compare(entries, entries, [...fans, 'gone'], ['gone']);
    expect(findings.lines).toEqual([]);
    expect(versions.size).toBe(13);
    expect([...winners]).toEqual([['f1', { marketId: 'london', accessCode: 'CODE' }]]);
  });

  test.each([
    ['lost', [], [], ['f1'], 'was registered and is not in the Entry Service'],
    ['left over', [entryOf('f1')], [], ['f1'], 'is in the Entry Service and not in the demand-table'],
    ['nobody registered', [entryOf('f1')], [entryOf('f1')], [], 'has an entry and is not in fans.csv, or was refused'],
    ['an older version', [entryOf('f1')], [entryOf('f1', { version: 2 })], ['f1'], 'version is 2 in the demand-table and 1 in the Entry Service'],
    [
      'another verdict',
      [entryOf('f1')],
      [entryOf('f1', { verdict: 'LOSER' })],
      ['f1'],
      'verdict is LOSER in the demand-table and PENDING in the Entry Service',
    ],
    ['another code', [winner], [{ ...winner, accessCode: 'OTHER' }], ['f1'], 'the access codes of demand-table and Entry Service differ'],
    [
      'another answer',
      [entryOf('f1', { entry: { tickets: 3, markets: ['london'] } })],
      [entryOf('f1')],
      ['f1'],
      'the field tickets differs between demand-table and Entry Service',
    ],
    [
      'a missing answer',
      [entryOf('f1', { entry: { tickets: 2 } })],
      [entryOf('f1')],
      ['f1'],
      'the field markets differs between demand-table and Entry Service',
    ],
  ] as const)('and one that is %s is found', async (_, replicas, table, accepted, finding) => {
    expect((await compare(replicas, table, accepted)).findings.lines).toEqual([`fan f1: ${finding}`]);
  });

  test('and an entry of who has left is found', async () => {
    const { findings } = await compare([entryOf('f1')], [entryOf('f1')], ['f1'], ['f1']);
    expect(findings.lines).toEqual(['fan f1: has left and still has an entry']);
  });

  test('and who held an entry in the linked campaign has brought it, nobody else', async () => {
    const brought = entryOf('f1', { linkedFrom: 'club' });
    expect((await compare([brought], [brought], ['f1'], [], ['f1'])).findings.lines).toEqual([]);
    expect((await compare([entryOf('f1')], [entryOf('f1')], ['f1'], [], ['f1'])).findings.lines).toEqual([
      'fan f1: came from the linked campaign, which the entry does not say',
    ]);
    expect((await compare([brought], [brought], ['f1'], [], ['f2'])).findings.lines).toEqual(['fan f1: has an entry that says it came from elsewhere']);
  });
});

describe('codes are compared with winners', () => {
  const compare = async (
    held: readonly { code: string; globalUserId: string }[],
    winners: readonly string[],
    { expected = 3, redeemed = 0, reported = [] as readonly string[] } = {},
  ) => {
    const stats = { imported: 3, available: 2 - redeemed, reserved: 0, assigned: 1, redeemed, revoked: 0 };
    const connection = { code: { listHeldCodes: async () => ({ codes: held, next: null }), codeStats: async () => stats } } as unknown as Connection;
    const won = new Map(winners.map((fan) => [fan, { marketId: 'london', accessCode: `CODE-${fan}` }]));
    return (await compareCodes(connection, campaign, won, { imported: [{ marketId: 'london', expected }], redeemed: new Set(reported) })).lines;
  };
  const heldBy = (fan: string) => ({ code: `CODE-${fan}`, globalUserId: fan });

  test('and agree', async () => {
    expect(await compare([heldBy('f1'), heldBy('f2')], ['f1', 'f2'])).toEqual([]);
  });

  test('and what does not fit is found', async () => {
    expect(await compare([], ['f1'])).toEqual(['market london: fan f1 won and holds no code in the Code Service']);
    expect(await compare([heldBy('f1')], [])).toEqual(['market london: fan f1 holds a code and is no winner']);
    expect(await compare([heldBy('f1'), { code: 'CODE-f1', globalUserId: 'f2' }], ['f1', 'f2'])).toEqual([
      'market london: fan f2 holds a code that another fan holds too',
      'market london: fan f2 has another code in the entry than in the Code Service',
    ]);
    expect(await compare([], ['f1'], { redeemed: 1, reported: ['f1'] })).toEqual([]);
    expect(await compare([], ['f1'], { reported: ['f1'] })).toEqual(['market london: 1 codes were reported as redeemed, 0 are']);
    expect(await compare([heldBy('f1'), heldBy('f2'), heldBy('f3')], ['f1', 'f2', 'f3'])).toEqual(['market london: has 3 winners for 2 places']);
    expect(await compare([heldBy('f1')], ['f1'], { expected: 4 })).toEqual(['market london: 4 codes were imported, 3 are there']);
  });
});

describe('published registrations are compared with entries', () => {
  const compare = async (
    events: readonly (readonly [fan: string, version: number, isDeleted?: boolean])[],
    versions: Readonly<Record<string, number>>,
    gone: readonly string[] = [],
  ) => {
    const page = events.map(([globalUserId, version, isDeleted = false]) => ({ value: { campaignId: 'tour', globalUserId, version, isDeleted } }));
    const connection = { operator: { events: async () => ({ events: page, next: null }) } } as unknown as Connection;
    return (await compareEvents(connection, 'topic', 'tour', new Map(Object.entries(versions)), new Set(gone))).lines;
  };

  test('and agree, whichever versions were passed over', async () => {
    expect(
      await compare(
        [
          ['f1', 1],
          ['f1', 3],
          ['f2', 1],
          ['f2', 2, true],
        ],
        { f1: 3 },
        ['f2'],
      ),
    ).toEqual([]);
  });

  test('and what does not fit is found', async () => {
    expect(await compare([], { f1: 1 })).toEqual(['fan f1: has an entry that was never published']);
    expect(await compare([['f1', 1]], { f1: 2 })).toEqual(['fan f1: has version 2, and version 1 is the last that was published']);
    expect(
      await compare(
        [
          ['f1', 1],
          ['f1', 1, true],
        ],
        { f1: 1 },
      ),
    ).toEqual(['fan f1: has an entry and was published as gone']);
    expect(await compare([['f1', 1]], {}, ['f1'])).toEqual(['fan f1: has no entry and was not published as gone']);
    expect(await compare([], {}, ['f1'])).toEqual(['fan f1: has left, which was not published']);
  });
});

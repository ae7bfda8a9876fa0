import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FanRow, type GateWorld, type Outcome, openGateWorld, PASSED, WAYS } from '../support/gate-world.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const MY_ENTRY = 'query ($slug: String!) { myEntry(slug: $slug) { entry version } }';
const STATE = 'query ($slug: String!) { myEntry(slug: $slug) { entry ref version createdAt } }';
const WITHDRAW = 'mutation ($slug: String!) { withdrawEntry(slug: $slug) { isWithdrawn } }';
const invalid = (field: string, rule: string): Outcome => ({ reason: 'INVALID_ENTRY', field, rule });

let world: GateWorld;
const ends: (() => void)[] = [];
beforeAll(async () => {
  world = await openGateWorld({ dataFolder: createTemporaryFolder((end) => ends.push(end)) });
});
afterAll(async () => {
  await world.close();
  for (const end of ends) end();
});

const entryOf = async (slug: string, globalUserId: string): Promise<unknown> => {
  const { myEntry } = await world.ask(globalUserId, MY_ENTRY, { slug });
  return typeof myEntry?.entry === 'string' ? JSON.parse(myEntry.entry) : null;
};
const preferences = [
  { key: 'email', type: 'email' },
  { key: 'phone', type: 'phone' },
  { key: 'nick', type: 'name' },
  { key: 'zip', type: 'zip' },
  { key: 'terms', type: 'opt_in' },
  { key: 'markets', type: 'markets' },
  { key: 'tickets', type: 'ticket_count', min: 2, max: 4 },
  { key: 'seated', type: 'boolean_select' },
  { key: 'why', type: 'freeform_text', minLength: 3, maxLength: 5, is_optional: true },
  { key: 'needs', type: 'checklist', items: ['ramp', 'loop', 'seat'].map((id) => ({ id, label: id })), min: 1, max: 2, is_optional: true },
  { key: 'promoters', type: 'promoterOptIns', is_optional: true },
];

describe.each(WAYS)('through %s', (way) => {
  test('every type of preference takes what is within its bounds, and names what is not', async () => {
    const slug = `asks-${way}`;
    await world.putCampaign(slug, { preferences, options: { maxMarkets: 1 } });
    const [one, two] = [`${slug}-one`, `${slug}-two`];
    const right = { countryCode: 'GB', phone: '07700 900123', nick: ' Zoë ', zip: 'sw1a1aa', terms: 'true', tickets: '2', seated: 'false' };
    const wrong: readonly (readonly [FanRow, Outcome])[] = (
      [
        [{ email: 'ann' }, invalid('email', 'format')],
        [{ phone: '12' }, invalid('phone', 'format')],
        [{ nick: '!' }, invalid('nick', 'format')],
        [{ nick: 'x'.repeat(101) }, invalid('nick', 'too_long')],
        [{ zip: '10115' }, invalid('zip', 'format')],
        [{ zip: '' }, invalid('zip', 'required')],
        [{ terms: 'false' }, invalid('terms', 'must_be_true')],
        [{ markets: '' }, invalid('markets', 'required')],
        [{ markets: 'elsewhere' }, invalid('markets', 'unknown_market')],
        [{ markets: `${one}>${two}` }, invalid('markets', 'too_many')],
        [{ tickets: '1' }, invalid('tickets', 'too_small')],
        [{ tickets: '5' }, invalid('tickets', 'too_big')],
        [{ tickets: 'two' }, invalid('tickets', 'type')],
        [{ seated: 'perhaps' }, invalid('seated', 'type')],
        [{ why: 'ab' }, invalid('why', 'too_short')],
        [{ why: 'abcdef' }, invalid('why', 'too_long')],
        [{ needs: 'pool' }, invalid('needs', 'unknown_item')],
        [{ needs: 'ramp|ramp' }, invalid('needs', 'duplicate')],
        [{ needs: 'ramp|loop|seat' }, invalid('needs', 'too_many')],
        [{ promoters: two }, invalid('promoters', 'unknown_market')],
        [{ email: 'ann', tickets: '9' }, invalid('email', 'format')],
      ] as const
    ).map(([changes, outcome], index) => [{ globalUserId: `wrong-${index}`, ...right, ...changes }, outcome]);
    const ann = {
      globalUserId: 'ann',
      ...right,
      email: 'Ann@Example.org',
      markets: two,
      why: ' because'.slice(0, 6),
      needs: 'loop|ramp',
      promoters: `${two}=false`,
    };
    const bob = { globalUserId: 'bob', ...right, countryCode: 'HK', phone: '5123 4567', zip: '' };
    const rows = [[ann, PASSED] as const, [bob, PASSED] as const, ...wrong];
    const outcomes = await world.registerThrough(
      way,
      slug,
      rows.map(([row]) => row),
    );
    expect(outcomes).toEqual(rows.map(([, outcome]) => outcome));
    expect(await entryOf(slug, 'ann')).toEqual({
      email: 'ann@example.org',
      phone: '+447700900123',
      nick: 'Zoë',
      zip: 'SW1A 1AA',
      terms: true,
      markets: [two],
      tickets: 2,
      seated: false,
      why: 'becau',
      needs: ['loop', 'ramp'],
      promoters: { [two]: false },
    });
    expect(await entryOf(slug, 'bob')).toMatchObject({ phone: '+85251234567' });
    expect(await entryOf(slug, 'wrong-0')).toBeNull();
  });

  test('who holds an entry edits it past a gate that lets nobody in, until it is withdrawn', async () => {
    const slug = `edit-${way}`;
    const ann = { globalUserId: 'ann', countryCode: 'GB' };
    await world.putCampaign(slug, {});
    expect(await world.registerThrough(way, slug, [ann])).toEqual([PASSED]);
    await world.putCampaign(slug, { gate: { geo: { denyCountries: ['GB'] }, inviteOnly: 'email', card: { attribute: 'none' } } });
    const edit = { ...ann, markets: `${slug}-two` };
    const closed = { reason: 'GEO_RESTRICTED', field: '', rule: '' };
    expect(await world.registerThrough(way, slug, [edit, { ...ann, globalUserId: 'bob' }])).toEqual([PASSED, closed]);
    expect(await entryOf(slug, 'ann')).toEqual({ markets: [`${slug}-two`] });
    expect(await world.ask('ann', WITHDRAW, { slug })).toEqual({ withdrawEntry: { isWithdrawn: true } });
    expect(await entryOf(slug, 'ann')).toBeNull();
    expect(await world.ask('ann', WITHDRAW, { slug })).toEqual({ withdrawEntry: { isWithdrawn: false } });
    expect(await world.registerThrough(way, slug, [edit])).toEqual([closed]);
  });

  test('an edit says anew what the fan says, in the same life; who comes back after withdrawing begins another', async () => {
    const slug = `lives-${way}`;
    const why = { key: 'why', type: 'freeform_text', is_optional: true };
    await world.putCampaign(slug, { preferences: [{ key: 'markets', type: 'markets' }, why] });
    const state = async () => (await world.ask('ann', STATE, { slug })).myEntry;
    await world.registerThrough(way, slug, [{ globalUserId: 'ann', why: 'because' }]);
    const first = await state();
    expect(first).toMatchObject({ version: 1, entry: JSON.stringify({ markets: [`${slug}-one`], why: 'because' }) });
    await world.registerThrough(way, slug, [{ globalUserId: 'ann', why: '' }]);
    const { ref, createdAt } = first ?? {};
    expect(await state()).toMatchObject({ version: 2, ref, createdAt, entry: JSON.stringify({ markets: [`${slug}-one`] }) });
    await world.ask('ann', WITHDRAW, { slug });
    await world.registerThrough(way, slug, [{ globalUserId: 'ann', why: '' }]);
    const again = await state();
    expect(again).toMatchObject({ version: 1, ref });
    expect(String(again?.createdAt) > String(createdAt)).toBe(true);
  });

  test('a transfer moves the entry with its answers, and the old one is gone', async () => {
    const [club, slug] = [`old-${way}`, `new-${way}`];
    const tickets = { key: 'tickets', type: 'ticket_count', min: 1, max: 4 };
    await world.putCampaign(club, { preferences: [{ key: 'markets', type: 'markets' }, tickets, { key: 'size', type: 'name' }] });
    await world.putCampaign(slug, { gate: { linkedCampaign: club }, preferences: [{ key: 'markets', type: 'markets' }, tickets] });
    await world.register(club, { globalUserId: 'ann', tickets: '3', size: 'XL' });
    // A pre-registration is mostly over by then.
    await world.connection.campaign.setStatus({ params: { campaignId: club }, body: { status: 'CLOSED' } });
    const ann = { globalUserId: 'ann', tickets: '' };
    expect(await world.registerThrough(way, slug, [ann])).toEqual([{ reason: 'LINKED_ENTRY', field: '', rule: '' }]);
    expect(await entryOf(club, 'ann')).toMatchObject({ size: 'XL' });
    for (const _ of ['once', 'and again, as the answer may have been lost'])
      expect(await world.registerThrough(way, slug, [{ ...ann, doTransfer: 'true' }])).toEqual([PASSED]);
    expect(await entryOf(slug, 'ann')).toEqual({ markets: [`${slug}-one`], tickets: 3 });
    expect(await entryOf(club, 'ann')).toBeNull();
    await world.idle();
    expect(await world.connection.entry.getEntry({ params: { campaignId: slug, globalUserId: 'ann' } })).toMatchObject({ linkedFrom: club });
    await expect(world.connection.entry.getEntry({ params: { campaignId: club, globalUserId: 'ann' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('registering is possible from the very instant of the opening to the last before the close', async () => {
  const open = Date.UTC(2027, 1, 1, 10);
  const close = open + 3 * 86_400_000;
  const clock = createSetClock(open - 1);
  const early = await openGateWorld({ dataFolder: createTemporaryFolder((end) => ends.push(end)), clock });
  try {
    const at = (instant: number): string => new Date(instant).toISOString();
    const date = { open: at(open), close: at(close), presaleStart: at(close), presaleEnd: at(close + 5 * 86_400_000) };
    await early.putCampaign('hours', { date });
    const told = async (instant: number, fan: string): Promise<unknown> => {
      clock.advance(instant - clock.now());
      const { reason, detail } = await early.register('hours', { globalUserId: fan });
      return reason === null ? 'registered' : { reason, detail };
    };
    expect(await told(open - 1, 'a')).toEqual({ reason: 'CAMPAIGN_NOT_OPEN', detail: { opensAt: date.open } });
    expect(await told(open, 'b')).toBe('registered');
    expect(await told(close - 1, 'c')).toBe('registered');
    expect(await told(close, 'd')).toEqual({ reason: 'CAMPAIGN_CLOSED', detail: { closedAt: date.close } });
    expect(await told(close, 'b')).toEqual({ reason: 'CAMPAIGN_CLOSED', detail: { closedAt: date.close } });
  } finally {
    clock.advance(10_000);
    await early.close();
  }
});

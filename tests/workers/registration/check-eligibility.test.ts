import { describe, expect, test } from 'vitest';
import { openCampaign } from '../../support/campaign-files.ts';
import { entryItem } from '../../support/entry-item.ts';
import { app, createRegistrationWorld, fan, registration } from '../../support/registration-world.ts';

const open = openCampaign();
const gated = (gate: NonNullable<typeof open.campaign.gate>) => openCampaign({ gate });

describe('checkEligibility', () => {
  test('an eligible fan gets the normalised values, and nothing is written', async () => {
    const world = createRegistrationWorld({ campaigns: [open] });
    const answer = await world.check(fan('fan-1'), registration('fan-1', { entry: '{"markets":["paris-1"],"tickets":2}' }));
    expect(answer).toMatchObject({ isEligible: true, campaignId: 'summer-tour', fields: { markets: ['paris-1'], tickets: 2 } });
    expect(world.table.calls).toEqual([]);
  });

  test('an unknown campaign, a wrong entry and a close that has passed are answers', async () => {
    const world = createRegistrationWorld({ campaigns: [open] });
    expect(await world.check(fan('fan-1'), registration('fan-1', { slug: 'winter' }))).toEqual({ isEligible: false, reason: 'CAMPAIGN_NOT_FOUND' });
    expect(await world.check(fan('fan-1'), registration('fan-1', { entry: { tickets: 1 } }))).toMatchObject({
      reason: 'INVALID_ENTRY',
      detail: { field: 'markets', rule: 'required' },
    });
    world.clock.advance(7 * 86_400_000);
    expect(await world.check(fan('fan-1'), registration('fan-1'))).toMatchObject({ reason: 'CAMPAIGN_CLOSED', campaignId: 'summer-tour' });
  });

  test('the campaign is looked at before the gate, and the gate before the entry', async () => {
    const wrong = registration('fan-1', { entry: {} });
    const world = createRegistrationWorld({ campaigns: [gated({ inviteOnly: 'email' })] });
    expect(await world.check(fan('fan-1'), wrong)).toMatchObject({ reason: 'NO_INVITE' });
    world.clock.advance(7 * 86_400_000);
    expect(await world.check(fan('fan-1'), wrong)).toMatchObject({ reason: 'CAMPAIGN_CLOSED' });
  });

  test('an invite is looked up by the address in lower case', async () => {
    const world = createRegistrationWorld({ campaigns: [gated({ inviteOnly: 'email' })], invites: ['ann@example.org'] });
    expect(await world.check(fan('fan-1', { email: 'ANN@Example.org' }), registration('fan-1'))).toMatchObject({ isEligible: true });
    expect(world.asked).toEqual(['invite ann@example.org']);
  });

  test("an address that is the fan's own word is not asked for: the refusal says that it is not verified", async () => {
    const world = createRegistrationWorld({ campaigns: [gated({ inviteOnly: 'email' })], invites: ['ann@example.org'] });
    const form = registration('fan-1', { userInfo: { email: 'ann@example.org' } });
    const detail = { field: 'userInfo.email', rule: 'unverified' };
    expect(await world.check(fan('fan-1'), form)).toEqual({ isEligible: false, reason: 'NO_INVITE', campaignId: 'summer-tour', detail });
    expect(world.asked).toEqual([]);
  });

  test('an address that an app vouches for is asked for', async () => {
    const world = createRegistrationWorld({ campaigns: [gated({ inviteOnly: 'email' })], invites: ['ann@example.org'] });
    const app = { kind: 'app', name: 'reg', scopes: new Set(['entries:write']) } as const;
    expect(await world.check(app, registration('fan-1', { userInfo: { email: 'ann@example.org' } }))).toMatchObject({ isEligible: true });
  });

  test("the address of the fan's token decides, not the one in the form", async () => {
    const world = createRegistrationWorld({ campaigns: [gated({ inviteOnly: 'email' })], invites: ['ann@example.org'] });
    const form = registration('fan-1', { userInfo: { email: 'ann@example.org' } });
    expect(await world.check(fan('fan-1', { email: 'eve@example.org' }), form)).toMatchObject({ reason: 'NO_INVITE' });
  });

  test('a fan who holds an entry passes the gate again unasked', async () => {
    const world = createRegistrationWorld({ campaigns: [gated({ inviteOnly: 'email' })], stored: [entryItem({ globalUserId: 'fan-1' })] });
    expect(await world.check(fan('fan-1'), registration('fan-1'))).toMatchObject({ isEligible: true });
    expect(world.asked).toEqual([]);
  });

  test('a gate about places reads nothing of a fan who passes it', async () => {
    const world = createRegistrationWorld({ campaigns: [gated({ geo: { allowCountries: ['GB'] } })] });
    expect(await world.check(fan('fan-1'), registration('fan-1', { userInfo: { countryCode: 'GB' } }))).toMatchObject({ isEligible: true });
    expect(world.table.calls).toEqual([]);
    expect(await world.check(fan('fan-1'), registration('fan-1', { userInfo: { countryCode: 'CA' } }))).toMatchObject({ reason: 'GEO_RESTRICTED' });
  });

  test('what a gate goes by has to be readable before the gate is asked', async () => {
    const world = createRegistrationWorld({ campaigns: [gated({ geo: { denyCountries: ['CA'] }, inviteOnly: 'email' })] });
    const mistyped = await world.check(fan('fan-1'), registration('fan-1', { userInfo: { countryCode: 'UK', email: 'ann' } }));
    expect(mistyped).toMatchObject({
      reason: 'INVALID_ENTRY',
      detail: {
        invalid: [
          { field: 'userInfo.email', rule: 'format' },
          { field: 'userInfo.countryCode', rule: 'format' },
        ],
      },
    });
    expect(world.asked).toEqual([]);
  });

  test('a fan whom the User Service does not know has no card', async () => {
    const options = { campaigns: [gated({ card: { attribute: 'gold' } })], attributes: { 'fan-2': { gold: 'yes' } } };
    const world = createRegistrationWorld(options);
    expect(await world.check(fan('fan-1'), registration('fan-1'))).toMatchObject({ reason: 'INELIGIBLE_ENTRY' });
    expect(await world.check(fan('fan-2'), registration('fan-2'))).toMatchObject({ isEligible: true });
  });

  test('a proof of identity lets in whom it is about, and is not stored', async () => {
    const gate = { idv: { issuer: 'https://id.example', jwksUri: 'https://id.example/keys', tier: 2 } };
    const claims = { iss: 'https://id.example', sub: 'fan-1', exp: Date.UTC(2028, 0) / 1000, tier: 2 };
    const proofs = { good: claims, low: { ...claims, tier: 1 }, foreign: { ...claims, sub: 'fan-2' }, old: { ...claims, exp: Date.UTC(2026, 0) / 1000 } };
    const world = createRegistrationWorld({ campaigns: [gated(gate)], proofs });
    const answers = { markets: ['paris-1'], tickets: 1 };
    const check = (idvToken?: unknown) => world.check(fan('fan-1'), registration('fan-1', { entry: { ...answers, idvToken } }));
    expect(await check(' good ')).toMatchObject({ isEligible: true, fields: answers });
    expect(JSON.stringify(await check('good'))).not.toContain('good');
    for (const refused of ['low', 'foreign', 'old', 'none', '', undefined, 7])
      expect(await check(refused)).toEqual({ isEligible: false, reason: 'IDV_REQUIRED', campaignId: 'summer-tour' });
    expect(world.asked).not.toContain('proof undefined');
    expect(world.logged).toEqual([]);
  });

  test('a linked entry is offered for transfer, and its answers fill in what is missing', async () => {
    const linked = entryItem({ campaignId: 'fan-club', globalUserId: 'fan-1', entry: { markets: ['club-1'], tickets: 3 } });
    const world = createRegistrationWorld({ campaigns: [gated({ linkedCampaign: 'fan-club', inviteOnly: 'email' })], stored: [linked] });
    const entry = { markets: ['london-1'] };
    expect(await world.check(fan('fan-1'), registration('fan-1', { entry }))).toMatchObject({ reason: 'LINKED_ENTRY', linkedCampaignId: 'fan-club' });
    expect(await world.check(fan('fan-1'), registration('fan-1', { entry, doTransfer: true }))).toMatchObject({
      isEligible: true,
      linkedCampaignId: 'fan-club',
      fields: { markets: ['london-1'], tickets: 3 },
    });
    expect(world.asked).toEqual([]);
  });

  test('a service that is down is an answer and a log line without personal data', async () => {
    const world = createRegistrationWorld({ campaigns: [gated({ inviteOnly: 'email' })], entryServiceIsDown: true });
    expect(await world.check(fan('fan-1', { email: 'ann@example.org' }), registration('fan-1'))).toEqual({
      isEligible: false,
      reason: 'INTERNAL_SERVER_ERROR',
    });
    expect(world.logged.join('')).toContain('SERVICE_UNAVAILABLE');
    expect(world.logged.join('')).not.toContain('example.org');
  });

  test('who may ask: a fan for themselves, an app with the scope for anyone, nobody else', async () => {
    const world = createRegistrationWorld({ campaigns: [open] });
    const asIfFan2 = await world.check(fan('fan-1', { claims: { firstName: 'Zoë' } }), registration('fan-2'));
    expect(asIfFan2).toMatchObject({ registration: { userInfo: { globalUserId: 'fan-1', firstName: 'Zoë', lastName: 'Lee' } } });
    expect(await world.check(app('entries:write'), registration('fan-2'))).toMatchObject({ registration: { userInfo: { globalUserId: 'fan-2' } } });
    await expect(world.check(app('entries:read'), registration('fan-2'))).rejects.toMatchObject({ code: 'SCOPE_MISSING' });
    await expect(world.check({ kind: 'operator', name: 'op' }, registration('fan-2'))).rejects.toMatchObject({ code: 'SCOPE_MISSING' });
    await expect(world.check(null, registration('fan-2'))).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });

  test('an app that names no fan is told so among the invalid fields', async () => {
    const world = createRegistrationWorld({ campaigns: [gated({ inviteOnly: 'email' })] });
    expect(await world.check(app('entries:write'), registration('', { entry: {} }))).toMatchObject({
      reason: 'INVALID_ENTRY',
      detail: {
        invalid: expect.arrayContaining([
          { field: 'markets', rule: 'required' },
          { field: 'userInfo.globalUserId', rule: 'required' },
        ]),
      },
    });
  });
});

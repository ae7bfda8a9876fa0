import { describe, expect, test } from 'vitest';
import { openCampaign } from '../../support/campaign-files.ts';
import { entryItem } from '../../support/entry-item.ts';
import { app, createRegistrationWorld, fan } from '../../support/registration-world.ts';

const open = openCampaign();
const hidden = openCampaign({ options: { ...open.campaign.options, showAccessCode: false } });
const winner = entryItem({ globalUserId: 'fan-000001', verdict: 'WINNER', accessCode: 'CODE', version: 3 });
const slug = 'summer-tour';

describe('withdrawEntry', () => {
  test('removes the entry, whatever its verdict, and says whether there was one', async () => {
    const world = createRegistrationWorld({ campaigns: [open], stored: [winner] });
    expect(await world.withdraw(fan('fan-000001'), { slug })).toEqual({ isWithdrawn: true, campaignId: slug });
    expect(await world.withdraw(fan('fan-000001'), { slug })).toEqual({ isWithdrawn: false, campaignId: slug });
    expect(await world.withdraw(fan('fan-000001'), { slug: 'winter' })).toEqual({ isWithdrawn: false, reason: 'CAMPAIGN_NOT_FOUND' });
    expect(world.table.items.size).toBe(0);
  });

  test('an entry that changed at the same moment is withdrawn as it is now', async () => {
    const world = createRegistrationWorld({ campaigns: [open], stored: [winner] });
    world.table.meanwhile = () => world.table.items.set(winner.PK, { ...winner, version: 4 });
    expect(await world.withdraw(fan('fan-000001'), { slug })).toMatchObject({ isWithdrawn: true });
    expect(world.table.items.size).toBe(0);
  });

  test("nobody withdraws another's entry", async () => {
    const world = createRegistrationWorld({ campaigns: [open], stored: [winner] });
    expect(await world.withdraw(fan('fan-2'), { slug, globalUserId: 'fan-000001' })).toMatchObject({ isWithdrawn: false });
    await expect(world.withdraw(app('entries:read'), { slug, globalUserId: 'fan-000001' })).rejects.toMatchObject({ code: 'SCOPE_MISSING' });
    await expect(world.withdraw(null, { slug })).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    await expect(world.withdraw(app('entries:write'), { slug })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(world.table.items.size).toBe(1);
    expect(await world.withdraw(app('entries:write'), { slug, globalUserId: 'fan-000001' })).toMatchObject({ isWithdrawn: true });
  });
});

describe('readEntry', () => {
  test('shows a fan their entry with its reference', async () => {
    const world = createRegistrationWorld({ campaigns: [open], stored: [winner] });
    expect(await world.read(fan('fan-000001'), { slug })).toEqual({
      campaignId: slug,
      globalUserId: 'fan-000001',
      entry: winner.entry,
      verdict: 'WINNER',
      accessCode: 'CODE',
      ref: '2c6267d3af390caefdc30522c6218922',
      version: 3,
      createdAt: winner.createdAt,
      updatedAt: winner.updatedAt,
    });
  });

  test('hides the code where the campaign does', async () => {
    const world = createRegistrationWorld({ campaigns: [hidden], stored: [winner] });
    expect(await world.read(fan('fan-000001'), { slug })).not.toHaveProperty('accessCode');
  });

  test("nobody reads another's entry, but an app with the scope", async () => {
    const world = createRegistrationWorld({ campaigns: [open], stored: [winner] });
    expect(await world.read(fan('fan-2'), { slug, globalUserId: 'fan-000001' })).toBe(null);
    await expect(world.read(app('entries:write'), { slug, globalUserId: 'fan-000001' })).rejects.toMatchObject({ code: 'SCOPE_MISSING' });
    expect(await world.read(app('entries:read'), { slug, globalUserId: 'fan-000001' })).toMatchObject({ verdict: 'WINNER' });
    expect(await world.read(app('entries:read'), { slug: 'winter', globalUserId: 'fan-000001' })).toBe(null);
  });
});

describe('readCampaign', () => {
  test('shows everyone what they register for, and no secret of gate or codes', async () => {
    const shared = open.markets.map((market) => ({ ...market, codes: { mode: 'shared' as const, sharedCode: 'OPEN-SESAME' } }));
    const gate = { inviteOnly: 'email' as const, card: { attribute: 'gold-card' }, idv: { issuer: 'secret-issuer', jwksUri: 'https://keys.example', tier: 2 } };
    const world = createRegistrationWorld({ campaigns: [{ campaign: openCampaign({ gate }).campaign, markets: shared }] });
    const shown = await world.campaign(slug);
    expect(shown).toMatchObject({ slug, gate: { inviteOnly: 'email', asksForIdentity: true, asksForProfile: true }, markets: [{ id: 'london-1' }, {}, {}] });
    expect(JSON.stringify(shown)).not.toMatch(/SESAME|gold-card|secret-issuer|keys\.example/);
  });

  test('a draft is not shown', async () => {
    const world = createRegistrationWorld({ campaigns: [openCampaign({ status: 'DRAFT' })] });
    expect(await world.campaign(slug)).toBe(null);
    expect(await world.campaign('../etc')).toBe(null);
  });
});

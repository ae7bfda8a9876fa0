import { describe, expect, test } from 'vitest';
import { entryPartitionKey } from '../../../src/domain/entry.ts';
import { openCampaign } from '../../support/campaign-files.ts';
import { entryItem } from '../../support/entry-item.ts';
import { app, createRegistrationWorld, fan, registration } from '../../support/registration-world.ts';

const open = openCampaign();
const OPENING = '2027-02-01T10:00:00.000Z';
const keyOf = (globalUserId: string, campaignId = 'summer-tour'): string => entryPartitionKey({ campaignId, globalUserId });
const edit = registration('fan-1', { entry: { markets: ['london-1'], tickets: 4 } });

describe('upsertEntry', () => {
  test('a first registration is written whole, without a read before it, and answered with its reference', async () => {
    const world = createRegistrationWorld({ campaigns: [open] });
    expect(await world.upsert(fan('fan-000001'), registration('fan-000001'))).toEqual({
      isEligible: true,
      campaignId: 'summer-tour',
      ref: '2c6267d3af390caefdc30522c6218922',
      version: 1,
      createdAt: OPENING,
      updatedAt: OPENING,
    });
    expect(world.table.calls).toEqual(['put summer-tour']);
    expect(world.table.items.get(keyOf('fan-000001'))).toEqual({
      PK: 'ENTRY#summer-tour#fan-000001',
      SK: 'ENTRY',
      campaignId: 'summer-tour',
      globalUserId: 'fan-000001',
      entry: { markets: ['paris-1'], tickets: 2 },
      rankedMarkets: ['paris-1'],
      userInfo: { globalUserId: 'fan-000001', email: 'fan-000001@example.org', firstName: 'Ann', lastName: 'Lee', locale: 'en' },
      verdict: 'PENDING',
      needsReplication: true,
      version: 1,
      createdAt: OPENING,
      updatedAt: OPENING,
      fanModifiedAt: OPENING,
      correlationId: 'correlation-1',
    });
  });

  test('an entry carries the trace of its last change, and none where that is not recorded', async () => {
    const world = createRegistrationWorld({ campaigns: [open], traceparents: ['first', 'second'] });
    const traced = () => world.table.items.get(keyOf('fan-1'))?.traceparent;
    await world.upsert(fan('fan-1'), registration('fan-1'));
    expect(traced()).toBe('first');
    await world.upsert(fan('fan-1'), edit);
    expect(traced()).toBe('second');
    await world.upsert(fan('fan-1'), registration('fan-1'));
    expect(world.table.items.get(keyOf('fan-1'))).not.toHaveProperty('traceparent');
  });

  test('an ineligible fan is answered the reason, and nothing is written', async () => {
    const world = createRegistrationWorld({ campaigns: [open] });
    expect(await world.upsert(fan('fan-1'), registration('fan-1', { entry: { markets: ['paris-1'], tickets: 9 } }))).toEqual({
      isEligible: false,
      reason: 'INVALID_ENTRY',
      campaignId: 'summer-tour',
      detail: { field: 'tickets', rule: 'too_big', invalid: [{ field: 'tickets', rule: 'too_big' }] },
    });
    expect(world.table.items.size).toBe(0);
  });

  test('an edit changes what the fan said and keeps the rest', async () => {
    const stored = entryItem({ globalUserId: 'fan-1', verdict: 'WINNER', accessCode: 'CODE', needsReplication: false, version: 3, linkedFrom: 'fan-club' });
    const world = createRegistrationWorld({ campaigns: [open], stored: [stored] });
    world.clock.advance(60_000);
    expect(await world.upsert(fan('fan-1'), edit)).toMatchObject({ version: 4, createdAt: OPENING, updatedAt: '2027-02-01T10:01:00.000Z' });
    expect(world.table.items.get(stored.PK)).toEqual({
      ...stored,
      entry: { markets: ['london-1'], tickets: 4 },
      rankedMarkets: ['london-1'],
      userInfo: edit.userInfo,
      needsReplication: true,
      version: 4,
      updatedAt: '2027-02-01T10:01:00.000Z',
      fanModifiedAt: '2027-02-01T10:01:00.000Z',
    });
  });

  test('edits within one millisecond are told apart by their instants', async () => {
    const world = createRegistrationWorld({ campaigns: [open] });
    await world.upsert(fan('fan-1'), registration('fan-1'));
    await world.upsert(fan('fan-1'), edit);
    const instants = { updatedAt: '2027-02-01T10:00:00.001Z', fanModifiedAt: '2027-02-01T10:00:00.001Z', createdAt: OPENING };
    expect(world.table.items.get(keyOf('fan-1'))).toMatchObject(instants);
  });

  test('the same registration sent twice is one change', async () => {
    const world = createRegistrationWorld({ campaigns: [open] });
    const first = await world.upsert(fan('fan-1'), registration('fan-1'));
    world.clock.advance(60_000);
    expect(await world.upsert(fan('fan-1'), registration('fan-1'))).toEqual(first);
    expect(world.table.items.get(keyOf('fan-1'))?.version).toBe(1);
  });

  test('a change at the same moment is read again and edited, not overwritten', async () => {
    const stored = entryItem({ globalUserId: 'fan-1' });
    const world = createRegistrationWorld({ campaigns: [open], stored: [stored] });
    world.table.meanwhile = () => world.table.items.set(stored.PK, { ...stored, verdict: 'WINNER', version: 2 });
    await world.upsert(fan('fan-1'), edit);
    expect(world.table.items.get(stored.PK)).toMatchObject({ verdict: 'WINNER', version: 3, entry: { tickets: 4 } });
  });

  test('an entry that never stands still is a conflict, to be sent again', async () => {
    const stored = entryItem({ globalUserId: 'fan-1' });
    const world = createRegistrationWorld({ campaigns: [open], stored: [stored] });
    const change = (): void => {
      const current = world.table.items.get(stored.PK) ?? stored;
      world.table.items.set(stored.PK, { ...current, version: current.version + 1 });
      world.table.meanwhile = change;
    };
    world.table.meanwhile = change;
    await expect(world.upsert(fan('fan-1'), edit)).rejects.toMatchObject({ code: 'CONFLICT', retryable: true });
  });

  test('a gate that was passed over for an entry is not passed once that entry is gone', async () => {
    const stored = entryItem({ globalUserId: 'fan-1' });
    const world = createRegistrationWorld({ campaigns: [openCampaign({ gate: { inviteOnly: 'email' } })], stored: [stored] });
    await expect(world.upsert(fan('fan-1'), edit, () => world.table.items.clear())).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(world.table.items.size).toBe(0);
  });

  test('nothing is written once the close has passed, even between check and write', async () => {
    const world = createRegistrationWorld({ campaigns: [open] });
    const answer = await world.upsert(fan('fan-1'), registration('fan-1'), () => world.clock.advance(7 * 86_400_000));
    expect(answer).toMatchObject({ isEligible: false, reason: 'CAMPAIGN_CLOSED' });
    expect(world.table.items.size).toBe(0);
  });

  test('an app cannot lend its answer to another fan', async () => {
    const world = createRegistrationWorld({ campaigns: [open] });
    await world.upsert(app('entries:write'), registration('fan-7'));
    expect([...world.table.items.keys()]).toEqual([keyOf('fan-7')]);
    await expect(world.upsert(app(), registration('fan-8'))).rejects.toMatchObject({ code: 'SCOPE_MISSING' });
  });
});

describe('a transfer', () => {
  const linkedTo = openCampaign({ gate: { linkedCampaign: 'fan-club' } });
  const linked = entryItem({ campaignId: 'fan-club', globalUserId: 'fan-1', entry: { markets: ['club-1'], tickets: 3 }, verdict: 'WAITLIST', version: 5 });
  const transfer = registration('fan-1', { entry: { markets: ['london-1'] }, doTransfer: true });

  test('creates the entry here and removes the one there', async () => {
    const world = createRegistrationWorld({ campaigns: [linkedTo], stored: [linked] });
    expect(await world.upsert(fan('fan-1'), transfer)).toMatchObject({ isEligible: true, version: 1 });
    expect([...world.table.items.values()]).toMatchObject([
      { campaignId: 'summer-tour', linkedFrom: 'fan-club', verdict: 'PENDING', entry: { markets: ['london-1'], tickets: 3 }, version: 1 },
    ]);
  });

  test('sent twice it is one transfer', async () => {
    const world = createRegistrationWorld({ campaigns: [linkedTo], stored: [linked] });
    const first = await world.upsert(fan('fan-1'), transfer);
    expect(await world.upsert(fan('fan-1'), transfer)).toEqual(first);
    expect(await world.upsert(fan('fan-1'), { ...transfer, entry: { markets: ['london-1'], tickets: 3 } })).toEqual(first);
  });

  test('sent twice at the same moment it is one transfer', async () => {
    const world = createRegistrationWorld({ campaigns: [linkedTo], stored: [linked] });
    const [first, second] = await Promise.all([world.upsert(fan('fan-1'), transfer), world.upsert(fan('fan-1'), transfer)]);
    expect(first).toMatchObject({ isEligible: true, version: 1 });
    expect(second).toEqual(first);
    expect([...world.table.items.keys()]).toEqual([keyOf('fan-1')]);
  });

  test('an entry that was not transferred fills in nothing of an edit that asks for a transfer', async () => {
    const own = entryItem({ globalUserId: 'fan-1', entry: { markets: ['paris-1'], tickets: 4 } });
    const world = createRegistrationWorld({ campaigns: [linkedTo], stored: [own, linked] });
    expect(await world.upsert(fan('fan-1'), transfer)).toMatchObject({ reason: 'INVALID_ENTRY', detail: { field: 'tickets', rule: 'required' } });
    expect(world.table.items.get(linked.PK)).toEqual(linked);
  });

  test('goes on from campaign to campaign, and takes of each what the one before had', async () => {
    const third = openCampaign({ id: 'encore', slug: 'encore', gate: { linkedCampaign: 'summer-tour' } });
    const world = createRegistrationWorld({ campaigns: [linkedTo, third], stored: [linked] });
    expect(await world.upsert(fan('fan-1'), { ...transfer, slug: 'encore' })).toMatchObject({ reason: 'INELIGIBLE_ENTRY' });
    await world.upsert(fan('fan-1'), transfer);
    expect(await world.upsert(fan('fan-1'), { ...transfer, slug: 'encore' })).toMatchObject({ isEligible: true, version: 1 });
    expect([...world.table.items.values()]).toMatchObject([{ campaignId: 'encore', linkedFrom: 'summer-tour', entry: { tickets: 3 } }]);
  });

  test('takes what the other campaign wrote at the same moment along, and is no transfer when the entry there is withdrawn', async () => {
    const changed = createRegistrationWorld({ campaigns: [linkedTo], stored: [linked] });
    changed.table.meanwhile = () => changed.table.items.set(linked.PK, { ...linked, version: 6 });
    expect(await changed.upsert(fan('fan-1'), transfer)).toMatchObject({ isEligible: true });
    expect([...changed.table.items.keys()]).toEqual([keyOf('fan-1')]);

    const withdrawn = createRegistrationWorld({ campaigns: [linkedTo], stored: [linked] });
    await expect(withdrawn.upsert(fan('fan-1'), transfer, () => withdrawn.table.items.clear())).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(withdrawn.table.items.size).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyPack } from '../../src/domain/draw/verify-pack.ts';
import type { CallContext } from '../../src/services/contract.ts';
import { campaignFile, marketFile } from '../support/campaign-files.ts';
import { type CampaignServiceWorld, createCampaignServiceWorld, entryDocument, OPERATOR } from '../support/campaign-service-world.ts';

const params = { campaignId: 'summer-tour' };
const WEEK_MS = 7 * 86_400_000;
const SECOND: CallContext = { ...OPERATOR, caller: { kind: 'operator', name: 'second' } };

interface Places {
  readonly capacity: number;
  readonly waitlistCapacity: number;
}

/** A campaign past its close with the markets london-1 and paris-1; fans rank both, london-1 first, unless `rankings` says otherwise. */
const closedWorld = async (fans: number, places: Places, rankings: readonly (readonly string[])[] = []): Promise<CampaignServiceWorld> => {
  const world = await createCampaignServiceWorld();
  await put(world, places);
  for (let index = 0; index < fans; index += 1) {
    const markets = rankings[index] ?? ['london-1', 'paris-1'];
    world.entries.push(entryDocument(`fan-${String(index).padStart(3, '0')}`, { entry: { markets } }));
  }
  world.clock.advance(WEEK_MS);
  return world;
};
const put = ({ service }: CampaignServiceWorld, places: Places, ids: readonly string[] = ['london-1', 'paris-1']) =>
  service.putCampaign({ params, body: { file: campaignFile({ markets: ids.map((id) => marketFile(id, { ...places })) }) } }, OPERATOR);

const freeze = ({ service }: CampaignServiceWorld, body: object = {}) => service.freezeDraw({ params, body }, OPERATOR);
const reveal = ({ service }: CampaignServiceWorld, draw = 1) => service.revealDraw({ params: { ...params, draw }, body: {} }, OPERATOR);
const request = ({ service }: CampaignServiceWorld, marketIds?: string[]) =>
  service.requestDraw({ params, body: { reason: 'more places', ...(marketIds !== undefined && { marketIds }) } }, OPERATOR);
const approve = ({ service }: CampaignServiceWorld, { draw, requestId }: { readonly draw: number; readonly requestId: string }, by = SECOND) =>
  service.approveDraw({ params: { ...params, draw }, body: { requestId } }, by);
const resultsOf = async ({ service }: CampaignServiceWorld, draw: number) =>
  (await service.getDrawResults({ params: { ...params, draw }, query: {} }, OPERATOR)).results;
const entrantsOf = async (world: CampaignServiceWorld, draw: number): Promise<number> =>
  (await world.published(`draws/summer-tour/${draw}/entrants.csv`)).split('\n').length - 2;

/** What the flow does after a draw: verdicts come to the entries. */
const settle = async (world: CampaignServiceWorld, draw: number): Promise<void> => {
  for (const { globalUserId, verdict, marketId } of await resultsOf(world, draw)) {
    const index = world.entries.findIndex((entry) => entry.globalUserId === globalUserId);
    const entry = world.entries[index];
    if (entry !== undefined && entry.verdict !== 'WINNER')
      world.entries[index] = { ...entry, verdict, ...(marketId !== null && { accessCode: `${marketId}-${draw}-${index}` }) };
  }
};
const laterDraw = async (world: CampaignServiceWorld, marketIds?: string[]): Promise<number> => {
  const { draw, requestId } = await request(world, marketIds);
  await approve(world, { draw, requestId });
  await freeze(world, { draw });
  await reveal(world, draw);
  return draw;
};

describe('a later draw', () => {
  test('is made of what is left, once a second operator has approved it', async () => {
    const world = await closedWorld(10, { capacity: 2, waitlistCapacity: 1 });
    await expect(request(world)).rejects.toThrow('no draw yet');
    await freeze(world);
    await reveal(world);
    await settle(world, 1);
    await put(world, { capacity: 2, waitlistCapacity: 1 });
    const asked = await request(world, ['paris-1']);
    expect(asked).toMatchObject({ draw: 2, reason: 'more places', marketIds: ['paris-1'], requestedBy: 'test', approvedBy: null });
    await expect(freeze(world, { draw: 2 })).rejects.toThrow('second operator');
    await expect(approve(world, asked, OPERATOR)).rejects.toMatchObject({ code: 'STATE_INVALID' });
    await expect(approve(world, { draw: 2, requestId: 'of before' })).rejects.toMatchObject({ code: 'CONFLICT' });
    const again = await request(world, ['paris-1']);
    world.clock.advance(1000);
    expect(await approve(world, again)).toMatchObject({ approvedBy: 'second' });
    await expect(request(world)).rejects.toThrow('approved already');

    // A winner of Paris withdraws, so one place is left.
    const gone = (await resultsOf(world, 1)).find(({ marketId }) => marketId === 'paris-1')?.globalUserId;
    world.entries.splice(
      world.entries.findIndex(({ globalUserId }) => globalUserId === gone),
      1,
    );
    const frozen = await freeze(world, { draw: 2 });
    expect(frozen).toMatchObject({
      draw: 2,
      state: 'FROZEN',
      markets: [{ id: 'paris-1', capacity: 1, waitlistCapacity: 0 }],
      commitment: asked.commitment,
      entrantsCount: 6,
    });
    await reveal(world, 2);
    const winners = (await resultsOf(world, 2)).filter(({ verdict }) => verdict === 'WINNER');
    expect(winners).toHaveLength(1);
    expect((await resultsOf(world, 1)).find(({ globalUserId }) => globalUserId === winners[0]?.globalUserId)?.verdict).not.toBe('WINNER');
    expect(JSON.parse(await world.published('draws/summer-tour/2/rules.json'))).toMatchObject({ draw: 2, reason: 'more places', markets: [{ id: 'paris-1' }] });
  });

  test('names the draw before by the hash of its draw.json, and has a secret of its own', async () => {
    const world = await closedWorld(4, { capacity: 1, waitlistCapacity: 0 });
    const first = await freeze(world);
    await reveal(world);
    await settle(world, 1);
    const draw = await laterDraw(world);
    const rules = JSON.parse(await world.published('draws/summer-tour/2/rules.json'));
    const { createHash } = await import('node:crypto');
    expect(rules.previous).toBe(
      createHash('sha256')
        .update(await world.published('draws/summer-tour/1/draw.json'))
        .digest('hex'),
    );
    expect(rules.commitment).not.toBe(first.commitment);
    const file = (name: string) => world.files.read(`draws/summer-tour/${draw}/${name}`);
    const { checks } = await verifyPack({ rules: file('rules.json'), entrants: file('entrants.csv'), results: file('results.csv'), draw: file('draw.json') });
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('waits until the one before is drawn', async () => {
    const world = await closedWorld(4, { capacity: 1, waitlistCapacity: 0 });
    await freeze(world);
    await approve(world, await request(world));
    await expect(freeze(world, { draw: 2 })).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });

  test('is not taken part in by who has won and was not told yet, or was promoted', async () => {
    const world = await closedWorld(6, { capacity: 1, waitlistCapacity: 3 });
    await freeze(world);
    await reveal(world);
    const waiting = (await resultsOf(world, 1)).find(({ verdict }) => verdict === 'WAITLIST')?.globalUserId ?? '';
    await world.service.recordPromotions({ params: { marketId: 'london-1' }, body: { drawId: 'summer-tour/1', known: 0, globalUserIds: [waiting] } }, OPERATOR);
    await laterDraw(world);
    expect(await entrantsOf(world, 2)).toBe(3);
  });

  test('gives away the places that came after the first', async () => {
    const world = await closedWorld(5, { capacity: 1, waitlistCapacity: 0 });
    await freeze(world);
    await expect(put(world, { capacity: 2, waitlistCapacity: 0 })).rejects.toMatchObject({ code: 'STATE_INVALID' });
    await reveal(world);
    await settle(world, 1);
    await expect(put(world, { capacity: 0, waitlistCapacity: 0 })).rejects.toMatchObject({ code: 'STATE_INVALID' });
    await put(world, { capacity: 2, waitlistCapacity: 0 }, ['london-1', 'paris-1', 'berlin-1']);
    await laterDraw(world);
    expect((await resultsOf(world, 2)).map(({ verdict }) => verdict)).toEqual(['WINNER', 'WINNER', 'LOSER']);
  });

  test('knows who took part in it or in one before', async () => {
    const world = await closedWorld(3, { capacity: 1, waitlistCapacity: 0 });
    await freeze(world);
    const fans = world.entries.map(({ globalUserId }) => globalUserId);
    const find = (draw: number, globalUserIds: readonly string[]) =>
      world.service.findEntrants({ params: { ...params, draw }, body: { globalUserIds: [...globalUserIds] } }, OPERATOR);
    await expect(find(1, fans)).rejects.toMatchObject({ code: 'STATE_INVALID' });
    await reveal(world);
    await settle(world, 1);
    world.entries.push(entryDocument('fan-late'));
    expect(await find(1, ['fan-late', ...fans])).toEqual({ tookPart: [false, true, true, true] });
    await laterDraw(world);
    expect(await find(2, ['fan-late', 'nobody', ...fans])).toEqual({ tookPart: [true, false, true, true, true] });
    expect(await find(1, ['fan-late'])).toEqual({ tookPart: [false] });
  });

  test('starts as a selection of its own', async () => {
    const world = await closedWorld(4, { capacity: 1, waitlistCapacity: 0 });
    await freeze(world);
    await reveal(world);
    const start = () => world.service.startSelection({ params, body: { draw: 2 } }, OPERATOR);
    await expect(start()).rejects.toThrow('asked for first');
    const asked = await request(world);
    await expect(start()).rejects.toThrow('second operator');
    await approve(world, asked);
    expect(await start()).toMatchObject({ name: 'summer-tour-draw-2', status: 'RUNNING' });
  });
});

describe('a market drawn alone', () => {
  const alone = (world: CampaignServiceWorld, marketId: string, selectionCount: number, waitlistCount?: number) =>
    freeze(world, { market: { marketId, selectionCount, ...(waitlistCount !== undefined && { waitlistCount }) } });

  test('is the first draw where there is none, and is answered as it is when it is asked for again', async () => {
    const world = await closedWorld(6, { capacity: 3, waitlistCapacity: 2 }, [['paris-1'], ['london-1'], ['london-1', 'paris-1']]);
    const frozen = await alone(world, 'paris-1', 2, 1);
    expect(frozen).toMatchObject({ draw: 1, entrantsCount: 5, markets: [{ id: 'paris-1', capacity: 2, waitlistCapacity: 1 }] });
    expect(await alone(world, 'paris-1', 3)).toEqual(frozen);
    await reveal(world);
    expect(await alone(world, 'paris-1', 3)).toMatchObject({ draw: 1, state: 'DRAWN' });
    expect(await entrantsOf(world, 1)).toBe(5);
  });

  test('after another one is the next draw, without its winners, and needs nobody to approve it', async () => {
    const world = await closedWorld(6, { capacity: 2, waitlistCapacity: 1 });
    await alone(world, 'paris-1', 2);
    await expect(alone(world, 'london-1', 2)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await reveal(world);
    await settle(world, 1);
    expect(await alone(world, 'london-1', 9)).toMatchObject({ draw: 2, entrantsCount: 4, markets: [{ id: 'london-1', capacity: 2, waitlistCapacity: 1 }] });
    await expect(alone(world, 'madrid-1', 1)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('waits for a draw that is asked for', async () => {
    const world = await closedWorld(6, { capacity: 2, waitlistCapacity: 1 });
    await alone(world, 'paris-1', 2);
    await reveal(world);
    await request(world);
    await expect(alone(world, 'london-1', 2)).rejects.toMatchObject({ code: 'STATE_INVALID', message: expect.stringContaining('asked for') });
    expect(await alone(world, 'paris-1', 2)).toMatchObject({ draw: 1 });
  });

  test('leaves the rest of the campaign free to change, but keeps its market', async () => {
    const world = await closedWorld(4, { capacity: 2, waitlistCapacity: 1 });
    await alone(world, 'paris-1', 1);
    await put(world, { capacity: 5, waitlistCapacity: 5 }, ['london-1', 'paris-1', 'berlin-1']);
    await expect(put(world, { capacity: 2, waitlistCapacity: 1 }, ['london-1', 'berlin-1'])).rejects.toMatchObject({ code: 'STATE_INVALID' });
  });

  test('is refused before the close', async () => {
    const world = await closedWorld(4, { capacity: 2, waitlistCapacity: 1 });
    world.clock.advance(-1);
    await expect(alone(world, 'paris-1', 1)).rejects.toThrow('let fans in until');
  });
});

test('whatever is drawn after what, nobody wins twice and no market gives more than it has', async () => {
  const ranking = fc.constantFrom(['london-1'], ['paris-1'], ['london-1', 'paris-1'], ['paris-1', 'london-1']);
  const next = fc.record({ market: fc.constantFrom(undefined, 'london-1', 'paris-1'), withdrawn: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]), told: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(ranking, { minLength: 1, maxLength: 12 }),
      fc.nat(3),
      fc.nat(2),
      fc.array(next, { maxLength: 3 }),
      async (rankings, capacity, waitlistCapacity, later) => {
        const world = await closedWorld(rankings.length, { capacity, waitlistCapacity }, rankings);
        await freeze(world);
        await reveal(world);
        const drawn = [1];
        for (const { market, withdrawn, told } of later) {
          if (told) await settle(world, drawn.at(-1) ?? 1);
          for (const index of withdrawn) {
            const at = world.entries.findIndex(({ globalUserId }) => globalUserId === `fan-${String(index).padStart(3, '0')}`);
            if (at >= 0) world.entries.splice(at, 1);
          }
          drawn.push(await laterDraw(world, market === undefined ? undefined : [market]));
        }
        const winners = (await Promise.all(drawn.map((draw) => resultsOf(world, draw)))).flat().filter(({ verdict }) => verdict === 'WINNER');
        expect(new Set(winners.map(({ globalUserId }) => globalUserId)).size).toBe(winners.length);
        const there = new Set(world.entries.map(({ globalUserId }) => globalUserId));
        for (const id of ['london-1', 'paris-1'])
          expect(winners.filter(({ marketId, globalUserId }) => marketId === id && there.has(globalUserId)).length).toBeLessThanOrEqual(capacity);
      },
    ),
    { numRuns: 25 },
  );
});

import { describe, expect, test, vi } from 'vitest';
import { verifyPack } from '../../src/domain/draw/verify-pack.ts';
import { formatRecord } from '../../src/domain/pipeline-format.ts';
import type { EntryDocument } from '../../src/services/entry/contract.ts';
import { campaignFile, marketFile } from '../support/campaign-files.ts';
import { type CampaignServiceWorld, createCampaignServiceWorld, entryDocument, OPERATOR } from '../support/campaign-service-world.ts';

const CAMPAIGN = { campaignId: 'summer-tour' };
const DRAW_1 = { ...CAMPAIGN, draw: 1 };
const PACK = 'draws/summer-tour/1';
const WEEK_MS = 7 * 86_400_000;
const nothing = { body: {} };

const markets = (capacity: number, waitlistCapacity = 0) => ['london-1', 'paris-1'].map((id) => marketFile(id, { capacity, waitlistCapacity }));
const put = ({ service }: CampaignServiceWorld, changes: Readonly<Record<string, unknown>> = {}) =>
  service.putCampaign({ params: CAMPAIGN, body: { file: campaignFile(changes) } }, OPERATOR);
const freeze = ({ service }: CampaignServiceWorld) => service.freezeDraw({ params: CAMPAIGN, ...nothing }, OPERATOR);
const reveal = ({ service }: CampaignServiceWorld, publicRandomness?: string) =>
  service.revealDraw({ params: DRAW_1, body: publicRandomness === undefined ? {} : { publicRandomness } }, OPERATOR);
const fans = (count: number, changes: Partial<EntryDocument> = {}): EntryDocument[] =>
  Array.from({ length: count }, (_, index) => entryDocument(`fan-${String(index).padStart(5, '0')}`, changes));
const linesOf = async (world: CampaignServiceWorld, file: string): Promise<readonly string[]> =>
  (await world.published(`${PACK}/${file}`)).split('\n').slice(1, -1);

/** A campaign past its close, with this many fans. */
const closedWorld = async (count: number, changes: Readonly<Record<string, unknown>> = {}): Promise<CampaignServiceWorld> => {
  const world = await createCampaignServiceWorld();
  await put(world, { markets: markets(3, 2), ...changes });
  world.entries.push(...fans(count));
  world.clock.advance(WEEK_MS);
  return world;
};

describe('campaigns', () => {
  test('are listed a page at a time', async () => {
    const world = await createCampaignServiceWorld();
    for (const slug of ['tour-1', 'tour-2', 'tour-3']) {
      const file = campaignFile({ slug, markets: [marketFile(`${slug}-london`)] });
      await world.service.putCampaign({ params: { campaignId: slug }, body: { file } }, OPERATOR);
    }
    const seen: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await world.service.listCampaigns({ query: { limit: 2, ...(after === undefined ? {} : { after }) } }, OPERATOR);
      seen.push(...page.campaigns.map(({ id }) => id), '/');
      after = page.next;
    }
    expect(seen).toEqual(['tour-1', 'tour-2', '/', 'tour-3', '/']);
    await expect(world.service.listCampaigns({ query: { after: 'nobodys' } }, OPERATOR)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('a campaign file becomes a campaign, its records, and a published commitment', async () => {
    const world = await createCampaignServiceWorld();
    const { campaign } = await put(world);
    expect(await world.service.getCampaignBySlug({ params: { slug: 'summer-tour' } }, OPERATOR)).toMatchObject({ campaign });
    expect((await world.service.listCampaigns({ query: {} }, OPERATOR)).campaigns).toEqual([campaign]);
    expect(world.records.map(({ type }) => type)).toEqual(['CAMPAIGN', ...Array(3).fill(['MARKET', 'EVENT_MAPPING']).flat()]);
    expect(world.evicted).toEqual(['campaign:summer-tour', 'campaign:id:summer-tour']);
    const { commitment, draws } = await world.service.listDraws({ params: CAMPAIGN, query: {} }, OPERATOR);
    expect([commitment?.length, draws]).toEqual([64, []]);
    await put(world);
    expect((await world.service.listDraws({ params: CAMPAIGN, query: {} }, OPERATOR)).commitment).toBe(commitment);
  });

  test('putting it again keeps status and notifications, and forgets the former slug', async () => {
    const world = await createCampaignServiceWorld();
    await put(world);
    const notification = { dueAt: '2027-02-12T08:00:00.000Z', plannedAt: null, notifiedAt: null };
    await world.service.setStatus({ params: CAMPAIGN, body: { status: 'OPEN' } }, OPERATOR);
    await world.service.setNotification({ params: { marketId: 'paris-1' }, body: { notification } }, OPERATOR);
    expect(world.records.slice(-2).map(({ type }) => type)).toEqual(['CAMPAIGN', 'MARKET']);
    world.evicted.length = 0;
    const { campaign, markets: put2 } = await put(world, { id: 'summer-tour', slug: 'summer', name: 'Renamed' });
    expect([campaign.status, campaign.name, put2[1]?.notification]).toEqual(['OPEN', 'Renamed', notification]);
    expect(world.evicted.toSorted()).toEqual(['campaign:id:summer-tour', 'campaign:summer', 'campaign:summer-tour']);
  });

  test.each([
    ['a file with mistakes names each', { slug: 'summer-tour', name: 7, referenceTimezone: 'Mars/Olympus' }, ['name', 'referenceTimezone']],
    ['a file of another campaign', { slug: 'winter-tour' }, ['id']],
  ])('%s, and is refused', async (_, changes, paths) => {
    const world = await createCampaignServiceWorld();
    const refusal = put(world, changes);
    await expect(refusal).rejects.toMatchObject({ code: 'CAMPAIGN_INVALID', detail: { problems: paths.map((path) => expect.objectContaining({ path })) } });
    expect(world.records).toEqual([]);
  });

  test('a slug or market of another campaign is refused', async () => {
    const world = await createCampaignServiceWorld();
    await put(world);
    const other = (changes: Readonly<Record<string, unknown>>) =>
      world.service.putCampaign({ params: { campaignId: 'winter-tour' }, body: { file: campaignFile({ id: 'winter-tour', ...changes }) } }, OPERATOR);
    await expect(other({})).rejects.toMatchObject({ detail: { problems: [{ path: 'slug' }] } });
    const markets = ['rome-1', 'paris-1'].map((id) => marketFile(id));
    const problem = "paris-1 is a market of the campaign summer-tour already; a market's id is unique over all campaigns";
    await expect(other({ slug: 'winter-tour', markets })).rejects.toMatchObject({ detail: { problems: [{ path: 'markets[1].id', problem }] } });
  });

  test('a campaign is not open while its gate asks for an entry in one that there is not', async () => {
    const world = await createCampaignServiceWorld();
    const open = (campaignId: string) => world.service.setStatus({ params: { campaignId }, body: { status: 'OPEN' } }, OPERATOR);
    const linked = { gate: { linkedCampaign: 'fan-club' } };
    await put(world, linked);
    await expect(open('summer-tour')).rejects.toMatchObject({
      code: 'STATE_INVALID',
      message: expect.stringContaining('fan-club, and there is none of that id'),
    });
    await put(world);
    await open('summer-tour');
    await expect(put(world, linked)).rejects.toMatchObject({ code: 'STATE_INVALID' });
    const file = campaignFile({ slug: 'fan-club', markets: [marketFile('club-1')] });
    await world.service.putCampaign({ params: { campaignId: 'fan-club' }, body: { file } }, OPERATOR);
    expect((await put(world, linked)).campaign).toMatchObject({ status: 'OPEN', gate: linked.gate });
  });

  test('a market that the file lacks now is told as gone before it is; where nothing is saved, what is there is told anew', async () => {
    const world = await createCampaignServiceWorld();
    const { markets } = await put(world);
    const kept = (campaignFile().markets as readonly object[]).slice(0, 2);
    const told = () => world.records.splice(0).map(({ type, data, ...rest }) => `${type} ${'id' in data ? data.id : ''}${'isDeleted' in rest ? ' gone' : ''}`);
    told();
    await put(world, { markets: kept });
    expect(told().slice(0, 3)).toEqual([`MARKET ${markets[2]?.id} gone`, `EVENT_MAPPING ${markets[2]?.id} gone`, 'CAMPAIGN summer-tour']);
    await world.service.putCampaign(
      { params: { campaignId: 'winter-tour' }, body: { file: campaignFile({ slug: 'winter-tour', markets: [marketFile('winter-1')] }) } },
      OPERATOR,
    );
    told();
    await expect(put(world, { markets: kept.slice(0, 1), slug: 'winter-tour', id: 'summer-tour' })).rejects.toMatchObject({ code: 'CAMPAIGN_INVALID' });
    expect(told()).toEqual([
      `MARKET ${markets[1]?.id} gone`,
      `EVENT_MAPPING ${markets[1]?.id} gone`,
      'CAMPAIGN summer-tour',
      ...[0, 1].flatMap((index) => [`MARKET ${markets[index]?.id}`, `EVENT_MAPPING ${markets[index]?.id}`]),
    ]);
  });

  test('records of two changes within a millisecond have dedupe ids of their own', async () => {
    const world = await createCampaignServiceWorld();
    await put(world);
    await world.service.setStatus({ params: CAMPAIGN, body: { status: 'OPEN' } }, OPERATOR);
    const ids = world.records.map((record) => formatRecord(record).value.dedupe.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('what is not there is not found', async () => {
    const { service } = await createCampaignServiceWorld();
    await expect(service.getCampaign({ params: CAMPAIGN }, OPERATOR)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.getMarket({ params: { marketId: 'x' } }, OPERATOR)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.setStatus({ params: CAMPAIGN, body: { status: 'OPEN' } }, OPERATOR)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.getMarketStats({ params: { marketId: 'x' } }, OPERATOR)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

/** Of the Entry Service in this world, each of which is asked once before anything is answered. */
const PARTS = 3;

describe('the freeze', () => {
  test('is refused before the close', async () => {
    const world = await closedWorld(1);
    world.clock.advance(-1);
    await expect(freeze(world)).rejects.toMatchObject({ code: 'STATE_INVALID' });
    expect(world.listed()).toBe(0);
  });

  test('publishes entrants sorted by ref, over any number of pages, without saying who they are', async () => {
    const world = await closedWorld(2500);
    const draw = await freeze(world);
    expect(draw).toMatchObject({ drawId: 'summer-tour/1', state: 'FROZEN', entrantsCount: 2500 });
    const lines = await linesOf(world, 'entrants.csv');
    expect(lines).toEqual(lines.toSorted());
    expect(new Set(lines).size).toBe(2500);
    expect(lines[0]).toMatch(/^[0-9a-f]{32},0,1,london-1>paris-1$/);
    expect(JSON.parse(await world.published(`${PACK}/rules.json`))).toMatchObject({ draw: 1, previous: null, method: 'random', reason: 'first draw' });
  });

  test('takes whoever is pending without a code, ranks a market of the campaign and scores enough', async () => {
    const world = await closedWorld(0, { selection: { method: 'weighted', maxLots: 5, minScore: 500 } });
    world.entries.push(
      entryDocument('fan-in', { score: 1000 }),
      entryDocument('fan-gone-market', { score: 500, entry: { markets: ['rome-1', 'paris-1'] } }),
      entryDocument('fan-low', { score: 499 }),
      entryDocument('fan-unscored'),
      entryDocument('fan-nowhere', { score: 900, entry: { tickets: 1 } }),
      entryDocument('fan-code', { score: 900, accessCode: 'X' }),
      entryDocument('fan-won', { score: 900, verdict: 'WINNER' }),
      entryDocument('fan-elsewhere', { score: 900, campaignId: 'winter-tour' }),
    );
    await freeze(world);
    const lines = await linesOf(world, 'entrants.csv');
    expect(lines.map((line) => line.slice(33)).toSorted()).toEqual(['0,3,paris-1', '0,5,london-1>paris-1']);
  });

  test('gives each entrant the tier of their priority group, and freezes the groups with the rules', async () => {
    const groups = [
      { id: 'members', name: 'Members', minScore: 800 },
      { id: 'regulars', minScore: 300 },
    ];
    const world = await closedWorld(0, { selection: { priorityGroups: groups } });
    const putGroups = (priorityGroups: readonly object[]) => put(world, { markets: markets(3, 2), selection: { priorityGroups } });
    world.entries.push(entryDocument('fan-1', { score: 800 }), entryDocument('fan-2', { score: 799 }), entryDocument('fan-3'));
    await freeze(world);
    const lines = await linesOf(world, 'entrants.csv');
    expect(lines.map((line) => line.slice(33, 36)).toSorted()).toEqual(['0,1', '1,1', '2,1']);
    expect(JSON.parse(await world.published(`${PACK}/rules.json`)).priorityGroups).toEqual([
      { id: 'members', minScore: 800 },
      { id: 'regulars', minScore: 300 },
    ]);
    await expect(putGroups(groups.slice(1))).rejects.toMatchObject({ code: 'STATE_INVALID', message: expect.stringContaining('selection.priorityGroups') });
    await putGroups([{ ...groups[0], name: { en: 'Members', fr: 'Membres' } }, ...groups.slice(1)]);
  });

  test('is made once: later entries change nothing, also where the files have to be published again', async () => {
    const world = await closedWorld(5);
    const [first, second] = await Promise.all([freeze(world), freeze(world)]);
    expect(second).toEqual(first);
    const entrants = await world.published(`${PACK}/entrants.csv`);
    world.entries.push(entryDocument('fan-late'));
    expect(await freeze(world)).toEqual(first);
    expect(await world.published(`${PACK}/entrants.csv`)).toBe(entrants);
  });

  test('a call that comes while another process is at it is told to come again, and then gets what that one froze', async () => {
    const world = await closedWorld(1500);
    let goOn = (): void => undefined;
    world.hindrance = new Promise((resolve) => {
      goOn = resolve;
    });
    const first = freeze(world);
    const other = world.another();
    const again = () => other.freezeDraw({ params: CAMPAIGN, ...nothing }, OPERATOR);
    await vi.waitUntil(() => world.listed() === PARTS);
    await expect(again()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', detail: { retryAfter: 5 } });
    // A campaign that is being frozen stays as it is.
    await expect(other.putCampaign({ params: CAMPAIGN, body: { file: campaignFile() } }, OPERATOR)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    goOn();
    const frozen = await first;
    expect(frozen.entrantsCount).toBe(1500);
    expect(await again()).toEqual(frozen);
    expect(world.listed()).toBe(PARTS);
  });

  test('a process that went silent is taken over from, and freezes nothing any more', async () => {
    const world = await closedWorld(3);
    let goOn = (): void => undefined;
    world.hindrance = new Promise((resolve) => {
      goOn = resolve;
    });
    const first = freeze(world);
    await vi.waitUntil(() => world.listed() === PARTS);
    world.clock.advance(60_000);
    world.hindrance = Promise.resolve();
    const frozen = await world.another().freezeDraw({ params: CAMPAIGN, ...nothing }, OPERATOR);
    goOn();
    await expect(first).rejects.toMatchObject({ retryable: true });
    expect(await freeze(world)).toEqual(frozen);
  });

  test('a process that went silent freezes no campaign that was put meanwhile', async () => {
    const world = await closedWorld(3);
    let goOn = (): void => undefined;
    world.hindrance = new Promise((resolve) => {
      goOn = resolve;
    });
    const first = freeze(world);
    await vi.waitUntil(() => world.listed() === PARTS);
    world.clock.advance(60_000);
    await world.another().putCampaign({ params: CAMPAIGN, body: { file: campaignFile({ markets: markets(9, 9) }) } }, OPERATOR);
    goOn();
    await expect(first).rejects.toMatchObject({ retryable: true });
    await freeze(world);
    expect(JSON.parse(await world.published(`${PACK}/rules.json`)).markets[0]).toMatchObject({ capacity: 9 });
  });

  test('comes to the same bytes in parts and as one, in two processes at once, and after an Entry Service that failed on the way', async () => {
    const asOne = await closedWorld(4100);
    asOne.knowsParts = false;
    const { entrantsRoot, rulesHash } = await freeze(asOne);
    const entrants = await asOne.published(`${PACK}/entrants.csv`);

    const inParts = await closedWorld(4100);
    const [first, second] = await Promise.allSettled([freeze(inParts), inParts.another().freezeDraw({ params: CAMPAIGN, ...nothing }, OPERATOR)]);
    expect([first.status, second.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(inParts.listed()).toBeGreaterThan(PARTS);

    const broken = await closedWorld(4100);
    broken.failsAt = PARTS + 1;
    await expect(freeze(broken)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(await broken.draws.draw('summer-tour', 1)).toBeNull();

    for (const world of [inParts, broken]) {
      expect(await freeze(world)).toMatchObject({ entrantsCount: 4100, entrantsRoot, rulesHash });
      expect(await world.published(`${PACK}/entrants.csv`)).toBe(entrants);
    }
  });

  test('starts afresh after an attempt that failed half-way', async () => {
    const world = await closedWorld(3);
    const attempt = await world.draws.beginFreeze('summer-tour', 1);
    await world.draws.addEntrants(attempt, [{ ref: new Uint8Array(16), globalUserId: 'fan-of-before', tier: 0, lots: 1, markets: 'paris-1' }]);
    expect((await freeze(world)).entrantsCount).toBe(3);
  });

  test('holds markets, method and public randomness fast; the rest of the campaign may change', async () => {
    const world = await closedWorld(3);
    await freeze(world);
    await put(world, { markets: markets(3, 2), name: 'Renamed' });
    await expect(put(world, { markets: markets(4, 2) })).rejects.toMatchObject({
      code: 'STATE_INVALID',
      detail: { changed: ['the markets and their capacities (of which there may be more once it is drawn)'] },
    });
    await expect(
      put(world, { markets: markets(3, 2), selection: { method: 'score', publicRandomness: { kind: 'text', announced: 'dice' } } }),
    ).rejects.toMatchObject({
      detail: { changed: ['selection.method', 'selection.publicRandomness'] },
    });
  });
});

describe('the reveal', () => {
  test('publishes a pack that can be verified, and keeps who is who', async () => {
    const world = await closedWorld(20, { selection: { method: 'score', publicRandomness: { kind: 'text', announced: 'the dice' } } });
    world.entries.forEach((entry, index) => {
      world.entries[index] = { ...entry, score: index * 50 };
    });
    await freeze(world);
    await expect(reveal(world)).rejects.toThrow('the dice');
    const draw = await reveal(world, '4 8 15');
    expect(draw.state).toBe('DRAWN');
    const { checks } = await verifyPack({
      rules: world.files.read(`${PACK}/rules.json`),
      entrants: world.files.read(`${PACK}/entrants.csv`),
      results: world.files.read(`${PACK}/results.csv`),
      draw: world.files.read(`${PACK}/draw.json`),
    });
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    const { results, next } = await world.service.getDrawResults({ params: DRAW_1, query: { limit: 6 } }, OPERATOR);
    // By score the best are served first, and both markets hold three.
    expect(results.map(({ globalUserId }) => globalUserId)).toEqual(['fan-00019', 'fan-00018', 'fan-00017', 'fan-00016', 'fan-00015', 'fan-00014']);
    expect(results.map(({ marketId }) => marketId)).toEqual(['london-1', 'london-1', 'london-1', 'paris-1', 'paris-1', 'paris-1']);
    expect(next).toBe(6);
    const waiting = await world.service.getDrawResults({ params: DRAW_1, query: { marketId: 'paris-1', verdict: 'WAITLIST' } }, OPERATOR);
    expect(waiting.results.map(({ position, waitlist }) => [position, waitlist.length])).toEqual([
      [7, 2],
      [8, 2],
    ]);
    expect(await world.service.countDrawResults({ params: DRAW_1 }, OPERATOR)).toEqual({
      markets: { 'london-1': { eligible: 20, winners: 3, waitlisted: 2 }, 'paris-1': { eligible: 20, winners: 3, waitlisted: 2 } },
      losers: 12,
    });
  });

  test('a call that comes while another process is at it is told to come again, and then gets what that one drew', async () => {
    const world = await closedWorld(3);
    await freeze(world);
    const other = world.another();
    const outcomes = await Promise.allSettled([reveal(world), other.revealDraw({ params: DRAW_1, ...nothing }, OPERATOR)]);
    expect(outcomes[1]).toMatchObject({ status: 'rejected', reason: { code: 'SERVICE_UNAVAILABLE' } });
    expect(outcomes[0]).toMatchObject({ status: 'fulfilled', value: { state: 'DRAWN' } });
    expect(await other.revealDraw({ params: DRAW_1, ...nothing }, OPERATOR)).toEqual(await reveal(world));
  });

  test('is made once, whatever is said later', async () => {
    const world = await closedWorld(9);
    await freeze(world);
    const first = await reveal(world);
    const record = await world.published(`${PACK}/draw.json`);
    world.clock.advance(1000);
    expect(await reveal(world, 'words that come too late')).toEqual(first);
    expect(await freeze(world)).toEqual(first);
    expect(await world.published(`${PACK}/draw.json`)).toBe(record);
  });

  test('with nobody entered there is a draw, of nobody', async () => {
    const world = await closedWorld(0);
    await freeze(world);
    expect(await reveal(world)).toMatchObject({ state: 'DRAWN', entrantsCount: 0 });
    expect((await world.service.getDrawResults({ params: DRAW_1, query: {} }, OPERATOR)).results).toEqual([]);
    expect(await world.published(`${PACK}/results.csv`)).toBe('position,ref,verdict,market,waitlist\n');
  });

  test('is refused where entrants.csv was changed after the freeze', async () => {
    const world = await closedWorld(9);
    await freeze(world);
    const lines = (await world.published(`${PACK}/entrants.csv`)).split('\n');
    await world.files.write(`${PACK}/entrants.csv`, [lines.toSpliced(2, 1).join('\n')]);
    await expect(reveal(world)).rejects.toMatchObject({ code: 'DRAW_INVALID', message: expect.stringContaining('entrants.csv') });
    await world.files.write(`${PACK}/entrants.csv`, [lines.join('\n')]);
    await world.files.write(`${PACK}/rules.json`, ['{}\n']);
    await expect(reveal(world)).rejects.toMatchObject({ code: 'DRAW_INVALID', message: expect.stringContaining('rules.json') });
    expect(await world.files.exists(`${PACK}/draw.json`)).toBe(false);
  });

  test('is refused with a secret that does not open the commitment, and so is the freeze', async () => {
    const world = await closedWorld(2);
    await freeze(world);
    world.replaceDrawSecret();
    await expect(reveal(world)).rejects.toMatchObject({ code: 'DRAW_INVALID', message: expect.stringContaining('commitment') });
    const other = await closedWorld(2);
    other.replaceDrawSecret();
    await expect(freeze(other)).rejects.toMatchObject({ code: 'DRAW_INVALID' });
    expect(other.listed()).toBe(0);
  });

  test('keeps to the words that were recorded first', async () => {
    const world = await closedWorld(2, { selection: { publicRandomness: { kind: 'text', announced: 'the dice' } } });
    await freeze(world);
    await world.draws.recordRandomness('summer-tour', 1, Buffer.from('4 8 15').toString('hex'));
    await expect(reveal(world, '1 2 3')).rejects.toMatchObject({ code: 'STATE_INVALID' });
    expect(await reveal(world)).toMatchObject({ state: 'DRAWN' });
    expect(JSON.parse(await world.published(`${PACK}/draw.json`)).publicRandomness).toEqual({ kind: 'text', value: Buffer.from('4 8 15').toString('hex') });
  });

  test.each([
    ['words that nobody asked for', undefined, '1', 'INPUT_INVALID'],
    ['no words at all', { kind: 'text', announced: 'the dice' }, '', 'INPUT_INVALID'],
    ['half a character', { kind: 'text', announced: 'the dice' }, '\ud83c', 'INPUT_INVALID'],
  ])('%s: refused, and nothing is recorded', async (_, publicRandomness, words, code) => {
    const world = await closedWorld(2, publicRandomness === undefined ? {} : { selection: { publicRandomness } });
    await freeze(world);
    await expect(reveal(world, words)).rejects.toMatchObject({ code });
    expect((await world.draws.draw('summer-tour', 1))?.publicRandomness).toBeNull();
  });

  test('nothing is answered of a draw that is not drawn', async () => {
    const world = await closedWorld(2);
    await expect(reveal(world)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await freeze(world);
    await expect(world.service.countDrawResults({ params: DRAW_1 }, OPERATOR)).rejects.toMatchObject({ code: 'STATE_INVALID' });
    await reveal(world);
    await expect(world.service.getDrawResults({ params: DRAW_1, query: { marketId: 'paris-1', verdict: 'LOSER' } }, OPERATOR)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });
});

describe('selections', () => {
  const start = ({ service }: CampaignServiceWorld, body = {}) => service.startSelection({ params: CAMPAIGN, body }, OPERATOR);
  const end = (world: CampaignServiceWorld, name: string, status: 'FAILED' | 'SUCCEEDED') => {
    const execution = world.executions.get(name);
    if (execution !== undefined) world.executions.set(name, { ...execution, status });
  };

  test('the same draw runs once; a run that failed may be tried again', async () => {
    const world = await closedWorld(3);
    expect(await start(world)).toMatchObject({ name: 'summer-tour-draw-1', status: 'RUNNING' });
    expect(world.executions.get('summer-tour-draw-1')?.input).toEqual({ campaignId: 'summer-tour', draw: 1, drawId: 'summer-tour/1' });
    await start(world);
    expect(world.executions.size).toBe(1);
    end(world, 'summer-tour-draw-1', 'FAILED');
    expect((await start(world)).name).toBe('summer-tour-draw-1-retry-1');
    end(world, 'summer-tour-draw-1-retry-1', 'FAILED');
    expect((await start(world)).name).toBe('summer-tour-draw-1-retry-2');
    end(world, 'summer-tour-draw-1-retry-2', 'SUCCEEDED');
    expect((await start(world)).name).toBe('summer-tour-draw-1-retry-2');
    expect(await world.service.getSelection({ params: { ...CAMPAIGN, name: 'summer-tour-draw-1' } }, OPERATOR)).toMatchObject({ status: 'FAILED' });
    await expect(world.service.getSelection({ params: { campaignId: 'other', name: 'summer-tour-draw-1' } }, OPERATOR)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('one market of a draw that is frozen is a run of its own, with one number of places', async () => {
    const world = await closedWorld(3);
    const market = { marketId: 'paris-1', selectionCount: 2 };
    await expect(start(world, { market })).rejects.toMatchObject({ code: 'STATE_INVALID', message: expect.stringContaining('freeze it first') });
    await freeze(world);
    expect(await start(world, { market })).toMatchObject({ name: 'summer-tour-draw-1-market-2', status: 'RUNNING' });
    expect(world.executions.get('summer-tour-draw-1-market-2')?.input).toEqual({ campaignId: 'summer-tour', draw: 1, drawId: 'summer-tour/1', market });
    await start(world, { market });
    expect(world.executions.size).toBe(1);
    await expect(start(world, { market: { ...market, selectionCount: 3 } })).rejects.toMatchObject({
      code: 'STATE_INVALID',
      message: expect.stringContaining('with 2 places'),
    });
    await expect(start(world, { market: { ...market, marketId: 'rome-1' } })).rejects.toMatchObject({ code: 'STATE_INVALID' });
    end(world, 'summer-tour-draw-1-market-2', 'FAILED');
    expect((await start(world, { market: { ...market, selectionCount: 3 } })).name).toBe('summer-tour-draw-1-market-2-retry-1');
    expect((await start(world)).name).toBe('summer-tour-draw-1');
  });

  test('a run in which a market failed may be tried again, though the run went to its end', async () => {
    const world = await closedWorld(3);
    await start(world);
    end(world, 'summer-tour-draw-1', 'SUCCEEDED');
    const stats = { eligible: 3, selected: 3, waitlisted: 0, reserved: 0, enqueued: 0, failed: 0 };
    await world.service.reportCampaignStats(
      { params: { marketId: 'paris-1' }, body: { drawId: 'summer-tour/1', status: 'FAILED', stats, shortfall: 3 } },
      OPERATOR,
    );
    expect((await start(world)).name).toBe('summer-tour-draw-1-retry-1');
    expect(await world.service.getMarketStats({ params: { marketId: 'paris-1' } }, OPERATOR)).toMatchObject({ status: 'FAILED', shortfall: 3, stats });
  });

  test('nothing starts before the close, without the words the rules ask for, or for a later draw', async () => {
    const world = await closedWorld(3, { selection: { publicRandomness: { kind: 'text', announced: 'the dice' } } });
    await expect(start(world)).rejects.toThrow('the dice');
    await expect(start(world, { draw: 2, publicRandomness: '1' })).rejects.toMatchObject({ code: 'STATE_INVALID' });
    world.clock.advance(-1);
    await expect(start(world, { publicRandomness: '1' })).rejects.toThrow('let fans in until');
    expect(world.executions.size).toBe(0);
    world.clock.advance(1);
    await start(world, { publicRandomness: '1' });
    expect([...world.executions.values()][0]?.input).toMatchObject({ publicRandomness: '1' });
  });

  test('a market is refreshed once its campaign is drawn', async () => {
    const world = await closedWorld(3);
    const refresh = () => world.service.refreshMarket({ params: { marketId: 'paris-1' } }, OPERATOR);
    await freeze(world);
    await expect(refresh()).rejects.toMatchObject({ code: 'STATE_INVALID' });
    await reveal(world);
    await refresh();
    expect(world.refreshes).toEqual([{ campaignId: 'summer-tour', marketId: 'paris-1' }]);
  });

  test('counts and promotions add up in the stats of the market', async () => {
    const world = await closedWorld(3);
    const report = { reportId: 'r1', marketId: 'paris-1', drawId: 'summer-tour/1', counts: { winners: 2, waitlisted: 1, losers: 0, withdrawn: 1 } };
    expect(await world.service.addVerdictCounts({ body: { reports: [report, report] } }, OPERATOR)).toEqual({ added: 1, known: 1 });
    const params = { marketId: 'paris-1' };
    const promote = (known: number) =>
      world.service.recordPromotions({ params, body: { drawId: 'summer-tour/1', known, globalUserIds: [`fan-${known}`] } }, OPERATOR);
    expect([await promote(0), await promote(0), await promote(1)]).toEqual([{ recorded: true }, { recorded: false }, { recorded: true }]);
    expect(await world.service.listPromotions({ params, query: { drawId: 'summer-tour/1' } }, OPERATOR)).toEqual({
      globalUserIds: ['fan-0', 'fan-1'],
      next: null,
    });
    const page = await world.service.listPromotions({ params, query: { drawId: 'summer-tour/1', after: 0, limit: 1 } }, OPERATOR);
    expect(page).toEqual({ globalUserIds: ['fan-0'], next: 1 });
    expect(await world.service.getMarketStats({ params }, OPERATOR)).toMatchObject({ status: 'NONE', drawId: null, verdicts: report.counts, promoted: 2 });
  });
});

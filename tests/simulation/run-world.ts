import { createSeededRandom } from '../support/seeded-random.ts';
import { CLOSE, codesOf, MARKETS, OPEN, SLUG, simulatedCampaign, UNIQUE_MARKETS } from './campaign.ts';
import { planWishes } from './fans.ts';
import { problemsOf } from './invariants.ts';
import { createWorld, type World } from './world.ts';

export interface Run {
  readonly trace: readonly string[];
  /** What broke an invariant; empty when all is well. */
  readonly problems: readonly string[];
}

/** A whole campaign under faults, then healed and held against the invariants. */
export const runWorld = async (seed: number): Promise<Run> => {
  const world = await createWorld(seed);
  try {
    await liveThrough(world);
    return { trace: world.faults.trace, problems: await problemsOf(world) };
  } catch (error) {
    return { trace: world.faults.trace, problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  } finally {
    await world.close();
  }
};

const params = { campaignId: SLUG };

const liveThrough = async (world: World): Promise<void> => {
  const script = createSeededRandom(world.seed ^ 0xfa75);
  const below = (limit: number): number => Math.floor(script.fraction() * limit);
  await world.operate('campaign', 'putCampaign', { params, body: { file: simulatedCampaign() } });
  for (const marketId of UNIQUE_MARKETS) await world.operate('code', 'importCodes', { params: { marketId }, body: { codes: codesOf(marketId) } });
  await world.operate('campaign', 'setStatus', { params, body: { status: 'OPEN' } });

  for (const { at, fan, wish } of planWishes(script, world.fans, OPEN, CLOSE)) {
    await world.until(at);
    if (!fan.busy) world.ask(fan, wish);
    await world.turns(below(4));
  }
  await world.until(CLOSE);
  // An operator waits until what was acknowledged has arrived; one who does not leaves the rest out of the draw.
  if (below(3) > 0) await world.settle();
  await world.operate('campaign', 'setStatus', { params, body: { status: 'CLOSED' } });
  await select(world, below);
  await withdrawSome(world, below);
  for (const marketId of MARKETS) await world.operate('campaign', 'refreshMarket', { params: { marketId } });
  await world.turns(below(200));
  if (below(2) === 0) await withdrawSome(world, below);
  const healsLate = below(2) === 0;
  if (healsLate) await world.until(AFTER_REMINDERS, QUARTER_OF_AN_HOUR);

  world.faults.heal();
  await world.settle();
  await select(world, () => LAST);
  for (let round = 0; round < 2; round += 1) {
    for (const marketId of MARKETS) await world.operate('campaign', 'refreshMarket', { params: { marketId } });
    await world.settle();
  }
  await world.until(AFTER_ALL_TRIES, QUARTER_OF_AN_HOUR);
  await world.settle();
};

const QUARTER_OF_AN_HOUR = 900_000;
/** The reminders are due on 12 February at 8, and the presale starts at 10. */
const AFTER_REMINDERS = Date.UTC(2027, 1, 12, 14);
/** What is planned as late as that, as results are, has had its five tries by then. */
const AFTER_ALL_TRIES = Date.UTC(2027, 1, 12, 17);

/** What an operator does while the selection runs: mostly nothing; sometimes a refresh in between, or a day in which nothing ran. */
const disturb = async (world: World, below: (limit: number) => number): Promise<void> => {
  const disturbance = below(6);
  if (disturbance > 1) return;
  await world.turns(below(150));
  if (disturbance === 0) world.clock.advance(MORE_THAN_A_DAY);
  if (!world.files.texts.has(`draws/${SLUG}/1/draw.json`)) return;
  for (const marketId of MARKETS) await world.operate('campaign', 'refreshMarket', { params: { marketId } }).catch(() => undefined);
};

/** Longer than a reservation lasts. */
const MORE_THAN_A_DAY = 25 * 3_600_000;
const LAST = 5;

const select = async (world: World, below: (limit: number) => number): Promise<void> => {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const { name } = await world.operate<{ readonly name: string }>('campaign', 'startSelection', { params, body: { draw: 1 } });
    await disturb(world, below);
    await world.settle();
    const { status } = await world.operate<{ readonly status: string }>('campaign', 'getSelection', { params: { ...params, name } });
    if (status === 'SUCCEEDED') return;
  }
  throw new Error('The selection never succeeds.');
};

const withdrawSome = async (world: World, below: (limit: number) => number): Promise<void> => {
  for (const fan of world.fans) {
    if (below(6) > 0 || fan.busy) continue;
    world.ask(fan, null);
    await world.turns(below(10));
  }
};

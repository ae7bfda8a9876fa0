import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryItem } from '../../../src/domain/entry.ts';
import type { EntryChange } from '../../../src/domain/message.ts';
import { createReplicationWorld, type ReplicationWorld } from '../../support/replication-world.ts';

type Step =
  | { readonly kind: 'change' | 'withdraw' | 'win'; readonly fan: number }
  | { readonly kind: 'deliver'; readonly picks: readonly number[]; readonly again: boolean };

const FANS = ['ann', 'bob', 'cid'];
const fan = fc.nat({ max: FANS.length - 1 });
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('change' as const), fan }) },
    fc.record({ kind: fc.constant('withdraw' as const), fan }),
    fc.record({ kind: fc.constant('win' as const), fan }),
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('deliver' as const), picks: fc.array(fc.nat(), { maxLength: 4 }), again: fc.boolean() }) },
  ),
  { maxLength: 30 },
);

const replicated = (item: EntryItem | null) => {
  if (item === null) return null;
  const { PK: _pk, SK: _sk, needsReplication: _flag, correlationId: _id, rankedMarkets: _markets, userInfo: _info, ...rest } = item;
  return { ...rest, score: 500 };
};

/** Every record arrives at least once, in any order and company, as often as a queue likes. */
const live = async (world: ReplicationWorld, taken: readonly Step[]): Promise<void> => {
  const waiting: EntryChange[] = [];
  const seen: EntryChange[] = [];
  const listen = async (): Promise<void> => {
    const fresh = await world.changes();
    waiting.push(...fresh);
    seen.push(...fresh);
  };
  const take = async (step: Step): Promise<void> => {
    if (step.kind === 'deliver') {
      const pool = step.again ? seen : waiting;
      const picked = step.picks.flatMap((pick) => pool[pick % Math.max(1, pool.length)] ?? []);
      if (!step.again) for (const change of picked) if (waiting.includes(change)) waiting.splice(waiting.indexOf(change), 1);
      await world.save(picked);
      return;
    }
    const name = FANS[step.fan] ?? '';
    const item = await world.current(name);
    if (step.kind === 'change') await (item === null ? world.fan.register(name) : world.fan.edit(item, { entry: { tickets: item.version } }));
    else if (item !== null && step.kind === 'withdraw') await world.fan.withdraw(item);
    else if (item !== null) {
      const at = new Date(world.clock.now()).toISOString();
      await world.table.writeVerdicts([
        { ...item, verdict: 'WINNER', accessCode: `CODE-${name}`, selection: { drawId: 'summer-tour/1', position: 1, marketId: 'london-1', waitlist: [] }, at },
      ]);
    }
  };
  for (const step of taken) {
    await take(step);
    await listen();
  }
  for (let change = waiting.pop(); change !== undefined; change = waiting.pop()) await world.save([change]);
};

test('whatever fans do and however the records arrive, the replica ends as the table, and nothing is still flagged', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const world = await createReplicationWorld();
      await live(world, taken);
      for (const name of FANS) {
        const item = await world.current(name);
        expect(await world.replica(name)).toEqual(replicated(item));
        expect(item?.needsReplication ?? false).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});

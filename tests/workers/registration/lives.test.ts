import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSqliteChangeStream } from '../../../src/adapters/sqlite/sqlite-change-stream.ts';
import { createSqliteEntryTable } from '../../../src/adapters/sqlite/sqlite-entry-table.ts';
import { openCampaign } from '../../support/campaign-files.ts';
import { entryItem } from '../../support/entry-item.ts';
import { createRegistrationWorld, fan, registration } from '../../support/registration-world.ts';
import { createSetClock } from '../../support/set-clock.ts';
import { createSqliteFolder } from '../../support/sqlite-folder.ts';

const ann = fan('fan-1');

test('an entry that was made in this very millisecond is withdrawn once its instants are 200 ms past', async () => {
  const world = createRegistrationWorld({ campaigns: [openCampaign()] });
  const { clock } = world;
  const registered = clock.now();
  await world.upsert(ann, registration('fan-1'));
  await world.withdraw(ann, { slug: 'summer-tour' });
  expect(clock.now()).toBe(registered + 200);
  await world.upsert(ann, registration('fan-1'));
  clock.advance(200);
  const before = clock.now();
  await world.withdraw(ann, { slug: 'summer-tour' });
  expect(clock.now()).toBe(before);
});

test('an entry dated far ahead by a broken clock can be withdrawn within a second', async () => {
  const stored = entryItem({ globalUserId: 'fan-1', updatedAt: '2031-01-01T00:00:00.000Z' });
  const world = createRegistrationWorld({ campaigns: [openCampaign()], stored: [stored] });
  const before = world.clock.now();
  expect(await world.withdraw(ann, { slug: 'summer-tour' })).toMatchObject({ isWithdrawn: true });
  expect(world.clock.now()).toBe(before + 1000);
});

test('a withdrawal that meets a life begun meanwhile waits for that one too', async () => {
  const world = createRegistrationWorld({ campaigns: [openCampaign()] });
  await world.upsert(ann, registration('fan-1'));
  world.table.meanwhile = () => {
    // Another device withdrew and registered again: the same key at the same version.
    const [[key, first] = expect.fail()] = world.table.items;
    const now = new Date(world.clock.now()).toISOString();
    world.table.items.set(key, { ...first, createdAt: now, updatedAt: now });
  };
  const asked = world.clock.now();
  expect(await world.withdraw(ann, { slug: 'summer-tour' })).toMatchObject({ isWithdrawn: true });
  expect(world.clock.now()).toBe(asked + 400);
});

/** What one device of the fan asks for, one after the other. */
const device = fc.array(fc.constantFrom('register', 'register', 'withdraw'), { minLength: 1, maxLength: 6 });

test('whatever a fan does on several devices within a millisecond, each life is later than the one before', async () => {
  const clock = createSetClock();
  const engine = await createSqliteFolder().open();
  const entryTable = createSqliteEntryTable({ engine, clock });
  const stream = createSqliteChangeStream({ engine, clock, consumers: ['test'] });
  const world = createRegistrationWorld({ campaigns: [openCampaign()], entryTable, clock });
  let fans = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(device, { minLength: 2, maxLength: 4 }), fc.infiniteStream(fc.nat(9)), async (devices, chance) => {
      fans += 1;
      const id = `fan-${fans}`;
      let tickets = 0;
      const use = async (steps: readonly string[]): Promise<void> => {
        for (const step of steps) {
          for (let turns = chance.next().value; turns > 0; turns -= 1) await nextTurn();
          tickets += 1;
          const entry = { markets: ['paris-1'], tickets: 1 + (tickets % 4) };
          const done = step === 'register' ? world.upsert(fan(id), registration(id, { entry })) : world.withdraw(fan(id), { slug: 'summer-tour' });
          // Too many conflicts are a fair answer to somebody with four devices.
          await done.catch((error: unknown) => expect(error).toMatchObject({ code: 'CONFLICT' }));
        }
      };
      await Promise.all(devices.map(use));
      const births: string[] = [];
      for (let changes = await stream.read('test', 100); changes.length > 0; changes = await stream.read('test', 100)) {
        for (const { eventName, newImage } of changes) if (eventName === 'INSERT' && newImage !== null) births.push(newImage.createdAt);
        await stream.checkpoint('test', changes.at(-1)?.sequenceNumber ?? '');
      }
      expect(births).toEqual([...new Set(births)].sort());
    }),
    { numRuns: 60 },
  );
});

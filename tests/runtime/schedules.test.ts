import { expect, test } from 'vitest';
import { createSqliteScheduleMemory } from '../../src/adapters/sqlite/sqlite-schedule-memory.ts';
import { createSchedules } from '../../src/runtime/embedded/schedules.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';

const at = (text: string): number => Date.parse(text);

const createWorld = async (start: string) => {
  const folder = createSqliteFolder();
  const clock = createSetClock(at(start));
  const runs: string[] = [];
  let fails = false;
  const open = async () =>
    createSchedules({
      memory: createSqliteScheduleMemory({ engine: await folder.open() }),
      invoke: async (worker, event) => {
        runs.push(`${worker} ${(event as { readonly time: string }).time}`);
        if (fails) throw new Error('down');
      },
      clock,
      random: createSeededRandom(1),
      log: silentLog,
    });
  return {
    clock,
    open,
    failing: (value: boolean) => {
      fails = value;
    },
    taken: () => runs.splice(0),
  };
};

test('each schedule runs once a scheduled time, known by it', async () => {
  const { clock, open, taken } = await createWorld('2027-02-12T08:00:00Z');
  const schedules = await open();
  await schedules.runDue();
  expect(taken()).toEqual([
    'notificationGenerator 2027-02-12T00:00:00.000Z',
    'planSends 2027-02-12T08:00:00.000Z',
    'triggerReminderEmail 2027-02-12T08:00:00.000Z',
  ]);
  await schedules.runDue();
  clock.advance(at('2027-02-12T08:00:59Z') - clock.now());
  await schedules.runDue();
  expect(taken()).toEqual([]);
  clock.advance(at('2027-02-12T08:01:00Z') - clock.now());
  await schedules.runDue();
  expect(taken()).toEqual(['triggerReminderEmail 2027-02-12T08:01:00.000Z']);
});

test('runs that were missed are made up by one', async () => {
  const { clock, open, taken } = await createWorld('2027-02-12T08:00:00Z');
  const schedules = await open();
  await schedules.runDue();
  taken();
  clock.advance(at('2027-02-15T11:30:20Z') - clock.now());
  await schedules.runDue();
  expect(taken()).toEqual([
    'notificationGenerator 2027-02-15T00:00:00.000Z',
    'planSends 2027-02-15T11:00:00.000Z',
    'triggerReminderEmail 2027-02-15T11:30:00.000Z',
  ]);
});

test('a restart repeats no run', async () => {
  const { open, taken } = await createWorld('2027-02-12T08:00:00Z');
  await (await open()).runDue();
  taken();
  await (await open()).runDue();
  expect(taken()).toEqual([]);
});

test('a run that fails holds up no other schedule, and comes again with the next that are due', async () => {
  const { clock, open, failing, taken } = await createWorld('2027-02-12T08:00:00Z');
  const schedules = await open();
  failing(true);
  await schedules.runDue();
  expect(taken()).toHaveLength(3);
  failing(false);
  clock.advance(at('2027-02-12T09:00:00Z') - clock.now());
  await schedules.runDue();
  expect(taken()).toEqual([
    'notificationGenerator 2027-02-12T00:00:00.000Z',
    'planSends 2027-02-12T09:00:00.000Z',
    'triggerReminderEmail 2027-02-12T09:00:00.000Z',
  ]);
});

test.each(['2027-03-28', '2027-10-31'])(
  'no run falls into the gap of summer time or comes twice in its fold: on %s, when clocks in London change, each hour has one',
  async (day) => {
    const { clock, open, taken } = await createWorld(`${day}T00:00:00Z`);
    const schedules = await open();
    for (let quarter = 0; quarter < 24 * 4; quarter += 1) {
      await schedules.runDue();
      clock.advance(15 * 60_000);
    }
    const runs = taken();
    const hours = Array.from({ length: 24 }, (_, hour) => `planSends ${day}T${String(hour).padStart(2, '0')}:00:00.000Z`);
    expect(runs.filter((run) => run.startsWith('planSends'))).toEqual(hours);
    expect(runs.filter((run) => run.startsWith('notificationGenerator'))).toEqual([`notificationGenerator ${day}T00:00:00.000Z`]);
  },
);

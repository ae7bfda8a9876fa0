import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRunClock } from '../../src/cli/run/run-clock.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const OPENING = Date.parse('2027-02-01T10:00:00Z');
const DAY = 86_400_000;

test('it starts at the opening, and goes on from where a run ended', async () => {
  const folder = createTemporaryFolder();
  const first = createRunClock(folder, createSetClock(0), OPENING);
  expect(first.now()).toBe(OPENING);
  first.jumpTo(OPENING + DAY);
  first.save();
  expect(createRunClock(folder, createSetClock(0), OPENING).now()).toBe(OPENING + DAY);
});

test('a run that is killed leaves no instant behind that comes again', async () => {
  const folder = createTemporaryFolder();
  const system = createSetClock(0);
  const killed = createRunClock(folder, system, OPENING);
  let latest = 0;
  for (let step = 0; step < 200; step += 1) {
    system.advance(7_000);
    if (step % 50 === 0) killed.jumpTo(killed.now() + DAY);
    latest = killed.now();
  }
  const next = createRunClock(folder, createSetClock(0), OPENING).now();
  expect(next).toBeGreaterThan(latest);
  expect(next).toBeLessThanOrEqual(latest + 60_000);
});

test('it starts no earlier than the last write of a folder that was served by the wall clock', async () => {
  const folder = createTemporaryFolder();
  await writeFile(join(folder, 'reg.db'), '');
  expect(createRunClock(folder, createSetClock(0), 0).now()).toBeGreaterThan(Date.parse('2020-01-01T00:00:00Z'));
});

test('its instants are whole milliseconds, as they are stored, also where the folder was last written in between two', async () => {
  const folder = createTemporaryFolder();
  await writeFile(join(folder, 'reg.db'), '');
  const seconds = OPENING / 1000 + 0.0005;
  await utimes(join(folder, 'reg.db'), seconds, seconds);
  expect(createRunClock(folder, createSetClock(0), 0).now()).toBe(OPENING + 1);
});

test('a file that holds no instant is refused by its name', async () => {
  const folder = createTemporaryFolder();
  const clock = createRunClock(folder, createSetClock(0), OPENING);
  clock.save();
  expect(await readFile(join(folder, 'run', 'clock'), 'utf8')).toBe('2027-02-01T10:00:00.000Z\n');
  await writeFile(join(folder, 'run', 'clock'), 'yesterday\n');
  expect(() => createRunClock(folder, createSetClock(0), OPENING)).toThrow(`${join(folder, 'run', 'clock')}: holds no instant`);
});

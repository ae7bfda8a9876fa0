import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../adapters/file/make-folder.ts';
import { createOffsetClock, type OffsetClock } from '../../adapters/system/offset-clock.ts';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';

/** The clock of one data folder; it never goes back behind what the folder has seen, also over restarts. */
export interface RunClock extends OffsetClock {
  /** Leaves the present in the file, so that the next run goes on from here. */
  save(): void;
}

/** The file is always so far ahead of the clock, so that a run that is killed leaves none of its instants behind it. */
const AHEAD_MS = 60_000;

/** Starts at `opening` (milliseconds since the epoch), or where the data folder has got to, if that is later. */
export const createRunClock = (dataFolder: string, system: Clock, opening: number): RunClock => {
  const file = join(dataFolder, 'run', 'clock');
  const seen = readInstant(file) ?? lastServed(dataFolder);
  const clock = createOffsetClock(system, Math.max(opening, seen ?? 0));
  let promised = seen ?? 0;

  const promise = (instant: number): void => {
    writeInstant(file, instant);
    promised = instant;
  };
  const now = (): number => {
    const instant = clock.now();
    if (instant >= promised) promise(instant + AHEAD_MS);
    return instant;
  };
  return {
    now,
    sleep: clock.sleep,
    jumpTo: (instant) => {
      if (instant >= promised) promise(instant + AHEAD_MS);
      clock.jumpTo(instant);
    },
    save: () => promise(clock.now()),
  };
};

const readInstant = (file: string): number | null => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const instant = Date.parse(text);
  if (Number.isNaN(instant))
    throw new RegError('CONFIG_INVALID', `${file}: holds no instant; remove the file if this data folder may begin at the campaign's opening`);
  return instant;
};

/** A folder that was served by the wall clock has got as far as its last write; whole milliseconds, as instants are stored. */
const lastServed = (dataFolder: string): number | null => {
  const database = statSync(join(dataFolder, 'reg.db'), { throwIfNoEntry: false });
  return database === undefined ? null : Math.ceil(database.mtimeMs);
};

/** By renaming: a reader finds the old instant or the new one. */
const writeInstant = (file: string, instant: number): void => {
  makeFolder(dirname(file));
  writeFileSync(`${file}.new`, `${new Date(instant).toISOString()}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { connect } from '../../src/cli/connection.ts';
import type { RunSummary } from '../../src/cli/run/summary.ts';
import { serve } from '../support/real-process.ts';
import { runCommand } from '../support/run-command.ts';
import { silentLog } from '../support/silent-log.ts';
import { allEntries, type ComparableEntry } from './entries.ts';
import { SLUG, TOUR, tourSecrets } from './tour.ts';

/** The tour as the embedded runtime left it. */
export interface OneMachineRun {
  readonly summary: RunSummary;
  readonly results: string;
  readonly entries: ReadonlyMap<string, ComparableEntry>;
}

/** Runs the whole tour in one process, with the secrets of the tests. */
export const runOnOneMachine = async (dataFolder: string): Promise<OneMachineRun> => {
  for (const [name, value] of tourSecrets) {
    const file = join(dataFolder, 'secrets', name);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, value, { mode: 0o600 });
  }
  const { status, stdout, stderr } = await runCommand(['run', TOUR, '--data', dataFolder, '--json']);
  if (status !== 0) throw new Error(`reg run ended with ${status}: ${stderr}`);
  const served = await serve(dataFolder, ['--empty']);
  const clock = createSystemClock();
  const connection = connect({ url: served.url, token: null, dataFolder, deployment: null, clock, random: createSystemRandom(clock), log: silentLog });
  try {
    return {
      summary: JSON.parse(stdout),
      results: await readFile(join(dataFolder, 'reports', SLUG, 'draws/1/results.csv'), 'utf8'),
      entries: await allEntries(connection, SLUG),
    };
  } finally {
    await connection.close();
    await served.stop();
  }
};

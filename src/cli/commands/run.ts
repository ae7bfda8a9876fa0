import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { System } from '../../runtime/system.ts';
import { connect } from '../connection.ts';
import { FAILED } from '../failure.ts';
import { type JsonFlag, logLevelOr, openWorkplace, withJson } from '../options.ts';
import { createOutput } from '../output.ts';
import { readRunFolder } from '../run/input-folder.ts';
import { openJournal } from '../run/journal.ts';
import { runCampaign } from '../run/run-campaign.ts';
import { createRunClock, type RunClock } from '../run/run-clock.ts';
import { runReport } from '../run/run-report.ts';
import { IN_FLIGHT } from '../run/stage.ts';
import { untilSignal } from '../until-signal.ts';
import { whereabouts } from './serve.ts';

interface RunFlags extends JsonFlag {
  readonly data?: string;
  readonly keepOpen?: true;
  readonly publicRandomness?: string;
}

const TICK_MS = 500;

export const addRunCommand = (program: Command): void => {
  withJson(
    program
      .command('run')
      .argument('<folder>', 'folder with campaign.yaml, fans.csv, codes/<marketId>.csv and, where wanted, invites.csv and withdrawals.csv')
      .option('--data <dir>', 'data folder of the run (default: ./data/run-<slug>)')
      .option('--keep-open', 'leave the system serving afterwards')
      .option('--public-randomness <text>', 'the words or numbers drawn in public, where the rules ask for a text')
      .description('take a whole campaign from files, from its opening to the last mail, on a clock of its own'),
  ).action(async (folder: string, flags: RunFlags) => {
    const output = createOutput(flags.json === true);
    const input = await readRunFolder(folder);
    const dataFolder = resolve(flags.data ?? join('data', `run-${input.file.slug}`));
    // On its own clock a rate limit would mean nothing, and everything comes from one address.
    const workplace = openWorkplace({ dataFolder, port: 0, logLevel: logLevelOr('warn'), addressRate: null, fanRate: null });
    const { config, random, log } = workplace;
    const clock = createRunClock(dataFolder, workplace.clock, Date.parse(input.expected.campaign.date.open));
    const { createSystem } = await import('../../runtime/embedded/system.ts');
    const system = await createSystem({ config, clock, random, log, ticking: false });
    const connection = connect({ url: system.url, token: null, dataFolder, clock, random, log });
    const graphql = connection.graphql({ scopes: ['entries:read', 'entries:write'], connections: IN_FLIGHT });
    const journal = await openJournal(join(dataFolder, 'run', `${input.file.slug}.jsonl`), input.fans.file);
    try {
      const result = await runCampaign(
        { input, system, clock, connection, graphql, journal, note: output.note, problem: () => {} },
        { dataFolder, topicPrefix: config.topicPrefix, publicRandomness: flags.publicRandomness ?? null },
      );
      output.answer(result.summary, () => runReport(result));
      if (flags.json === true) for (const problem of result.problems) output.note(problem);
      if (result.problems.length > 0) process.exitCode = FAILED;
      if (flags.keepOpen === true) await keepOpen(system, clock, dataFolder);
    } finally {
      clock.save();
      await journal.close();
      await graphql.close();
      await connection.close();
      await system.stop();
    }
  });
};

/** Serves until a signal comes, with schedules and delayed messages at their time. */
const keepOpen = async (system: System, clock: RunClock, dataFolder: string): Promise<void> => {
  process.stderr.write(`${whereabouts(system, dataFolder)}\n`);
  const stopping = new AbortController();
  const stopped = untilSignal().then(() => stopping.abort());
  while (!stopping.signal.aborted) {
    await system.runDueSchedules();
    await system.drain();
    await clock.sleep(TICK_MS, stopping.signal).catch(() => undefined);
  }
  await stopped;
};

import { join, resolve } from 'node:path';
import type { Config } from '../../config.ts';
import { createSystem } from '../../runtime/embedded/system.ts';
import type { System } from '../../runtime/system.ts';
import { connect } from '../connection.ts';
import { FAILED } from '../failure.ts';
import { logLevelOr, openWorkplace } from '../options.ts';
import { createOutput } from '../output.ts';
import { whereabouts } from '../serve.ts';
import { untilSignal } from '../until-signal.ts';
import { readRunFolder } from './input-folder.ts';
import { journalPath, openJournal } from './journal.ts';
import { runCampaign } from './run-campaign.ts';
import { createRunClock, type RunClock } from './run-clock.ts';
import { runReport } from './run-report.ts';
import { IN_FLIGHT } from './stage.ts';

export interface RunFolderOptions {
  /** Null: `./data/run-<slug>`. */
  readonly dataFolder: string | null;
  readonly keepOpen: boolean;
  readonly publicRandomness: string | null;
  readonly json: boolean;
}

const TICK_MS = 500;
/** The second operator of a run; the first is the command's own. */
const APPROVER = 'reg-approver';

/** Starts a system of its own on the campaign's clock, runs the folder through it and prints what came of it. */
export const runFolder = async (folder: string, options: RunFolderOptions): Promise<void> => {
  const output = createOutput(options.json);
  const input = await readRunFolder(folder);
  const dataFolder = resolve(options.dataFolder ?? join('data', `run-${input.file.slug}`));
  // On a clock of its own a rate limit would mean nothing, and everything comes from one address.
  const workplace = openWorkplace({ dataFolder, port: 0, logLevel: logLevelOr('warn'), addressRate: null, fanRate: null });
  const { config, random, log } = workplace;
  const clock = createRunClock(dataFolder, workplace.clock, Date.parse((input.preRegistration ?? input).expected.campaign.date.open));
  const system = await createSystem({ config, clock, random, log, ticking: false });
  const place = { url: system.url, token: null, dataFolder, deployment: null, clock, random, log };
  const connection = connect(place);
  const approver = connect({ ...place, operator: APPROVER });
  const graphql = connection.graphql({ scopes: ['entries:read', 'entries:write'], connections: IN_FLIGHT });
  const journal = await openJournal(journalPath(dataFolder, input.file.slug), input.fans.file);
  try {
    const result = await runCampaign(
      { input, system, clock, connection, approver, graphql, journal, note: output.note },
      { dataFolder, topicPrefix: config.topicPrefix, hasOutbox: config.smtp === null, publicRandomness: options.publicRandomness },
    );
    output.answer(result.summary, () => runReport(result));
    if (options.json) for (const problem of result.problems) output.note(problem);
    if (result.problems.length > 0) process.exitCode = FAILED;
    if (options.keepOpen) await keepServing(system, clock, config);
  } finally {
    clock.save();
    await journal.close();
    await graphql.close();
    await connection.close();
    await approver.close();
    await system.stop();
  }
};

/** Serves until a signal comes, with schedules and delayed messages at their time. */
const keepServing = async (system: System, clock: RunClock, config: Config): Promise<void> => {
  process.stderr.write(`${whereabouts(system, config)}\n`);
  const stopping = new AbortController();
  const stopped = untilSignal(clock).then(() => stopping.abort());
  while (!stopping.signal.aborted) {
    await system.runDueSchedules();
    await system.drain();
    await clock.sleep(TICK_MS, stopping.signal).catch(() => undefined);
  }
  await stopped;
};

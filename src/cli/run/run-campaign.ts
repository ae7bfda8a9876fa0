import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import type { FlowState } from '../../runtime/system.ts';
import { createRefusedFile } from '../refused-file.ts';
import { type RegistrationCounts, registerFans } from '../register-fans.ts';
import { importLists, openCampaign } from './open-campaign.ts';
import { awaitPresale, sendDueMails } from './presale.ts';
import { reconcile } from './reconcile.ts';
import { copyFolder, countRecords, type RunSummary, writeSummary, writeWinners } from './results.ts';
import { makeDraw, selectWinners } from './selection.ts';
import { IN_FLIGHT, type RunContext, settle } from './stage.ts';
import { createStopwatch } from './stopwatch.ts';
import { refreshMarkets, withdrawFans } from './withdrawals.ts';

export interface RunOptions {
  readonly dataFolder: string;
  readonly topicPrefix: string;
  /** Whether mails are files, and not sent through a mail server. */
  readonly hasOutbox: boolean;
  /** The words drawn in public, where the campaign's rules ask for some. */
  readonly publicRandomness: string | null;
}

export interface RunResult {
  readonly summary: RunSummary;
  readonly flow: FlowState;
  readonly winners: number;
  readonly folder: string;
  /** What is wrong, in words; empty where `reconciled`. */
  readonly problems: readonly string[];
}

/** Takes a whole campaign from its opening to the last mail, over HTTP, and writes its reports. */
export const runCampaign = async (
  context: Omit<RunContext, 'problem'>,
  { dataFolder, topicPrefix, hasOutbox, publicRandomness }: RunOptions,
): Promise<RunResult> => {
  const { input, connection, clock, note, journal, system } = context;
  const problems: string[] = [];
  const watched: RunContext = { ...context, problem: (line) => problems.push(line) };
  const watch = createStopwatch(['register', 'replicate', 'draw', 'select', 'mail']);
  const folder = join(dataFolder, 'reports', input.file.slug);
  await mkdir(folder, { recursive: true, mode: 0o700 });

  const opened = await openCampaign(watched);
  const { campaign } = opened;
  const params = { campaignId: campaign.id };
  const close = Date.parse(campaign.date.close);
  const codes = await importLists(watched, opened);
  await settle(watched, close);

  note(`Registering ${input.fans.rows} rows of ${input.fans.file} …`);
  const accepted = new Map<string, number>();
  const counts = await watch.time('register', () => register(watched, folder, accepted));
  await watch.time('replicate', () => settle(watched, close));
  await watch.time('mail', () => sendDueMails(watched, campaign.id, close));
  const { entries } = await connection.entry.countEntries({ params });
  const replicated = entries + [...journal.withdrawn].filter((fan) => accepted.has(fan)).length;

  await journal.save();
  note('Closing and drawing …');
  clock.jumpTo(close);
  if (campaign.status !== 'CLOSED') await connection.campaign.setStatus({ params, body: { status: 'CLOSED' } });
  await watch.time('draw', () => makeDraw(watched, campaign.id, publicRandomness));
  note('Selecting the winners …');
  await watch.time('select', () => selectWinners(watched, campaign.id));
  await watch.time('mail', () => sendDueMails(watched, campaign.id, Date.parse(campaign.date.presaleEnd)));

  const withdrawn = await withdrawFans(watched, opened, accepted);
  await refreshMarkets(watched, opened);
  note('Living until the presale …');
  await watch.time('mail', () => awaitPresale(watched, opened));
  await settle(watched, Number.POSITIVE_INFINITY);

  note('Comparing everything with everything …');
  const winners = await writeWinners(connection, opened, join(folder, 'winners.csv'));
  await copyFolder(join(dataFolder, 'files', 'draws', campaign.id, '1'), join(folder, 'draws', '1'));
  const mails = hasOutbox ? await copyFolder(join(dataFolder, 'outbox'), join(folder, 'outbox'), '.eml') : null;
  const report = await connection.export.campaignReport({ params });
  await reconcile(watched, opened, { accepted, codes, topicPrefix, packFolder: join(folder, 'draws', '1'), winners, mails, mail: report.mail });
  if (counts.refused.INTERNAL_SERVER_ERROR !== undefined) problems.push(`${counts.refused.INTERNAL_SERVER_ERROR} registrations failed inside the system`);
  const flow = await system.flow();
  const { planned, sent, failed, ambiguous } = report.mail;
  const summary: RunSummary = {
    registered: counts.registered,
    refused: counts.refused,
    withdrawn,
    replicated,
    markets: marketsOf(opened, report.markets),
    mail: { planned, sent, failed, ambiguous },
    records: await countRecords(connection, topicPrefix, campaign.id),
    deadLetters: [...flow.queues, ...flow.streams].reduce((sum, { deadLetters }) => sum + deadLetters, 0),
    reconciled: problems.length === 0,
    seconds: watch.seconds(),
  };
  await writeSummary(join(folder, 'summary.json'), summary);
  clock.save();
  return { summary, flow, winners, folder, problems };
};

const register = async (context: RunContext, folder: string, accepted: Map<string, number>): Promise<RegistrationCounts> => {
  const { input, graphql, clock, journal } = context;
  const refusedFile = createRefusedFile(join(folder, 'refused.csv'));
  try {
    return await registerFans({
      slug: input.file.slug,
      file: input.fans.file,
      rows: input.fans.rows,
      graphql,
      clock,
      inFlight: IN_FLIGHT,
      known: journal.rows,
      settled: async (row, isKnown) => {
        if ('version' in row) accepted.set(row.globalUserId, row.version);
        await refusedFile.add(row);
        if (!isKnown) await journal.addRow(row);
      },
    });
  } finally {
    await refusedFile.close();
  }
};

type Report = Awaited<ReturnType<RunContext['connection']['export']['campaignReport']>>;

const marketsOf = ({ markets }: CampaignWithMarkets, report: Report['markets']): RunSummary['markets'] =>
  Object.fromEntries(
    markets.map(({ id }) => {
      const { eligible = 0, selected = 0, waitlisted = 0, reserved = 0, assigned = 0, promoted = 0 } = report[id] ?? {};
      return [id, { eligible, selected, waitlisted, reserved, assigned, promoted }];
    }),
  );

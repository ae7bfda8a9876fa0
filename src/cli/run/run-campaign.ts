import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FlowState } from '../../runtime/system.ts';
import { makeDraws } from './draws.ts';
import { importLists, openCampaign } from './open-campaign.ts';
import { preRegister } from './pre-registration.ts';
import { awaitPresale, sendDueMails } from './presale.ts';
import { reconcile } from './reconcile.ts';
import { redeemFans } from './redemptions.ts';
import { closeCampaign, registerAll } from './registration.ts';
import { copyFolder, countRecords, writeWinners } from './results.ts';
import { setScores } from './scores.ts';
import { type RunContext, settle } from './stage.ts';
import { createStopwatch } from './stopwatch.ts';
import { drawSummaries, marketSummaries, type RunSummary, writeSummary } from './summary.ts';

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

  const linked = input.preRegistration;
  const pre = linked === null ? null : await watch.time('register', () => preRegister(watched, linked, dataFolder, join(folder, 'pre-registration')));
  clock.jumpTo(Date.parse(input.expected.campaign.date.open));
  const opened = await openCampaign(watched);
  const params = { campaignId: opened.campaign.id };
  const close = Date.parse(opened.campaign.date.close);
  const imported = await importLists(watched, opened);
  await settle(watched, close);

  const { counts, accepted } = await watch.time('register', () => registerAll(watched, folder));
  await watch.time('replicate', () => settle(watched, close));
  await watch.time('mail', () => sendDueMails(watched, params.campaignId, close));
  const { entries } = await connection.entry.countEntries({ params });
  const replicated = entries + [...journal.withdrawn].filter((fan) => accepted.has(fan)).length;

  const scores = await setScores(watched, opened.campaign, accepted);
  await closeCampaign(watched, opened.campaign);
  const { campaign, withdrawn } = await makeDraws(watched, opened, { publicRandomness, watch, accepted });
  note('Living until the presale …');
  await watch.time('mail', () => awaitPresale(watched, campaign));
  await settle(watched, Number.POSITIVE_INFINITY);
  const redeemed = input.redemptions.length === 0 ? null : await redeemFans(watched, campaign, join(folder, 'redemptions.csv'));

  note('Comparing everything with everything …');
  const winners = await writeWinners(connection, campaign, 1 + input.laterDraws.length, join(folder, 'winners.csv'));
  const packFolders = [1, ...input.laterDraws.map(({ draw }) => draw)].map((draw) => join(folder, 'draws', String(draw)));
  for (const [index, pack] of packFolders.entries()) await copyFolder(join(dataFolder, 'files', 'draws', params.campaignId, String(index + 1)), pack);
  const mails = hasOutbox ? await copyFolder(join(dataFolder, 'outbox'), join(folder, 'outbox'), '.eml') : null;
  const report = await connection.export.campaignReport({ params });
  const codes = { imported, redeemed: redeemed?.fans ?? new Set<string>() };
  await reconcile(watched, campaign, { accepted, preRegistration: pre, codes, topicPrefix, packFolders, winners, mails, mail: report.mail });
  for (const { refused } of pre === null ? [counts] : [pre.counts, counts])
    if (refused.INTERNAL_SERVER_ERROR !== undefined) problems.push(`${refused.INTERNAL_SERVER_ERROR} registrations failed inside the system`);
  const flow = await system.flow();
  const { planned, sent, failed, ambiguous } = report.mail;
  const draws = await drawSummaries(connection, params.campaignId, input.laterDraws);
  const summary: RunSummary = {
    registered: counts.registered,
    refused: counts.refused,
    withdrawn,
    replicated,
    markets: marketSummaries(campaign, report.markets, draws),
    mail: { planned, sent, failed, ambiguous },
    records: await countRecords(connection, topicPrefix, params.campaignId),
    deadLetters: [...flow.queues, ...flow.streams].reduce((sum, { deadLetters }) => sum + deadLetters, 0),
    reconciled: problems.length === 0,
    seconds: watch.seconds(),
    ...(pre !== null && {
      preRegistration: {
        slug: pre.campaign.campaign.slug,
        registered: pre.counts.registered,
        refused: pre.counts.refused,
        moved: [...pre.accepted.keys()].filter((fan) => accepted.has(fan)).length,
      },
    }),
    ...(scores !== null && { scores }),
    ...(draws !== null && { draws }),
    ...(redeemed !== null && { redemptions: { redeemed: redeemed.fans.size, refused: redeemed.refused } }),
  };
  await writeSummary(join(folder, 'summary.json'), summary);
  clock.save();
  return { summary, flow, winners, folder, problems };
};

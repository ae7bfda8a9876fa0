import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { RegError } from '../../errors.ts';
import { eventTopics } from '../../topology.ts';
import { compareEvents } from '../reconcile/compare-events.ts';
import type { Findings } from '../reconcile/findings.ts';
import { verifyFolder } from '../verify-folder.ts';
import { compareCodes, type KnownCodes } from './compare-codes.ts';
import { compareEntries } from './compare-entries.ts';
import type { PreRegistration } from './pre-registration.ts';
import type { RunContext } from './stage.ts';

export interface ReconcileFacts {
  /** The last acknowledged version of each fan. */
  readonly accepted: ReadonlyMap<string, number>;
  readonly preRegistration: PreRegistration | null;
  readonly codes: KnownCodes;
  readonly topicPrefix: string;
  /** Of each draw. */
  readonly packFolders: readonly string[];
  /** Lines of winners.csv. */
  readonly winners: number;
  /** Files of the outbox; null where there is none. */
  readonly mails: number | null;
  readonly mail: { readonly planned: number; readonly sent: number; readonly failed: number; readonly ambiguous: number; readonly skipped: number };
}

/** Holds everything against everything; each difference is a problem of the run. */
export const reconcile = async (context: RunContext, campaign: CampaignWithMarkets, facts: ReconcileFacts): Promise<void> => {
  const { connection, journal, problem } = context;
  const report = ({ lines, count }: Findings): void => {
    for (const line of lines) problem(line);
    if (count > lines.length) problem(`… and ${count - lines.length} more like these`);
  };
  const topic = `${facts.topicPrefix}.${eventTopics.REGISTRATION}`;
  const { accepted, preRegistration: pre } = facts;
  const linked = pre === null ? null : { campaignId: pre.campaign.campaign.id, fans: new Set(pre.accepted.keys()) };
  const { findings, versions, winners } = await compareEntries(context, campaign, { accepted, left: journal.withdrawn, linked });
  report(findings);
  report(await compareCodes(connection, campaign, winners, facts.codes));
  report(await compareEvents(connection, topic, campaign.campaign.id, versions, journal.withdrawn));
  if (winners.size !== facts.winners) problem(`winners.csv names ${facts.winners} winners, the Entry Service has ${winners.size}`);
  await checkMarkets(context, campaign);
  await checkFlow(context);
  checkMail(context, facts);
  for (const folder of facts.packFolders) await checkDraw(context, folder);
  if (pre === null) return;
  const moved = new Set([...pre.accepted.keys()].filter((fan) => accepted.has(fan)));
  const there = await compareEntries(context, pre.campaign, { accepted: pre.accepted, left: moved, linked: null });
  report(there.findings);
  report(await compareEvents(connection, topic, pre.campaign.campaign.id, there.versions, moved));
};

const checkMarkets = async ({ connection, problem }: RunContext, { markets }: CampaignWithMarkets): Promise<void> => {
  for (const { id } of markets) {
    const { status, shortfall } = await connection.campaign.getMarketStats({ params: { marketId: id } });
    if (shortfall > 0) problem(`market ${id}: ${shortfall} codes are missing; import more and run "reg draw select"`);
    else if (status !== 'FINISHED') problem(`market ${id}: its selection is ${status}`);
  }
};

const checkFlow = async ({ system, problem }: RunContext): Promise<void> => {
  const { queues, streams } = await system.flow();
  for (const { queue, waiting, inFlight, delayed, deadLetters, sent, done, expired } of queues) {
    const left = waiting + inFlight + delayed;
    if (left > 0) problem(`${queue}: ${left} messages are left over`);
    if (deadLetters > 0) problem(`${queue}: ${deadLetters} dead letters; "reg dead-letters ${queue}" shows why`);
    if (expired !== null && expired > 0) problem(`${queue}: ${expired} messages expired`);
    const known = (done ?? 0) + left + deadLetters + (expired ?? 0);
    if (sent !== null && sent !== known) problem(`${queue}: ${sent} messages were sent, ${known} are accounted for`);
  }
  for (const { worker, behind, deadLetters } of streams) {
    if (behind !== null && behind > 0) problem(`${worker}: ${behind} records of the stream are left over`);
    if (deadLetters > 0) problem(`${worker}: ${deadLetters} dead letters`);
  }
};

const checkMail = ({ problem }: RunContext, { mail, mails }: ReconcileFacts): void => {
  const left = mail.planned - mail.sent - mail.failed - mail.ambiguous - mail.skipped;
  if (left > 0) problem(`${left} mails are planned and never went out`);
  if (mail.failed > 0) problem(`${mail.failed} mails could not be sent`);
  if (mails !== null && mails < mail.sent) problem(`${mail.sent} mails were sent, the outbox has ${mails}`);
};

const checkDraw = async ({ problem }: RunContext, folder: string): Promise<void> => {
  try {
    const { checks } = await verifyFolder(folder);
    for (const { name, ok, detail } of checks) if (!ok) problem(`draw: ${name}: ${detail}`);
  } catch (error) {
    if (!(error instanceof RegError)) throw error;
    problem(`draw: ${error.message}`);
  }
};

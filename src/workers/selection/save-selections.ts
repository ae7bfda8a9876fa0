import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { type EmailJobKey, resultOccurrence } from '../../domain/email-job.ts';
import type { EntrySelection } from '../../domain/entry.ts';
import type { Selection, SelectionChunk, VerdictCounts, VerdictReport } from '../../domain/message.ts';
import { missedReminder } from '../../domain/reminder.ts';
import { RegError } from '../../errors.ts';
import type { VerdictUpdate } from '../../ports/entry-table.ts';
import { campaignById } from '../campaign-by-id.ts';
import { sendFailures } from '../send-failures.ts';
import type { Batch, BatchFailure, BatchRecord, BatchResult, Worker, WorkerContext } from '../worker.ts';

interface SaveSelectionsCount extends Readonly<Record<string, number>> {
  readonly received: number;
  readonly failed: number;
  readonly winners: number;
  readonly waitlisted: number;
  readonly losers: number;
  readonly withdrawn: number;
}

type Context = WorkerContext<'saveSelections'>;
type Saved =
  | { readonly ok: true; readonly record: BatchRecord<SelectionChunk>; readonly counts: VerdictCounts; readonly told: readonly EmailJobKey[] }
  | { readonly ok: false; readonly failure: BatchFailure };

/**
 * Assigns codes through the Entry Service and writes verdicts to the demand-table, a chunk a message. A chunk whose
 * every outcome stands is reported once; one that does not is repeated whole, which changes nothing that was written.
 * Verdicts only move forward: who was to wait or to lose and has won meanwhile stays a winner, and that is no failure.
 */
export const saveSelections: Worker<'saveSelections', Batch<SelectionChunk>, BatchResult<SaveSelectionsCount>> = async ({ records }, context) => {
  const results = await Promise.all(records.map((record) => save(record, context)));
  const written = results.filter((result) => result.ok);
  const untold = await tell(written, context);
  const unheard = new Set(untold.map(({ id }) => id));
  const saved = written.filter(({ record }) => !unheard.has(record.id));
  const counted = saved.filter(({ record }) => record.body.counted !== 'nobody');
  const sent = await context.services.queues.verdictReporterQueue.send(
    counted.map(({ record, counts }) => ({
      body: reportOf(record.body, record.body.counted === 'winners' ? { ...counts, withdrawn: 0 } : counts),
      correlationId: record.correlationId,
      traceparent: record.traceparent,
    })),
  );
  const unreported = sendFailures(
    'verdictReporterQueue',
    counted.map(({ record }) => record.id),
    sent,
  );
  const failures = [...results.flatMap((result) => (result.ok ? [] : [result.failure])), ...untold, ...unreported];
  const sum = (name: keyof VerdictCounts): number => saved.reduce((total, { counts }) => total + counts[name], 0);
  return {
    failures,
    count: {
      received: records.length,
      failed: failures.length,
      winners: sum('winners'),
      waitlisted: sum('waitlisted'),
      losers: sum('losers'),
      withdrawn: sum('withdrawn'),
    },
  };
};

const save = async (record: BatchRecord<SelectionChunk>, context: Context): Promise<Saved> => {
  try {
    return { ok: true, record, ...(await saveChunk(record, context)) };
  } catch (error) {
    return { ok: false, failure: { id: record.id, error } };
  }
};

const saveChunk = async ({ body: chunk, correlationId }: BatchRecord<SelectionChunk>, { services, clock }: Context) => {
  const { campaignId, marketId, drawId, codes, selections } = chunk;
  const { results } = await services.entryService.assignCodes(
    { body: { campaignId, marketId, drawId, codes, entries: selections.map((selection) => assignmentOf(chunk, selection)) } },
    { correlationId },
  );
  const outcomes = selections.map((selection, index) => ({ selection, assigned: results[index]?.outcome ?? 'refused' }));
  const refused = outcomes.filter(({ selection, assigned }) => assigned === 'refused' && selection.verdict === 'WINNER');
  const standing = outcomes.filter(({ assigned }) => assigned !== 'refused');
  const at = new Date(clock.now()).toISOString();
  const written = await services.entryTable.writeVerdicts(
    standing.map(({ selection }): VerdictUpdate => ({ ...assignmentOf(chunk, selection), campaignId, at })),
  );
  const refusedByTable = standing.filter(({ selection }, index) => written[index] === 'refused' && selection.verdict === 'WINNER');
  const settled = await settledOtherwise(
    chunk,
    [...refused, ...refusedByTable].map(({ selection }) => selection),
    services,
  );
  const late = standing.filter(({ assigned }, index) => assigned === 'absent' && written[index] !== 'absent').length;
  if (late > 0) throw new RegError('SERVICE_UNAVAILABLE', `${late} entries of the chunk ${chunk.chunkId} are not in the Entry Service yet, so it comes again.`);
  const withdrawn = new Set(standing.flatMap(({ selection }, index) => (written[index] === 'absent' ? [selection] : [])));
  const counts = countsOf(
    selections.filter((selection) => !settled.has(selection)).map((selection) => (withdrawn.has(selection) ? 'withdrawn' : selection.verdict)),
  );
  const stands = standing.filter((_, index) => written[index] === 'written' || written[index] === 'unchanged');
  const found = stands.length === 0 ? null : await campaignById(services, campaignId);
  return { counts, told: found === null ? [] : stands.flatMap(({ selection }) => mailAbout(chunk, selection, found, clock.now()) ?? []) };
};

/**
 * Of winners who were refused, those who have won this very market with another code: a refresh gave them one while this
 * message lay about. They lack nothing, and the message whose code they hold counts them. Throws `STATE_INVALID` where
 * somebody else is among them.
 */
const settledOtherwise = async (chunk: SelectionChunk, refused: readonly Selection[], { entryTable }: Context['services']): Promise<ReadonlySet<Selection>> => {
  if (refused.length === 0) return new Set();
  const { campaignId, marketId } = chunk;
  const items = await entryTable.getBatch(refused.map(({ globalUserId }) => ({ campaignId, globalUserId })));
  const settled = refused.filter((_, index) => {
    const item = items[index];
    return item?.verdict === 'WINNER' && item.accessCode !== undefined && item.selection?.marketId === marketId;
  });
  if (settled.length < refused.length)
    throw refusal(
      chunk,
      refused.filter((selection) => !settled.includes(selection)),
    );
  return new Set(settled);
};

/**
 * The result, where the campaign has it told. Where it does not, a winner who comes too late for the plan of the reminders
 * gets theirs by itself. Only who won is told of a market: who waits does so in several, and who lost did in all.
 */
const mailAbout = (chunk: SelectionChunk, { globalUserId, verdict }: Selection, found: CampaignWithMarkets, now: number): EmailJobKey | null => {
  const { campaignId, marketId, drawId } = chunk;
  const { campaign, markets } = found;
  if (campaign.options.automatedResults === true) {
    const occurrence = resultOccurrence(drawId, verdict);
    return { campaignId, marketId: verdict === 'WINNER' ? marketId : null, globalUserId, template: 'result', occurrence };
  }
  const market = verdict === 'WINNER' ? markets.find(({ id }) => id === marketId) : undefined;
  const occurrence = market === undefined ? null : missedReminder(campaign, market, now);
  return occurrence === null ? null : { campaignId, marketId, globalUserId, template: 'reminder', occurrence };
};

/** Asks for the mails about verdicts that stand; a chunk that comes again asks again, and nothing comes of that. */
const tell = async (saved: readonly Extract<Saved, { ok: true }>[], { services }: Context): Promise<readonly BatchFailure[]> => {
  const asked = saved.flatMap(({ told, record }) => told.map((body) => ({ body, record })));
  if (asked.length === 0) return [];
  const sent = await services.queues.emailJobQueue.send(
    asked.map(({ body, record: { correlationId, traceparent } }) => ({ body, correlationId, traceparent })),
  );
  const failures = sendFailures(
    'emailJobQueue',
    asked.map(({ record }) => record.id),
    sent,
  );
  return [...new Map(failures.map((failure) => [failure.id, failure])).values()];
};

const assignmentOf = ({ marketId, drawId, codes }: SelectionChunk, { globalUserId, verdict, accessCode, position, waitlist }: Selection) => {
  const selection: EntrySelection = {
    drawId,
    ...(position === undefined ? {} : { position }),
    waitlist,
    ...(verdict === 'WINNER' ? { marketId, ...(codes === 'shared' ? { sharedCode: true } : {}) } : {}),
  };
  return { globalUserId, verdict, selection, ...(accessCode === undefined ? {} : { accessCode }) };
};

/** Entries are named by their position in the draw, which tells nobody who they are. */
const refusal = ({ chunkId }: SelectionChunk, refused: readonly Selection[]): RegError =>
  new RegError('STATE_INVALID', `${refused.length} winners of the chunk ${chunkId} were refused: they hold another code, or others hold theirs.`, {
    detail: { chunkId, positions: refused.flatMap(({ position }) => position ?? []) },
  });

const countsOf = (outcomes: readonly (Selection['verdict'] | 'withdrawn')[]): VerdictCounts => {
  const count = (outcome: Selection['verdict'] | 'withdrawn'): number => outcomes.filter((found) => found === outcome).length;
  return { winners: count('WINNER'), waitlisted: count('WAITLIST'), losers: count('LOSER'), withdrawn: count('withdrawn') };
};

const reportOf = ({ chunkId, campaignId, marketId, drawId }: SelectionChunk, counts: VerdictCounts): VerdictReport => ({
  reportId: chunkId,
  campaignId,
  marketId,
  drawId,
  counts,
});

import { chunks } from '../../domain/chunks.ts';
import type { VerdictReport } from '../../domain/message.ts';
import type { PipelineSource } from '../../domain/pipeline-record.ts';
import type { OutgoingMessage } from '../../ports/queue.ts';
import { sendFailures } from '../send-failures.ts';
import type { Batch, BatchFailure, BatchRecord, BatchResult, Worker, WorkerContext } from '../worker.ts';

interface ReportVerdictsCount extends Readonly<Record<string, number>> {
  readonly received: number;
  readonly added: number;
  readonly known: number;
  readonly failed: number;
}

type Context = WorkerContext<'reportVerdicts'>;
type Report = BatchRecord<VerdictReport>;

/** What the Campaign Service takes in one call. */
const REPORTS_A_CALL = 25;

/** Adds verdict counts up in the Campaign Service, each message once, then tells the pipeline how each touched market stands. */
export const reportVerdicts: Worker<'reportVerdicts', Batch<VerdictReport>, BatchResult<ReportVerdictsCount>> = async ({ records }, context) => {
  const additions = await Promise.all(chunks(records, REPORTS_A_CALL).map((reports) => add(reports, context)));
  const notAdded = additions.flatMap(({ failures }) => failures);
  const failed = new Set(notAdded.map(({ id }) => id));
  const unpublished = await publishMarkets(
    records.filter(({ id }) => !failed.has(id)),
    context,
  );
  const sum = (name: 'added' | 'known'): number => additions.reduce((total, addition) => total + addition[name], 0);
  return {
    failures: [...notAdded, ...unpublished],
    count: { received: records.length, added: sum('added'), known: sum('known'), failed: notAdded.length + unpublished.length },
  };
};

const add = async (reports: readonly Report[], { services, correlationId }: Context) => {
  try {
    const { added, known } = await services.campaignService.addVerdictCounts(
      { body: { reports: reports.map(({ body: { reportId, marketId, drawId, counts } }) => ({ reportId, marketId, drawId, counts })) } },
      { correlationId },
    );
    return { added, known, failures: [] };
  } catch (error) {
    return { added: 0, known: 0, failures: reports.map(({ id }): BatchFailure => ({ id, error })) };
  }
};

/** One record a market, whatever number of reports touched it. A report whose market could not be told comes again, and is not added twice. */
const publishMarkets = async (reports: readonly Report[], context: Context): Promise<readonly BatchFailure[]> => {
  const byCampaign = [...Map.groupBy(reports, ({ body }) => body.campaignId)];
  return (await Promise.all(byCampaign.map(([campaignId, group]) => publishCampaign(campaignId, group, context)))).flat();
};

const publishCampaign = async (
  campaignId: string,
  reports: readonly Report[],
  { services, clock, correlationId }: Context,
): Promise<readonly BatchFailure[]> => {
  try {
    const { byMarket } = await services.entryService.countEntries({ params: { campaignId } }, { correlationId });
    const touched = [...Map.groupBy(reports, ({ body }) => body.marketId)];
    const at = new Date(clock.now()).toISOString();
    const messages = touched.map(([marketId, [first]]): OutgoingMessage<PipelineSource> => {
      const { entrants, winners, codes } = byMarket[marketId] ?? { entrants: 0, winners: 0, codes: 0 };
      return {
        body: { type: 'REGISTERED_MARKET', at, data: { campaignId, marketId, entrants, winners, codes } },
        correlationId: first?.correlationId ?? correlationId,
        traceparent: first?.traceparent,
      };
    });
    const sent = await services.queues.dataQueue.send(messages);
    return sendFailures(
      'dataQueue',
      touched.map(([, [first]]) => first?.id ?? ''),
      sent,
    );
  } catch (error) {
    return reports.map(({ id }) => ({ id, error }));
  }
};

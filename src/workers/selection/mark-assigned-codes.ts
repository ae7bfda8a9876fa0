import { chunks } from '../../domain/chunks.ts';
import type { EntryChange } from '../../domain/message.ts';
import { RegError } from '../../errors.ts';
import type { Batch, BatchFailure, BatchRecord, BatchResult, Worker, WorkerContext } from '../worker.ts';

interface MarkAssignedCount extends Readonly<Record<string, number>> {
  readonly received: number;
  readonly assigned: number;
  readonly unchanged: number;
  readonly failed: number;
}

interface Award {
  readonly record: BatchRecord<EntryChange>;
  readonly campaignId: string;
  readonly code: { readonly marketId: string; readonly code: string; readonly globalUserId: string };
}

type Outcome = 'assigned' | 'unchanged' | 'refused' | 'unknown';
type Context = WorkerContext<'markAssignedCodes'>;

/** What the Code Service takes in one call. */
const CODES_A_CALL = 100;

/** Sees verdicts turn WINNER and marks the codes in the Code Service; what is marked already stays as it is, so a replay is harmless. */
export const markAssignedCodes: Worker<'markAssignedCodes', Batch<EntryChange>, BatchResult<MarkAssignedCount>> = async ({ records }, context) => {
  const awards = records.flatMap((record) => awardIn(record) ?? []);
  const results = (await Promise.all([...Map.groupBy(awards, ({ campaignId }) => campaignId)].map(([id, group]) => markAll(id, group, context)))).flat();
  const failures = results.flatMap(({ failure }) => failure ?? []);
  const count = (wanted: Outcome): number => results.filter(({ outcome }) => outcome === wanted).length;
  return {
    failures,
    count: { received: records.length, assigned: count('assigned'), unchanged: count('unchanged'), failed: failures.length },
  };
};

const awardIn = (record: BatchRecord<EntryChange>): Award | null => {
  const { newImage } = record.body;
  const { marketId, sharedCode } = newImage?.selection ?? {};
  if (newImage?.verdict !== 'WINNER' || newImage.accessCode === undefined || marketId === undefined || sharedCode === true) return null;
  return { record, campaignId: newImage.campaignId, code: { marketId, code: newImage.accessCode, globalUserId: newImage.globalUserId } };
};

type Marked = { readonly outcome: Outcome | null; readonly failure: BatchFailure | null };

const markAll = async (campaignId: string, awards: readonly Award[], context: Context): Promise<readonly Marked[]> =>
  (await Promise.all(chunks(awards, CODES_A_CALL).map((part) => mark(campaignId, part, context)))).flat();

const mark = async (campaignId: string, awards: readonly Award[], { services, correlationId }: Context): Promise<readonly Marked[]> => {
  try {
    const { results } = await services.codeService.markAssigned({ body: { campaignId, codes: awards.map(({ code }) => code) } }, { correlationId });
    return awards.map(({ record, code }, index) => {
      const outcome = results[index]?.outcome ?? 'refused';
      return { outcome, failure: outcome === 'assigned' || outcome === 'unchanged' ? null : { id: record.id, error: refusal(code.marketId) } };
    });
  } catch (error) {
    return awards.map(({ record }) => ({ outcome: null, failure: { id: record.id, error } }));
  }
};

const refusal = (marketId: string): RegError =>
  new RegError('STATE_INVALID', `The Code Service refused to mark a code of ${marketId} as assigned: it is revoked, unknown, or held by another fan.`);

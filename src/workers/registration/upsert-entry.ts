import { isDeepStrictEqual } from 'node:util';
import type { IneligibleDetail, IneligibleReason } from '../../domain/eligibility.ts';
import { type EntryFields, type EntryItem, type EntryKey, entryPartitionKey } from '../../domain/entry.ts';
import { fanReference, referenceKeyName } from '../../domain/fan-reference.ts';
import { RegError } from '../../errors.ts';
import type { ResolverInput } from '../../middleware/lambda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Worker, WorkerContext } from '../worker.ts';
import { actingFan } from './acting-fan.ts';
import type { CheckedEligibility, CheckedRegistration, RegistrationArguments } from './check-eligibility.ts';
import { outlive } from './outlive.ts';

/** The answer to a registration; what says that it is eligible is durable. */
export type Registration =
  | {
      readonly isEligible: true;
      readonly campaignId: string;
      /** The fan's pseudonym in the draw. */
      readonly ref: string;
      readonly version: number;
      readonly createdAt: string;
      readonly updatedAt: string;
    }
  | { readonly isEligible: false; readonly reason: IneligibleReason; readonly detail?: IneligibleDetail; readonly campaignId?: string };

/** Enough for a fan on several devices; each further conflict takes another write to the same entry in between. */
const MAX_ATTEMPTS = 5;

type EntryTable = WorkerContext<'upsertEntry'>['services']['entryTable'];

/** What is to be written, whatever the table holds at the moment. */
interface Change {
  readonly key: EntryKey;
  readonly fields: EntryFields;
  readonly rankedMarkets: readonly string[];
  readonly userInfo: CheckedRegistration['userInfo'];
  readonly linkedCampaignId: string | undefined;
  /** An entry has to be there. */
  readonly isEdit: boolean;
  /** UTC instant: nothing is written from then on. */
  readonly closesAt: string;
  readonly correlationId: string;
  readonly traceparent: string | undefined;
}

/**
 * Writes the entry that `checkEligibility`, the worker before, found eligible: creates, edits or transfers it. The same
 * registration sent twice is one change. Throws `CONFLICT` where the fan's entry kept changing meanwhile.
 */
export const upsertEntry: Worker<'upsertEntry', ResolverInput<RegistrationArguments, CheckedEligibility>, Registration> = async (
  { caller, previous },
  { services, clock, correlationId, traceparent },
) => {
  if (!previous.isEligible) {
    const { reason, detail, campaignId } = previous;
    return { isEligible: false, reason, ...(detail !== undefined && { detail }), ...(campaignId !== undefined && { campaignId }) };
  }
  const { campaignId, fields, linkedCampaignId, registration } = previous;
  const { userInfo, rankedMarkets, closesAt, isEdit } = registration;
  const globalUserId = actingFan(caller, 'entries:write', userInfo.globalUserId);
  // Before the write: a missing key must not turn a durable entry into an error.
  const referenceKey = await services.secrets.get(referenceKeyName(campaignId));
  const key = { campaignId, globalUserId };
  const written = await write(services.entryTable, clock, {
    key,
    fields,
    rankedMarkets,
    userInfo,
    linkedCampaignId,
    isEdit,
    closesAt,
    correlationId,
    traceparent,
  });
  if (written === null) return { isEligible: false, reason: 'CAMPAIGN_CLOSED', detail: { closedAt: closesAt }, campaignId };
  return {
    isEligible: true,
    campaignId,
    ref: fanReference(referenceKey, globalUserId),
    version: written.version,
    createdAt: written.createdAt,
    updatedAt: written.updatedAt,
  };
};

/** Null where the campaign has closed since the check: the freeze counts on it that nothing is written after. */
const write = async (table: EntryTable, clock: Clock, change: Change): Promise<EntryItem | null> => {
  // Most entries are new, and a conditional write says so when one is not: no read before the first attempt.
  let isRead = change.isEdit || change.linkedCampaignId !== undefined;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const stored = isRead ? await table.get(change.key) : null;
    if (stored === null && change.isEdit) break;
    if (stored !== null && isDeepStrictEqual(stored.entry, change.fields) && isDeepStrictEqual(stored.userInfo, change.userInfo)) return stored;
    const linked = stored === null && change.linkedCampaignId !== undefined ? await linkedEntry(table, clock, change.linkedCampaignId, change.key) : null;
    // Nothing may come between this instant and the write: lives of one key are ordered by it (see outlive.ts).
    const now = clock.now();
    if (now >= Date.parse(change.closesAt)) return null;
    const at = new Date(now).toISOString();
    const item = stored === null ? created(change, at) : edited(stored, change, at);
    if ((await put(table, item, stored, linked, change)) === 'written') return item;
    isRead = true;
  }
  throw new RegError('CONFLICT', 'The entry was changed or withdrawn at the same moment. Send the registration again.');
};

/** The entry that a transfer takes the place of. */
const linkedEntry = async (table: EntryTable, clock: Clock, campaignId: string, { globalUserId }: EntryKey): Promise<EntryItem | null> => {
  const linked = await table.get({ campaignId, globalUserId });
  if (linked !== null) await outlive(linked, clock);
  return linked;
};

const put = (
  table: EntryTable,
  item: EntryItem,
  stored: EntryItem | null,
  linked: EntryItem | null,
  { linkedCampaignId }: Change,
): Promise<'written' | 'conflict'> => {
  if (stored !== null) return table.put(item, stored);
  if (linkedCampaignId === undefined) return table.put(item, null);
  if (linked === null) return Promise.resolve('conflict');
  return table.transfer(item, null, linked);
};

const created = ({ key, fields, rankedMarkets, userInfo, linkedCampaignId, correlationId, traceparent }: Change, at: string): EntryItem => ({
  PK: entryPartitionKey(key),
  SK: 'ENTRY',
  campaignId: key.campaignId,
  globalUserId: key.globalUserId,
  entry: fields,
  rankedMarkets,
  userInfo,
  verdict: 'PENDING',
  needsReplication: true,
  version: 1,
  createdAt: at,
  updatedAt: at,
  fanModifiedAt: at,
  ...(linkedCampaignId !== undefined && { linkedFrom: linkedCampaignId }),
  correlationId,
  ...(traceparent !== undefined && { traceparent }),
});

/**
 * Verdict, code and draw stay what they are: an edit changes what the fan said, and nothing else. Its instant is behind the
 * stored one, also within a millisecond or where another machine's clock is ahead, as later hops go by it.
 */
const edited = (
  { traceparent: _former, ...stored }: EntryItem,
  { fields, rankedMarkets, userInfo, correlationId, traceparent }: Change,
  at: string,
): EntryItem => {
  const instant = at > stored.updatedAt ? at : new Date(Date.parse(stored.updatedAt) + 1).toISOString();
  return {
    ...stored,
    entry: fields,
    rankedMarkets,
    userInfo,
    needsReplication: true,
    version: stored.version + 1,
    updatedAt: instant,
    fanModifiedAt: instant,
    correlationId,
    ...(traceparent !== undefined && { traceparent }),
  };
};

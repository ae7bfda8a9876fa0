import type { IneligibleReason } from '../../domain/eligibility.ts';
import { RegError } from '../../errors.ts';
import type { ResolverInput } from '../../middleware/lambda.ts';
import type { Worker } from '../worker.ts';
import { actingFan } from './acting-fan.ts';
import { knownCampaign } from './known-campaign.ts';
import { outlive } from './outlive.ts';

/** Arguments of `withdrawEntry` and `myEntry`; `globalUserId` is for apps. */
export interface EntryArguments {
  readonly slug: unknown;
  readonly globalUserId?: unknown;
}

/** Whether there was an entry, which is now gone. */
export interface Withdrawal {
  readonly isWithdrawn: boolean;
  readonly campaignId?: string;
  readonly reason?: Extract<IneligibleReason, 'CAMPAIGN_NOT_FOUND'>;
}

const MAX_ATTEMPTS = 5;

/**
 * Removes a fan's entry, at any time and with any verdict. Withdrawing what is not there changes nothing and says so.
 * Throws `CONFLICT` where the entry kept changing meanwhile.
 */
export const withdrawEntry: Worker<'withdrawEntry', ResolverInput<EntryArguments>, Withdrawal> = async (
  { arguments: { slug, globalUserId: named }, caller },
  { services, clock },
) => {
  const globalUserId = actingFan(caller, 'entries:write', named);
  const known = await knownCampaign(services, slug);
  if (known === null) return { isWithdrawn: false, reason: 'CAMPAIGN_NOT_FOUND' };
  const { id: campaignId } = known.campaign;
  const key = { campaignId, globalUserId };
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const stored = await services.entryTable.get(key);
    if (stored === null) return { isWithdrawn: false, campaignId };
    await outlive(stored, clock);
    if ((await services.entryTable.remove(key, stored)) === 'removed') return { isWithdrawn: true, campaignId };
  }
  throw new RegError('CONFLICT', 'The entry was changed at the same moment. Send the withdrawal again.');
};

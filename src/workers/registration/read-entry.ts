import type { EntryItem } from '../../domain/entry.ts';
import { fanReference, referenceKeyName } from '../../domain/fan-reference.ts';
import type { ResolverInput } from '../../middleware/lambda.ts';
import type { Worker } from '../worker.ts';
import { actingFan } from './acting-fan.ts';
import { knownCampaign } from './known-campaign.ts';
import type { EntryArguments } from './withdraw-entry.ts';

/** A fan's entry, as the fan sees it. `accessCode` only where the campaign shows codes, and once there is one. */
export interface ShownEntry
  extends Pick<EntryItem, 'campaignId' | 'globalUserId' | 'entry' | 'verdict' | 'accessCode' | 'version' | 'createdAt' | 'updatedAt'> {
  /** The fan's pseudonym in the draw. */
  readonly ref: string;
}

/** Shows a fan their own entry, and an app with `entries:read` that of the fan it names. Null where there is none. */
export const readEntry: Worker<'readEntry', ResolverInput<EntryArguments>, ShownEntry | null> = async (
  { arguments: { slug, globalUserId: named }, caller },
  { services },
) => {
  const globalUserId = actingFan(caller, 'entries:read', named);
  const known = await knownCampaign(services, slug);
  if (known === null) return null;
  const { id: campaignId, options } = known.campaign;
  const stored = await services.entryTable.get({ campaignId, globalUserId });
  if (stored === null) return null;
  const { entry, verdict, accessCode, version, createdAt, updatedAt } = stored;
  const ref = fanReference(await services.secrets.get(referenceKeyName(campaignId)), globalUserId);
  return {
    campaignId,
    globalUserId,
    entry,
    verdict,
    ...(options.showAccessCode && accessCode !== undefined && { accessCode }),
    ref,
    version,
    createdAt,
    updatedAt,
  };
};

import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { RegError } from '../../errors.ts';
import { applyCampaign } from '../apply-campaign.ts';
import { importCodes, importInvites } from '../import-lines.ts';
import type { CampaignContext } from './stage.ts';

/** Codes of one market before and after the import. */
export interface ImportedCodes {
  readonly marketId: string;
  /** How many the Code Service should have now. */
  readonly expected: number;
}

/** The campaign of the folder, applied and open; one that was closed by an earlier run stays as it is. */
export const openCampaign = async ({ input, connection, clock, note }: CampaignContext): Promise<CampaignWithMarkets> => {
  const known = await find(connection, input.file.slug);
  if (known?.campaign.status === 'CLOSED') {
    note(`${known.campaign.slug} was closed by an earlier run of this data folder; it stays as it is.`);
    return known;
  }
  const applied = await applyCampaign(connection, input.file);
  if (clock.now() >= Date.parse(applied.campaign.date.close)) return applied;
  const campaign = await connection.campaign.setStatus({ params: { campaignId: applied.campaign.id }, body: { status: 'OPEN' } });
  return { campaign, markets: applied.markets };
};

const find = async ({ campaign }: CampaignContext['connection'], slug: string): Promise<CampaignWithMarkets | null> => {
  try {
    return await campaign.getCampaignBySlug({ params: { slug } });
  } catch (error) {
    if (error instanceof RegError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
};

/** Imports codes and invites; what an earlier run imported is known and adds nothing. */
export const importLists = async ({ input, connection, note }: CampaignContext, { campaign }: CampaignWithMarkets): Promise<readonly ImportedCodes[]> => {
  const imported: ImportedCodes[] = [];
  for (const { marketId, file, count } of input.codes) {
    const before = await connection.code.codeStats({ params: { marketId } });
    const result = await importCodes(connection, marketId, file, count);
    // Of a file that has been imported before, every code is a duplicate.
    if (result.duplicates > 0 && before.imported === 0)
      note(`${file}: ${result.duplicates} codes are there twice, or in another market (lines ${result.duplicateLines.join(', ')}).`);
    imported.push({ marketId, expected: before.imported + result.imported });
  }
  if (input.invites !== null) await importInvites(connection, campaign.id, input.invites.key, input.invites.file, input.invites.count);
  return imported;
};

import { withdrawEntry } from '../../../workers/registration/withdraw-entry.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignCache } from '../ports/campaign-cache.ts';
import { campaignReader } from '../ports/campaign-reader.ts';
import { entryTable } from '../ports/entry-table.ts';
import { secrets } from '../ports/secrets.ts';

export const handler = lambdaHandler('withdrawEntry', withdrawEntry, { campaignCache, campaignStore: campaignReader, entryTable, secrets });

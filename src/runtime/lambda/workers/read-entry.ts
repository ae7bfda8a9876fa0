import { readEntry } from '../../../workers/registration/read-entry.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignCache } from '../ports/campaign-cache.ts';
import { campaignReader } from '../ports/campaign-reader.ts';
import { entryTable } from '../ports/entry-table.ts';
import { secrets } from '../ports/secrets.ts';

export const handler = lambdaHandler('readEntry', readEntry, { campaignCache, campaignStore: campaignReader, entryTable, secrets });

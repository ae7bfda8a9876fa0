import { saveEntries } from '../../../workers/replication/save-entries.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignCache } from '../ports/campaign-cache.ts';
import { campaignReader } from '../ports/campaign-reader.ts';
import { deadLetters } from '../ports/dead-letters.ts';
import { entryService } from '../ports/entry-service.ts';
import { entryTable } from '../ports/entry-table.ts';
import { queues } from '../ports/queues.ts';

export const handler = lambdaHandler('saveEntries', saveEntries, {
  campaignCache,
  campaignStore: campaignReader,
  entryTable,
  entryService,
  queues,
  deadLetters,
});

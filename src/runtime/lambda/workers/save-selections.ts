import { saveSelections } from '../../../workers/selection/save-selections.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignCache } from '../ports/campaign-cache.ts';
import { campaignReader } from '../ports/campaign-reader.ts';
import { deadLetters } from '../ports/dead-letters.ts';
import { entryService } from '../ports/entry-service.ts';
import { entryTable } from '../ports/entry-table.ts';
import { queues } from '../ports/queues.ts';

export const handler = lambdaHandler('saveSelections', saveSelections, {
  campaignCache,
  campaignStore: campaignReader,
  entryService,
  entryTable,
  queues,
  deadLetters,
});

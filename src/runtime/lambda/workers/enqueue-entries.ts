import { enqueueEntries } from '../../../workers/replication/enqueue-entries.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { deadLetters } from '../ports/dead-letters.ts';
import { queues } from '../ports/queues.ts';

export const handler = lambdaHandler('enqueueEntries', enqueueEntries, { queues, deadLetters });

import { retryScore } from '../../../workers/replication/retry-score.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { deadLetters } from '../ports/dead-letters.ts';
import { entryService } from '../ports/entry-service.ts';

export const handler = lambdaHandler('retryScore', retryScore, { entryService, deadLetters });

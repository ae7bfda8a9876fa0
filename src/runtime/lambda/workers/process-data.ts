import { processData } from '../../../workers/data-pipeline/process-data.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { deadLetters } from '../ports/dead-letters.ts';
import { topics } from '../ports/topics.ts';

export const handler = lambdaHandler('processData', processData, { topics, deadLetters });

import { sendData } from '../../../workers/data-pipeline/send-data.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { deadLetters } from '../ports/dead-letters.ts';
import { eventLog } from '../ports/event-log.ts';

export const handler = lambdaHandler('sendData', sendData, { eventLog, deadLetters });

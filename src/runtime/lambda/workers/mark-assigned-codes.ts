import { markAssignedCodes } from '../../../workers/selection/mark-assigned-codes.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { codeService } from '../ports/code-service.ts';
import { deadLetters } from '../ports/dead-letters.ts';

export const handler = lambdaHandler('markAssignedCodes', markAssignedCodes, { codeService, deadLetters });

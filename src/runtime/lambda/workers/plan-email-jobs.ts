import { planEmailJobs } from '../../../workers/notification/plan-email-jobs.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { deadLetters } from '../ports/dead-letters.ts';
import { userService } from '../ports/user-service.ts';

export const handler = lambdaHandler('planEmailJobs', planEmailJobs, { userService, deadLetters });

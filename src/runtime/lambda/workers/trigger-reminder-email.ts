import { triggerReminderEmail } from '../../../workers/notification/trigger-reminder-email.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { userService } from '../ports/user-service.ts';

export const handler = lambdaHandler('triggerReminderEmail', triggerReminderEmail, { userService });

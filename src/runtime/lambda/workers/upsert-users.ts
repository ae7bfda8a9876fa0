import { upsertUsers } from '../../../workers/replication/upsert-users.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { deadLetters } from '../ports/dead-letters.ts';
import { userService } from '../ports/user-service.ts';

export const handler = lambdaHandler('upsertUsers', upsertUsers, { userService, deadLetters });

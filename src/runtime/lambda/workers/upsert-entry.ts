import { upsertEntry } from '../../../workers/registration/upsert-entry.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { entryTable } from '../ports/entry-table.ts';
import { secrets } from '../ports/secrets.ts';

export const handler = lambdaHandler('upsertEntry', upsertEntry, { entryTable, secrets });

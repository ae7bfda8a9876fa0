import { createDynamoDBAuditLog } from '../../../adapters/aws/dynamodb-audit-log.ts';
import type { AuditLog } from '../../../ports/audit-log.ts';
import { dynamoDBClient } from '../clients/dynamodb.ts';
import type { Make } from '../cloud.ts';

export const openAuditLog: Make<AuditLog> = ({ config, clock, random }) =>
  createDynamoDBAuditLog({ client: dynamoDBClient(), tableName: config.resources.table('audit'), clock, random });

import type { CodeStore } from '../../ports/code-store.ts';
import { counts, forgetHolder, held, markAssigned, redeem, revoke } from './dynamodb-code-changes.ts';
import { addCodes, addPartOnce } from './dynamodb-code-imports.ts';
import { createReservations } from './dynamodb-code-reservations.ts';
import type { DynamoDBTable } from './dynamodb-requests.ts';

/** Codes on DynamoDB. `tableName`: a table made as `codes` of `dynamodb-tables.ts`; `clock` and `random` pace what is tried again. */
export const createDynamoDBCodeStore = (table: DynamoDBTable): CodeStore => ({
  add: (marketId, codes) => addCodes(table, marketId, codes),
  addOnce: (marketId, part, codes) => addPartOnce(table, marketId, part, codes),
  reserve: createReservations(table),
  markAssigned: (holdings, now) => markAssigned(table, holdings, now),
  held: (marketId, after, limit) => held(table, marketId, after, limit),
  revoke: (codes, reason, now) => revoke(table, codes, reason, now),
  forgetHolder: (marketId, globalUserId, reason, now) => forgetHolder(table, marketId, globalUserId, reason, now),
  redeem: (codes, now) => redeem(table, codes, now),
  counts: (marketId, now) => counts(table, marketId, now),
});

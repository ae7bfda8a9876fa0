import type { CodeStore } from '../../ports/code-store.ts';
import { counts, forgetHolder, held, markAssigned, redeem, revoke } from './mongo-code-changes.ts';
import { addCodes, addPartOnce } from './mongo-code-imports.ts';
import { createReservations } from './mongo-code-reservations.ts';
import type { MongoStoreOptions } from './mongo-turns.ts';

/** Codes on MongoDB, without transactions: a document a code, which changes if it is what was read. */
export const createMongoCodeStore = (codes: MongoStoreOptions): CodeStore => ({
  add: (marketId, sealed) => addCodes(codes, marketId, sealed),
  addOnce: (marketId, part, sealed) => addPartOnce(codes, marketId, part, sealed),
  reserve: createReservations(codes),
  markAssigned: (holdings, now) => markAssigned(codes, holdings, now),
  held: (marketId, after, limit) => held(codes, marketId, after, limit),
  revoke: (refs, reason, now) => revoke(codes, refs, reason, now),
  forgetHolder: (marketId, globalUserId, reason, now) => forgetHolder(codes, marketId, globalUserId, reason, now),
  redeem: (redemptions, now) => redeem(codes, redemptions, now),
  counts: (marketId, now) => counts(codes, marketId, now),
});

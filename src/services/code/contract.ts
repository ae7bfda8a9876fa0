import { Type } from 'typebox';
import type { Contract } from '../contract.ts';
import { Count, FanId, Id, Instant, Nullable } from '../schemas.ts';

export const CodeState = Type.Union([
  Type.Literal('AVAILABLE'),
  Type.Literal('RESERVED'),
  Type.Literal('ASSIGNED'),
  Type.Literal('REDEEMED'),
  Type.Literal('REVOKED'),
]);

const HeldCode = Type.Object({ marketId: Id, code: Type.String({ minLength: 1, maxLength: 128 }), globalUserId: FanId });

export const codeContract = {
  service: 'code',
  operations: {
    importCodes: {
      method: 'POST',
      path: '/markets/:marketId/codes',
      summary: 'Imports up to 50,000 codes; a code that any market has already is reported as a duplicate and left out',
      scope: 'operator',
      again: 'codes that the first call imported are reported as duplicates',
      params: Type.Object({ marketId: Id }),
      body: Type.Object({ codes: Type.Array(Type.String({ minLength: 1, maxLength: 128 }), { minItems: 1, maxItems: 50_000 }) }),
      answer: Type.Object({ imported: Count, duplicates: Type.Array(Type.Integer({ minimum: 0, description: 'index in the request' })) }),
    },
    generateCodes: {
      method: 'POST',
      path: '/markets/:marketId/codes/generate',
      summary: 'Makes up to 50,000 codes of at least 64 random bits; under one idempotencyKey only once',
      scope: 'operator',
      again: 'under the same idempotencyKey the same codes are there, and no more',
      params: Type.Object({ marketId: Id }),
      body: Type.Object({ count: Type.Integer({ minimum: 1, maximum: 50_000 }), idempotencyKey: Type.String({ minLength: 1, maxLength: 200 }) }),
      answer: Type.Object({ generated: Count }),
    },
    reserveCodes: {
      method: 'POST',
      path: '/reservations',
      summary: 'Reserves up to 20,000 codes of a market for 24 hours, all or none; the same key gets the same codes',
      scope: 'code:write',
      again: 'under the same idempotencyKey it answers the same codes, held for 24 hours from then',
      body: Type.Object({
        campaignId: Id,
        marketId: Id,
        count: Type.Integer({ minimum: 1, maximum: 20_000 }),
        idempotencyKey: Type.String({ minLength: 1, maxLength: 200 }),
      }),
      answer: Type.Object({
        reservationId: Nullable(Type.String()),
        codes: Type.Array(Type.String(), { description: 'in a stable order; empty when there are too few' }),
        shortfall: Count,
        expiresAt: Nullable(Instant),
      }),
    },
    markAssigned: {
      method: 'POST',
      path: '/codes/mark-assigned',
      summary: 'Marks up to 100 codes as held by their fans',
      scope: 'code:write',
      again: 'a code that its fan holds is unchanged',
      body: Type.Object({ campaignId: Id, codes: Type.Array(HeldCode, { minItems: 1, maxItems: 100 }) }),
      answer: Type.Object({
        results: Type.Array(
          Type.Object({
            globalUserId: FanId,
            outcome: Type.Union([Type.Literal('assigned'), Type.Literal('unchanged'), Type.Literal('refused'), Type.Literal('unknown')]),
          }),
        ),
      }),
    },
    listHeldCodes: {
      method: 'GET',
      path: '/markets/:marketId/codes/held',
      summary: 'Codes that are assigned, with their holders, in the order of globalUserId, a page at a time',
      scope: 'code:read',
      personal: true,
      params: Type.Object({ marketId: Id }),
      query: Type.Object({ after: Type.Optional(Type.String()), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })) }),
      answer: Type.Object({ codes: Type.Array(HeldCode), next: Nullable(Type.String()) }),
    },
    revokeCodes: {
      method: 'POST',
      path: '/codes/revoke',
      summary: 'Revokes up to 100 codes for good; a redeemed one stays redeemed',
      scope: 'code:write',
      again: 'what is revoked stays so',
      body: Type.Object({ codes: Type.Array(Type.Object({ marketId: Id, code: Type.String() }), { minItems: 1, maxItems: 100 }), reason: Type.String() }),
      answer: Type.Object({ revoked: Count }),
    },
    eraseFan: {
      method: 'POST',
      path: '/fans/:globalUserId/erase',
      summary: 'Revokes the codes of these markets that a fan holds, and forgets who held those that are redeemed or revoked',
      scope: 'operator',
      again: 'what is revoked and forgotten stays so',
      params: Type.Object({ globalUserId: FanId }),
      body: Type.Object({ marketIds: Type.Array(Id, { maxItems: 1000 }) }),
      answer: Type.Object({ revoked: Count, forgotten: Count }),
    },
    redeemCodes: {
      method: 'POST',
      path: '/codes/redeem',
      summary: 'Records up to 1,000 redemptions that the ticketer reported',
      scope: 'operator',
      again: 'what is redeemed stays so',
      body: Type.Object({ codes: Type.Array(Type.Object({ marketId: Id, code: Type.String(), redeemedAt: Instant }), { minItems: 1, maxItems: 1000 }) }),
      answer: Type.Object({ redeemed: Count, refused: Type.Array(Type.Object({ index: Type.Integer({ minimum: 0 }), state: Nullable(CodeState) })) }),
    },
    codeStats: {
      method: 'GET',
      path: '/markets/:marketId/codes/stats',
      summary: 'How many codes of a market are in each state',
      scope: 'code:read',
      params: Type.Object({ marketId: Id }),
      answer: Type.Object({ imported: Count, available: Count, reserved: Count, assigned: Count, redeemed: Count, revoked: Count }),
    },
  },
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../contract.ts';
import { Count, FanId, Id } from '../schemas.ts';

export const exportContract = {
  service: 'export',
  operations: {
    campaignReport: {
      method: 'GET',
      path: '/campaigns/:campaignId/report',
      summary: 'What became of a campaign: entries, markets, codes, mails',
      scope: 'export:read',
      params: Type.Object({ campaignId: Id }),
      answer: Type.Object({
        entries: Count,
        byVerdict: Type.Record(Type.String(), Count),
        markets: Type.Record(
          Type.String(),
          Type.Object({
            eligible: Count,
            selected: Count,
            waitlisted: Count,
            reserved: Count,
            assigned: Count,
            promoted: Count,
            entrants: Count,
            winners: Count,
            codes: Count,
          }),
        ),
        mail: Type.Object({ planned: Count, sent: Count, failed: Count, ambiguous: Count, skipped: Count }),
      }),
    },
    listWinners: {
      method: 'GET',
      path: '/markets/:marketId/winners',
      summary: 'Winners of a market with address and code, a page at a time, for winners.csv',
      scope: 'operator',
      personal: true,
      params: Type.Object({ marketId: Id }),
      query: Type.Object({ after: Type.Optional(Type.String()), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 100 })) }),
      answer: Type.Object({
        winners: Type.Array(Type.Object({ market: Id, globalUserId: FanId, email: Type.String(), accessCode: Type.String(), position: Type.Integer() })),
        next: Type.Union([Type.String(), Type.Null()]),
      }),
    },
  },
} as const satisfies Contract;

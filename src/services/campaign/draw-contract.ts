import { type Static, Type } from 'typebox';
import { Count, FanId, Id, Instant, Nullable, WaitlistPlaces } from '../schemas.ts';

/** `drawId` is `<campaignId>/<draw>`. A draw is FROZEN (rules and entrants published), then DRAWN (results published). */
export const Draw = Type.Object({
  drawId: Type.String(),
  campaignId: Id,
  draw: Type.Integer({ minimum: 1 }),
  state: Type.Union([Type.Literal('FROZEN'), Type.Literal('DRAWN')]),
  markets: Type.Array(Type.Object({ id: Id, capacity: Count, waitlistCapacity: Count }), { description: 'as the rules have them' }),
  rulesHash: Type.String(),
  entrantsRoot: Type.String(),
  entrantsCount: Count,
  commitment: Type.String(),
  frozenAt: Instant,
  drawnAt: Nullable(Instant),
  resultsRoot: Nullable(Type.String()),
});
export type Draw = Static<typeof Draw>;

/** A draw after the first, as it was asked for. */
export const LaterDraw = Type.Object({
  campaignId: Id,
  draw: Type.Integer({ minimum: 2 }),
  reason: Type.String(),
  marketIds: Nullable(Type.Array(Id)),
  commitment: Type.String(),
  requestedBy: Type.String(),
  requestedAt: Instant,
  approvedBy: Nullable(Type.String()),
  approvedAt: Nullable(Instant),
  requestId: Type.String({ description: 'what an approval names: it stands for all that was asked for' }),
});
export const MarketAlone = Type.Object({ marketId: Id, selectionCount: Count, waitlistCount: Type.Optional(Count) });

/** A line of results.csv with the fan behind the ref, which is never published. */
export const DrawResult = Type.Object({
  position: Type.Integer({ minimum: 1 }),
  globalUserId: FanId,
  verdict: Type.Union([Type.Literal('WINNER'), Type.Literal('LOSER'), Type.Literal('WAITLIST')]),
  marketId: Nullable(Id),
  waitlist: WaitlistPlaces,
});
export type DrawResult = Static<typeof DrawResult>;

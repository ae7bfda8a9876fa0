import { type Static, Type } from 'typebox';
import type { Contract } from '../contract.ts';
import { CampaignSchema, Count, FanId, Id, Instant, MarketSchema, Nothing, Nullable, PageQuery } from '../schemas.ts';
import { Draw, DrawResult, LaterDraw, MarketAlone } from './draw-contract.ts';

/** Below the 900 s of the workers that ask for a draw, so that they see what it came to. */
const LONG_SECONDS = 840;

const CampaignParams = Type.Object({ campaignId: Id });
const MarketParams = Type.Object({ marketId: Id });
const DrawParams = Type.Object({ campaignId: Id, draw: Type.Integer({ minimum: 1 }) });
const WithMarkets = Type.Object({ campaign: CampaignSchema, markets: Type.Array(MarketSchema) });

export const SelectionStats = Type.Object({ eligible: Count, selected: Count, waitlisted: Count, reserved: Count, enqueued: Count, failed: Count });
export type SelectionStats = Static<typeof SelectionStats>;

export const MarketStats = Type.Object({
  marketId: Id,
  drawId: Nullable(Type.String()),
  status: Type.Union([Type.Literal('NONE'), Type.Literal('PROCESSING'), Type.Literal('FINISHED'), Type.Literal('FAILED')]),
  stats: SelectionStats,
  /** Codes that were missing, where the status is FAILED for that. */
  shortfall: Count,
  /** Added up from what `reportVerdicts` brought. */
  verdicts: Type.Object({ winners: Count, waitlisted: Count, losers: Count, withdrawn: Count }),
  promoted: Count,
});
export type MarketStats = Static<typeof MarketStats>;

const ExecutionSchema = Type.Object({
  name: Type.String(),
  status: Type.Union([Type.Literal('RUNNING'), Type.Literal('SUCCEEDED'), Type.Literal('FAILED')]),
  output: Type.Unknown(),
  error: Nullable(Type.String()),
});

export const campaignContract = {
  service: 'campaign',
  operations: {
    listCampaigns: {
      method: 'GET',
      path: '/campaigns',
      summary: 'All campaigns, newest first, a page at a time',
      scope: 'campaign:read',
      query: Type.Object(PageQuery),
      answer: Type.Object({ campaigns: Type.Array(CampaignSchema), next: Nullable(Id) }),
    },
    getCampaign: {
      method: 'GET',
      path: '/campaigns/:campaignId',
      summary: 'A campaign with its markets',
      scope: 'campaign:read',
      params: CampaignParams,
      answer: WithMarkets,
    },
    getCampaignBySlug: {
      method: 'GET',
      path: '/slugs/:slug',
      summary: 'A campaign with its markets',
      scope: 'campaign:read',
      params: Type.Object({ slug: Id }),
      answer: WithMarkets,
    },
    getMarket: { method: 'GET', path: '/markets/:marketId', summary: 'A market', scope: 'campaign:read', params: MarketParams, answer: MarketSchema },
    putCampaign: {
      method: 'PUT',
      path: '/campaigns/:campaignId',
      summary: 'Creates or changes a campaign and its markets, in the terms of a campaign file; what the draw has frozen cannot change',
      scope: 'operator',
      // Any text: the rules for campaign files say what is wrong with an id, and with all the rest at once.
      params: Type.Object({ campaignId: Type.String() }),
      body: Type.Object({ file: Type.Record(Type.String(), Type.Unknown(), { description: 'a campaign file, parsed' }) }),
      answer: WithMarkets,
    },
    setStatus: {
      method: 'PUT',
      path: '/campaigns/:campaignId/status',
      summary: 'Opens, closes or previews a campaign',
      scope: 'operator',
      params: CampaignParams,
      body: Type.Object({ status: Type.Union([Type.Literal('DRAFT'), Type.Literal('PREVIEW'), Type.Literal('OPEN'), Type.Literal('CLOSED')]) }),
      answer: CampaignSchema,
    },
    setNotification: {
      method: 'PUT',
      path: '/markets/:marketId/notification',
      summary: 'Sets or clears the reminder under way for a market',
      scope: 'campaign:write',
      params: MarketParams,
      body: Type.Object({ notification: Nullable(Type.Object({ dueAt: Instant, plannedAt: Nullable(Instant), notifiedAt: Nullable(Instant) })) }),
      answer: MarketSchema,
    },
    reportCampaignStats: {
      method: 'PUT',
      path: '/markets/:marketId/stats',
      summary: 'What the selection of a market came to',
      scope: 'campaign:write',
      params: MarketParams,
      body: Type.Object({
        drawId: Type.String(),
        status: Type.Union([Type.Literal('PROCESSING'), Type.Literal('FINISHED'), Type.Literal('FAILED')]),
        stats: SelectionStats,
        shortfall: Count,
      }),
      answer: Nothing,
    },
    addVerdictCounts: {
      method: 'POST',
      path: '/verdict-reports',
      summary: 'Adds up to 25 verdict counts, each reportId once',
      scope: 'campaign:write',
      again: 'each reportId is added once',
      body: Type.Object({
        reports: Type.Array(
          Type.Object({
            reportId: Type.String(),
            marketId: Id,
            drawId: Type.String(),
            counts: Type.Object({ winners: Count, waitlisted: Count, losers: Count, withdrawn: Count }),
          }),
          { minItems: 1, maxItems: 25 },
        ),
      }),
      answer: Type.Object({ added: Count, known: Count }),
    },
    getMarketStats: {
      method: 'GET',
      path: '/markets/:marketId/stats',
      summary: 'Selection and verdict counts of a market',
      scope: 'campaign:read',
      params: MarketParams,
      answer: MarketStats,
    },
    freezeDraw: {
      method: 'POST',
      path: '/campaigns/:campaignId/draws',
      summary: 'Freezes the entrants and publishes rules.json and entrants.csv; a draw that is frozen is answered as it is',
      scope: 'campaign:write',
      again: 'a draw that is frozen is answered as it is',
      params: CampaignParams,
      body: Type.Object({
        draw: Type.Optional(Type.Integer({ minimum: 1, description: 'default 1; a later one has to be approved' })),
        reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: 'of the first draw' })),
        market: Type.Optional({ ...MarketAlone, description: 'the last draw that holds this market, or a new one of it alone' }),
      }),
      answer: Draw,
      longSeconds: LONG_SECONDS,
    },
    requestDraw: {
      method: 'POST',
      path: '/campaigns/:campaignId/draw-requests',
      summary: 'Asks for the next draw, of what capacity is left and who has won nothing; a request that is not approved is replaced',
      scope: 'operator',
      again: 'the request is replaced by itself, until it is approved',
      params: CampaignParams,
      body: Type.Object({
        reason: Type.String({ minLength: 1, maxLength: 500 }),
        marketIds: Type.Optional(Type.Array(Id, { minItems: 1, uniqueItems: true })),
      }),
      answer: LaterDraw,
    },
    getDrawRequest: {
      method: 'GET',
      path: '/campaigns/:campaignId/draw-requests/:draw',
      summary: 'How a later draw was asked for, and who approved it',
      scope: 'campaign:read',
      params: DrawParams,
      answer: LaterDraw,
    },
    approveDraw: {
      method: 'PUT',
      path: '/campaigns/:campaignId/draw-requests/:draw/approval',
      summary: 'Approves a later draw; who asked for it cannot',
      scope: 'operator',
      params: DrawParams,
      body: Type.Object({ requestId: Type.String({ maxLength: 64 }) }),
      answer: LaterDraw,
    },
    revealDraw: {
      method: 'POST',
      path: '/campaigns/:campaignId/draws/:draw/reveal',
      summary: 'Reveals the secret, computes the draw and publishes results.csv and draw.json; one that is drawn is answered as it is',
      scope: 'campaign:write',
      again: 'a draw that is drawn is answered as it is',
      params: DrawParams,
      body: Type.Object({ publicRandomness: Type.Optional(Type.String({ maxLength: 10_000, description: 'kind text: the words as announced' })) }),
      answer: Draw,
      longSeconds: LONG_SECONDS,
    },
    listDraws: {
      method: 'GET',
      path: '/campaigns/:campaignId/draws',
      summary: 'The draws of a campaign, in order, a page at a time',
      scope: 'campaign:read',
      params: CampaignParams,
      query: Type.Object({
        after: Type.Optional(Type.Integer({ minimum: 0, description: "a draw's number" })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 1000 })),
      }),
      answer: Type.Object({ commitment: Nullable(Type.String()), draws: Type.Array(Draw), next: Nullable(Type.Integer()) }),
    },
    eraseFan: {
      method: 'DELETE',
      path: '/fans/:globalUserId',
      summary: 'Puts `erased:<ref>` in the place of a fan in the draws and promotions of all campaigns; what is published of a draw stays as it is',
      scope: 'operator',
      params: Type.Object({ globalUserId: FanId }),
      answer: Type.Object({
        places: Type.Integer({ minimum: 0, description: 'where the id was' }),
        busy: Type.Integer({ minimum: 0, description: 'draws that somebody works on at this moment: ask again' }),
      }),
      longSeconds: LONG_SECONDS,
    },
    getDrawResults: {
      method: 'GET',
      path: '/campaigns/:campaignId/draws/:draw/results',
      summary: 'Results in drawn order, a page at a time; with a market: its winners, or its waitlist in the order of places',
      scope: 'campaign:read',
      personal: true,
      params: DrawParams,
      query: Type.Object({
        marketId: Type.Optional(Id),
        verdict: Type.Optional(Type.Union([Type.Literal('WINNER'), Type.Literal('LOSER'), Type.Literal('WAITLIST')])),
        after: Type.Optional(Type.Integer({ minimum: 0, description: 'a position' })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000, default: 1000 })),
      }),
      answer: Type.Object({ results: Type.Array(DrawResult), next: Nullable(Type.Integer()) }),
    },
    countDrawResults: {
      method: 'GET',
      path: '/campaigns/:campaignId/draws/:draw/counts',
      summary: 'Entrants who ranked each market, its winners and its waitlist',
      scope: 'campaign:read',
      params: DrawParams,
      answer: Type.Object({ markets: Type.Record(Type.String(), Type.Object({ eligible: Count, winners: Count, waitlisted: Count })), losers: Count }),
    },
    findEntrants: {
      method: 'POST',
      path: '/campaigns/:campaignId/draws/:draw/entrants/find',
      summary: 'Which of up to 1000 fans took part in this draw or one before it, in the order asked',
      scope: 'campaign:read',
      again: 'it changes nothing',
      params: DrawParams,
      body: Type.Object({ globalUserIds: Type.Array(FanId, { minItems: 1, maxItems: 1000 }) }),
      answer: Type.Object({ tookPart: Type.Array(Type.Boolean()) }),
    },
    recordPromotions: {
      method: 'POST',
      path: '/markets/:marketId/promotions',
      summary: 'Records who moves up from the waitlist, if nobody else was recorded since `known` promotions',
      scope: 'campaign:write',
      again: 'what was recorded since `known` is not recorded again',
      params: MarketParams,
      body: Type.Object({ drawId: Type.String(), known: Count, globalUserIds: Type.Array(FanId, { minItems: 1, maxItems: 98 }) }),
      answer: Type.Object({ recorded: Type.Boolean({ description: 'false: others were recorded meanwhile; look again' }) }),
    },
    listPromotions: {
      method: 'GET',
      path: '/markets/:marketId/promotions',
      summary: 'Who moved up from the waitlist, in the order of recording, a page at a time',
      scope: 'campaign:read',
      personal: true,
      params: MarketParams,
      query: Type.Object({
        drawId: Type.String(),
        after: Type.Optional(Type.Integer({ minimum: 0, description: 'how many were on the pages before: their `next`' })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000, default: 1000 })),
      }),
      answer: Type.Object({ globalUserIds: Type.Array(FanId), next: Nullable(Type.Integer()) }),
    },
    startSelection: {
      method: 'POST',
      path: '/campaigns/:campaignId/selections',
      summary: 'Starts the selection state machine for a draw, or for one market of it; each runs once, a failed run may be tried again',
      scope: 'operator',
      again: 'a draw has one selection, which is answered as it is',
      params: CampaignParams,
      body: Type.Object({
        draw: Type.Optional(Type.Integer({ minimum: 1 })),
        publicRandomness: Type.Optional(Type.String({ maxLength: 10_000 })),
        market: Type.Optional({ ...MarketAlone, description: 'only this market, of a draw that is frozen: at most so many winners and fans who wait' }),
      }),
      answer: ExecutionSchema,
    },
    getSelection: {
      method: 'GET',
      path: '/campaigns/:campaignId/selections/:name',
      summary: 'How a selection is going',
      scope: 'campaign:read',
      params: Type.Object({ campaignId: Id, name: Type.String() }),
      answer: ExecutionSchema,
    },
    refreshMarket: {
      method: 'POST',
      path: '/markets/:marketId/refresh',
      summary: 'Puts the market on refreshSelectionQueue',
      scope: 'operator',
      again: 'refreshing a market twice promotes nobody more',
      params: MarketParams,
      answer: Nothing,
    },
  },
} as const satisfies Contract;

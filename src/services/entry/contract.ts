import { type Static, Type } from 'typebox';
import type { Contract } from '../contract.ts';
import { Count, EntryFieldsSchema, EntrySelectionSchema, FanId, Id, Instant, PageQuery, UserInfoSchema, VerdictName } from '../schemas.ts';

const EntryState = {
  campaignId: Id,
  globalUserId: FanId,
  entry: EntryFieldsSchema,
  verdict: VerdictName,
  accessCode: Type.Optional(Type.String()),
  selection: Type.Optional(EntrySelectionSchema),
  version: Type.Integer({ minimum: 1 }),
  createdAt: Instant,
  updatedAt: Instant,
  fanModifiedAt: Instant,
  linkedFrom: Type.Optional(Id),
};

/** A replica of one entry of the demand-table. */
export const EntryDocument = Type.Object({ ...EntryState, score: Type.Union([Type.Integer({ minimum: 0, maximum: 1000 }), Type.Null()]) });
export type EntryDocument = Static<typeof EntryDocument>;

const EntryUpsert = Type.Object({
  ...EntryState,
  userInfo: UserInfoSchema,
  rankedMarkets: Type.Array(Id, { description: "what the fan ranked, in that order: the service knows no campaign's preferences" }),
});
const EntryPage = Type.Object({ entries: Type.Array(EntryDocument), next: Type.Union([Type.String(), Type.Null()]) });
const InviteKeyName = Type.Union([Type.Literal('email'), Type.Literal('globalUserId'), Type.Literal('memberId')]);

/** 25 items of DynamoDB's 400 KB, or 10,000 addresses of the greatest length in UTF-8. */
const LARGE_BODY = 16 * 1024 * 1024;

export const entryContract = {
  service: 'entry',
  operations: {
    upsertEntries: {
      method: 'POST',
      path: '/entries/batch-upsert',
      summary: 'Replicates up to 25 entries; a write is applied only if it is newer than the replica',
      scope: 'entry:write',
      again: 'a version that is there is stale',
      body: Type.Object({ entries: Type.Array(EntryUpsert, { minItems: 1, maxItems: 25 }) }),
      bodyLimit: LARGE_BODY,
      answer: Type.Object({
        results: Type.Array(
          Type.Object({
            globalUserId: FanId,
            campaignId: Id,
            outcome: Type.Union([Type.Literal('applied'), Type.Literal('stale')]),
            scored: Type.Boolean({ description: 'false: the score failed and has to be asked for again' }),
          }),
        ),
      }),
    },
    deleteEntries: {
      method: 'POST',
      path: '/entries/batch-delete',
      summary: 'Removes up to 25 replicas, unless the replica is newer than what was removed',
      scope: 'entry:write',
      again: 'what is gone is stale',
      body: Type.Object({
        entries: Type.Array(Type.Object({ campaignId: Id, globalUserId: FanId, createdAt: Instant, version: Type.Integer({ minimum: 1 }) }), {
          minItems: 1,
          maxItems: 25,
        }),
      }),
      answer: Type.Object({
        results: Type.Array(Type.Object({ globalUserId: FanId, campaignId: Id, outcome: Type.Union([Type.Literal('deleted'), Type.Literal('stale')]) })),
      }),
    },
    getEntry: {
      method: 'GET',
      path: '/campaigns/:campaignId/entries/:globalUserId',
      summary: 'One entry',
      scope: 'entry:read',
      personal: true,
      params: Type.Object({ campaignId: Id, globalUserId: FanId }),
      answer: EntryDocument,
    },
    getEntries: {
      method: 'POST',
      path: '/entries/batch-get',
      summary: 'Up to 100 entries of one campaign, in the order asked; null where there is none',
      scope: 'entry:read',
      personal: true,
      again: 'it changes nothing',
      body: Type.Object({ campaignId: Id, globalUserIds: Type.Array(FanId, { minItems: 1, maxItems: 100 }) }),
      answer: Type.Object({ entries: Type.Array(Type.Union([EntryDocument, Type.Null()])) }),
    },
    listEntries: {
      method: 'GET',
      path: '/campaigns/:campaignId/entries',
      summary: 'Entries of a campaign in the order of globalUserId, a page at a time',
      scope: 'entry:read',
      personal: true,
      params: Type.Object({ campaignId: Id }),
      query: Type.Object({
        ...PageQuery,
        verdict: Type.Optional(VerdictName),
        part: Type.Optional(Type.String({ description: 'one of listEntryParts: of that part alone' })),
      }),
      answer: EntryPage,
    },
    listEntryParts: {
      method: 'GET',
      path: '/entry-parts',
      summary: "Parts that entries are spread over by the fan: listed side by side, they make a campaign's entries sooner",
      scope: 'entry:read',
      answer: Type.Object({ parts: Type.Array(Type.String(), { minItems: 1 }) }),
    },
    getEntriesByMarket: {
      method: 'GET',
      path: '/markets/:marketId/entries',
      summary: 'Winners of a market in the order of globalUserId, a page at a time',
      scope: 'entry:read',
      personal: true,
      params: Type.Object({ marketId: Id }),
      query: Type.Object(PageQuery),
      answer: EntryPage,
    },
    countEntries: {
      method: 'GET',
      path: '/campaigns/:campaignId/counts',
      summary: 'How many entries a campaign has, by verdict and by ranked market',
      scope: 'entry:read',
      params: Type.Object({ campaignId: Id }),
      answer: Type.Object({
        entries: Count,
        byVerdict: Type.Record(Type.String(), Count),
        byMarket: Type.Record(Type.String(), Type.Object({ entrants: Count, winners: Count, codes: Count })),
      }),
    },
    assignCodes: {
      method: 'POST',
      path: '/entries/assign-codes',
      summary: 'Writes up to 25 verdicts with their codes, compare-and-set on entry and code',
      scope: 'entry:write',
      again: 'a verdict that is there is unchanged',
      body: Type.Object({
        campaignId: Id,
        marketId: Id,
        drawId: Type.String(),
        codes: Type.Union([Type.Literal('unique'), Type.Literal('shared')]),
        entries: Type.Array(
          Type.Object({
            globalUserId: FanId,
            verdict: Type.Union([Type.Literal('WINNER'), Type.Literal('LOSER'), Type.Literal('WAITLIST')]),
            accessCode: Type.Optional(Type.String()),
            selection: EntrySelectionSchema,
          }),
          { minItems: 1, maxItems: 25 },
        ),
      }),
      answer: Type.Object({
        results: Type.Array(
          Type.Object({
            globalUserId: FanId,
            outcome: Type.Union([Type.Literal('assigned'), Type.Literal('unchanged'), Type.Literal('absent'), Type.Literal('refused')], {
              description: 'absent: no entry (yet, or any more); refused: the fan holds another code, or another fan holds this one',
            }),
          }),
        ),
      }),
    },
    checkInvite: {
      method: 'POST',
      path: '/campaigns/:campaignId/invites/check',
      summary: 'Whether a fan is on the invite list',
      scope: 'entry:read',
      personal: true,
      again: 'it changes nothing',
      params: Type.Object({ campaignId: Id }),
      body: Type.Object({ key: InviteKeyName, value: Type.String({ minLength: 1, maxLength: 320 }) }),
      answer: Type.Object({ invited: Type.Boolean() }),
    },
    importInvites: {
      method: 'POST',
      path: '/campaigns/:campaignId/invites',
      summary: 'Adds to the invite list; values that are on it already are counted as duplicates',
      scope: 'operator',
      again: 'values that the first call added are counted as duplicates',
      params: Type.Object({ campaignId: Id }),
      body: Type.Object({ key: InviteKeyName, values: Type.Array(Type.String({ minLength: 1, maxLength: 320 }), { minItems: 1, maxItems: 10_000 }) }),
      bodyLimit: LARGE_BODY,
      answer: Type.Object({ imported: Count, duplicates: Count }),
    },
    importScores: {
      method: 'POST',
      path: '/campaigns/:campaignId/scores',
      summary: "Sets scores that stand for the life of the entry, in the place of the service's own; fans without an entry are counted as unknown",
      scope: 'operator',
      again: 'the same scores stand',
      params: Type.Object({ campaignId: Id }),
      body: Type.Object({
        scores: Type.Array(Type.Object({ globalUserId: FanId, score: Type.Integer({ minimum: 0, maximum: 1000 }) }), { minItems: 1, maxItems: 1000 }),
      }),
      bodyLimit: LARGE_BODY,
      answer: Type.Object({ imported: Count, unknown: Count }),
    },
    refreshScores: {
      method: 'POST',
      path: '/entries/refresh-scores',
      summary: 'Scores up to 25 entries again',
      scope: 'entry:write',
      again: 'the score is fetched again',
      body: Type.Object({ entries: Type.Array(Type.Object({ campaignId: Id, globalUserId: FanId }), { minItems: 1, maxItems: 25 }) }),
      answer: Type.Object({ failed: Type.Array(Type.Object({ campaignId: Id, globalUserId: FanId })) }),
    },
    eraseFan: {
      method: 'DELETE',
      path: '/fans/:globalUserId',
      summary: 'Removes every entry and invite of a fan',
      scope: 'operator',
      params: Type.Object({ globalUserId: FanId }),
      answer: Type.Object({ invites: Count }),
    },
    eraseInvites: {
      method: 'POST',
      path: '/invites/erase',
      summary: 'Takes addresses and member ids off the invite lists of all campaigns',
      scope: 'operator',
      again: 'what is off the lists stays off',
      body: Type.Object({
        emails: Type.Array(Type.String({ minLength: 1, maxLength: 320 }), { maxItems: 100 }),
        memberIds: Type.Array(Type.String({ minLength: 1, maxLength: 320 }), { maxItems: 100 }),
      }),
      answer: Type.Object({ invites: Count }),
    },
    forgetFan: {
      method: 'DELETE',
      path: '/fans/:globalUserId/marks',
      summary: 'Drops the marks that removed entries of a fan leave, which keep late writes out; for when nothing is on its way any more',
      scope: 'operator',
      params: Type.Object({ globalUserId: FanId }),
      answer: Type.Object({ marks: Count }),
    },
  },
} as const satisfies Contract;

import { type Static, Type } from 'typebox';
import type { Contract } from '../contract.ts';
import { Count, DatedUserInfoSchema, FanId, Id, Instant, Nullable, PageQuery, UserInfoSchema } from '../schemas.ts';

const jobInCampaign = {
  marketId: Type.Union([Id, Type.Null()], { description: 'the market that was won; null where the mail is about the campaign as a whole' }),
  globalUserId: FanId,
  template: Type.Union([Type.Literal('reminder'), Type.Literal('receipt'), Type.Literal('result')], { description: 'templateId' }),
  occurrence: Type.String({
    description:
      'tells two mails of one template apart: the instant a reminder fell due, the createdAt of the entry that a receipt is for, draw and verdict of a result (`summer-tour/1/WINNER`)',
  }),
};
const jobKey = { campaignId: Id, ...jobInCampaign };

const OpenState = Type.Union([Type.Literal('FAILED'), Type.Literal('AMBIGUOUS')], {
  description: 'FAILED: it surely did not arrive; AMBIGUOUS: the mail server may have taken it',
});

export const EmailJob = Type.Object({ ...jobKey, sendAt: Instant });
export type EmailJob = Static<typeof EmailJob>;

const Bounce = Type.Object({
  mail: Type.String({ pattern: '^[0-9a-f]{40}$', description: 'the name of the mail: what its Message-ID has before the @' }),
  recipients: Type.Array(Type.String({ maxLength: 320 }), { maxItems: 10, description: 'the addresses that the report names' }),
  status: Type.String({ pattern: '^[245]\\.\\d{1,3}\\.\\d{1,3}$', description: 'as in RFC 3463' }),
});
export type Bounce = Static<typeof Bounce>;

const Profile = Type.Object({
  userInfo: Nullable(UserInfoSchema),
  attributes: Type.Record(Type.String(), Type.String(), { description: 'what the card and linked-account gates ask for' }),
  unsubscribed: Type.Boolean(),
});

const JobCounts = Type.Object({ planned: Count, sending: Count, sent: Count, failed: Count, ambiguous: Count, skipped: Count });

export const userContract = {
  service: 'user',
  operations: {
    upsertUsers: {
      method: 'POST',
      path: '/users/batch-upsert',
      summary: 'Creates or updates up to 25 users; what was said earlier than what is known changes nothing',
      scope: 'user:write',
      again: 'the same stands',
      body: Type.Object({ users: Type.Array(DatedUserInfoSchema, { minItems: 1, maxItems: 25 }) }),
      answer: Type.Object({ upserted: Count }),
    },
    getProfile: {
      method: 'GET',
      path: '/users/:globalUserId',
      summary: 'What is known of a fan',
      scope: 'user:read',
      personal: true,
      params: Type.Object({ globalUserId: FanId }),
      answer: Profile,
    },
    setAttributes: {
      method: 'PUT',
      path: '/users/:globalUserId/attributes',
      summary: 'Sets the attributes that gates ask for',
      scope: 'user:write',
      params: Type.Object({ globalUserId: FanId }),
      body: Type.Object({ attributes: Type.Record(Type.String(), Type.String()) }),
      answer: Type.Object({ attributes: Type.Record(Type.String(), Type.String()) }),
    },
    setSubscription: {
      method: 'PUT',
      path: '/users/:globalUserId/subscription',
      summary: 'Whether the fan takes mails',
      scope: 'user:write',
      params: Type.Object({ globalUserId: FanId }),
      body: Type.Object({ unsubscribed: Type.Boolean() }),
      answer: Type.Object({ unsubscribed: Type.Boolean() }),
    },
    enqueueEmailJobs: {
      method: 'POST',
      path: '/email-jobs',
      summary: 'Plans up to 100 mails; a job whose key (campaign, market, fan, template, occurrence) is known is left as it is',
      scope: 'user:write',
      again: 'a job whose key is known is left as it is',
      body: Type.Object({ jobs: Type.Array(EmailJob, { minItems: 1, maxItems: 100 }) }),
      answer: Type.Object({ planned: Count, known: Count }),
    },
    sendDue: {
      method: 'POST',
      path: '/email-jobs/send-due',
      summary: 'Sends what is due, at most `limit` mails, and says how many due mails are left, counting to 1,000',
      scope: 'user:write',
      again: 'a mail that was taken is not sent again',
      body: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 1000 }) }),
      answer: Type.Object({ sent: Count, failed: Count, ambiguous: Count, skipped: Count, remaining: Count }),
    },
    recordBounces: {
      method: 'POST',
      path: '/email-jobs/bounces',
      summary: 'Notes that mails came back for good, up to 100: their jobs are FAILED, and no further mail goes to addresses that are to blame',
      scope: 'user:write',
      again: 'what came back is FAILED already, and its address noted',
      body: Type.Object({ bounces: Type.Array(Bounce, { minItems: 1, maxItems: 100 }) }),
      answer: Type.Object({ failed: Count, unreachable: Count, unknown: Count }),
    },
    countEmailJobs: {
      method: 'GET',
      path: '/email-jobs/counts',
      summary: 'How many jobs of a campaign are in each state, and when the next is due',
      scope: 'user:read',
      query: Type.Object({ campaignId: Id }),
      answer: Type.Object({ counts: JobCounts, nextSendAt: Nullable(Instant) }),
    },
    eraseAddresses: {
      method: 'POST',
      path: '/addresses/erase',
      summary: 'Forgets that mails to these addresses came back',
      scope: 'operator',
      again: 'what is forgotten stays so',
      body: Type.Object({ emails: Type.Array(Type.String({ minLength: 1, maxLength: 320 }), { maxItems: 100 }) }),
      answer: Type.Object({ addresses: Count }),
    },
    listEmailJobs: {
      method: 'GET',
      path: '/email-jobs',
      summary: 'Mails of a campaign that failed, or that the mail server may have taken without saying so, a page at a time',
      scope: 'user:read',
      personal: true,
      query: Type.Object({ campaignId: Id, state: OpenState, ...PageQuery }),
      answer: Type.Object({
        jobs: Type.Array(Type.Object({ ...jobKey, reason: Nullable(Type.String()) })),
        next: Nullable(Type.String()),
      }),
    },
    resendEmailJobs: {
      method: 'POST',
      path: '/email-jobs/resend',
      summary: 'Plans up to 100 mails of a campaign anew that are in this state; fans may get a mail twice whose state is AMBIGUOUS',
      scope: 'operator',
      again: 'what is planned is in that state no more',
      body: Type.Object({
        campaignId: Id,
        state: OpenState,
        jobs: Type.Array(Type.Object(jobInCampaign), { minItems: 1, maxItems: 100 }),
      }),
      answer: Type.Object({ planned: Count }),
    },
    eraseFan: {
      method: 'DELETE',
      path: '/users/:globalUserId',
      summary: 'Removes a fan and their jobs',
      scope: 'operator',
      params: Type.Object({ globalUserId: FanId }),
      answer: Type.Object({}),
    },
  },
} as const satisfies Contract;

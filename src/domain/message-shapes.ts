import type { EmailJobKey } from './email-job.ts';
import type { DatedUserInfo, EntryItem, EntryKey, UserInfo } from './entry.ts';
import type { EntryChange, QueueMessages, QueueName, Selection, SelectionChunk, VerdictCounts, VerdictReport } from './message.ts';
import type { PipelineRecord, PipelineSource } from './pipeline-record.ts';
import { anyObject, flag, globalUserId, id, instant, list, nullable, object, oneOf, optional, type Shape, text, wholeFrom } from './shape.ts';

const entryKey = { campaignId: id, globalUserId };

const userInfo = {
  globalUserId,
  memberId: optional(text),
  email: text,
  phoneNumber: optional(text),
  firstName: text,
  lastName: text,
  postalCode: optional(text),
  countryCode: optional(text),
  locale: text,
};

const item = object<EntryItem>({
  PK: text,
  SK: oneOf('ENTRY'),
  ...entryKey,
  entry: anyObject(),
  rankedMarkets: list(id),
  userInfo: object<UserInfo>(userInfo),
  verdict: oneOf('PENDING', 'WINNER', 'LOSER', 'WAITLIST'),
  accessCode: optional(text),
  selection: optional(anyObject()),
  needsReplication: flag,
  version: wholeFrom(1),
  createdAt: instant,
  updatedAt: instant,
  fanModifiedAt: instant,
  linkedFrom: optional(id),
  correlationId: text,
  traceparent: optional(text),
});

const keys = object<EntryKey>(entryKey);
const removal = object<EntryChange>({ eventName: oneOf('REMOVE'), keys, at: instant, newImage: optional(item), oldImage: item });
const write = object<EntryChange>({ eventName: oneOf('INSERT', 'MODIFY', 'REMOVE'), keys, at: instant, newImage: item, oldImage: optional(item) });
const change: Shape<EntryChange> = (body) => ((body as Partial<EntryChange> | null | undefined)?.eventName === 'REMOVE' ? removal : write)(body);

const selection = object<Selection>({
  globalUserId,
  verdict: oneOf('WINNER', 'LOSER', 'WAITLIST'),
  position: optional(wholeFrom(1)),
  accessCode: optional(text),
  waitlist: list(object<Selection['waitlist'][number]>({ marketId: id, place: wholeFrom(1) })),
});

/** What the Entry Service takes in one request. */
const SELECTIONS_A_CHUNK = { least: 1, most: 25 };

const chunk = object<SelectionChunk>({
  chunkId: text,
  campaignId: id,
  marketId: id,
  drawId: text,
  codes: oneOf('unique', 'shared'),
  counted: optional(oneOf('winners', 'nobody')),
  selections: list(selection, SELECTIONS_A_CHUNK),
});

const counted = wholeFrom(0);
const report = object<VerdictReport>({
  reportId: text,
  campaignId: id,
  marketId: id,
  drawId: text,
  counts: object<VerdictCounts>({ winners: counted, waitlisted: counted, losers: counted, withdrawn: counted }),
});

const PIPELINE_TYPES = ['CAMPAIGN', 'MARKET', 'REGISTRATION', 'EVENT_MAPPING', 'REGISTERED_MARKET'] as const;
const source = object<{ readonly [K in keyof PipelineSource]: PipelineSource[K] }>({ type: oneOf(...PIPELINE_TYPES), at: instant, data: anyObject() });
/** The rest is in the record's schema, by its type. */
const record = object<PipelineRecord>({ type: oneOf(...PIPELINE_TYPES), key: text, value: anyObject() });

/**
 * What a message of each queue has to look like for its worker to take it up. Sent by hand, by another version or by
 * mistake, one that does not is a dead letter, and nobody else of its batch is held up.
 */
export const messageShapes: { readonly [Q in QueueName]: Shape<QueueMessages[Q]> } = {
  saveEntriesQueue: change,
  retryScoreQueue: object<EntryKey>(entryKey),
  userInfoQueue: object<DatedUserInfo>({ ...userInfo, modifiedAt: optional(instant) }),
  saveSelectionQueue: chunk,
  verdictReporterQueue: report,
  refreshSelectionQueue: object<QueueMessages['refreshSelectionQueue']>({ campaignId: id, marketId: id }),
  emailJobQueue: object<EmailJobKey>({
    campaignId: id,
    marketId: nullable(id),
    globalUserId,
    template: oneOf('reminder', 'receipt', 'result'),
    occurrence: text,
  }),
  dataQueue: source as Shape<PipelineSource>,
  'campaign-queue': record,
  'market-queue': record,
  'registration-queue': record,
  'event-mapping-queue': record,
  'registered-market-queue': record,
};

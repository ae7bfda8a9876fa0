import { type Static, Type } from 'typebox';
import type { Contract } from '../services/contract.ts';
import { Count, EntryFieldsSchema, EntrySelectionSchema, FanId, Id, Instant, Nullable, PageQuery, VerdictName } from '../services/schemas.ts';

const QueueParams = Type.Object({ queue: Type.String() });

/** Null is what the engine does not count: SQS knows neither what was sent nor what is done. */
export const QueueState = Type.Object({
  queue: Type.String(),
  waiting: Count,
  inFlight: Count,
  delayed: Count,
  deadLetters: Count,
  /** Null where the engine does not tell, and so below. */
  oldestAgeMs: Nullable(Count),
  sent: Nullable(Count),
  done: Nullable(Count),
  expired: Nullable(Count),
});

/** An entry of the demand-table without the fan's name and address; the answers are there, as they are compared. */
const TableEntry = Type.Object({
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
  needsReplication: Type.Boolean({ description: 'a change of it is on its way to the Entry Service, or got lost on it' }),
});
export type TableEntry = Static<typeof TableEntry>;

/** `outcome`: BEGUN before it was done; then DONE, or the code of the error. READ before something was read. */
const AuditedChange = Type.Object({
  number: Type.Integer({ minimum: 1 }),
  at: Instant,
  by: Type.Object({ kind: Type.Union([Type.Literal('operator'), Type.Literal('app')]), name: Type.String() }),
  service: Type.String(),
  operation: Type.String(),
  on: Type.Record(Type.String(), Type.String()),
  outcome: Type.String(),
  correlationId: Type.String(),
  previous: Type.String({ description: 'the hash of the record before' }),
  hash: Type.String({ description: 'SHA-256 of the other members as canonical JSON (RFC 8785)' }),
});

/** What an operator asks of the running flow, whatever it runs on. */
export const operatorContract = {
  service: 'operator',
  operations: {
    flow: {
      method: 'GET',
      path: '/flow',
      summary:
        'Each queue and stream with what waits in it; `idle` when nothing that is known of is waiting, delayed or in flight: an unknown lag of a stream (null) does not count',
      scope: 'operator',
      answer: Type.Object({
        idle: Type.Boolean(),
        queues: Type.Array(QueueState),
        streams: Type.Array(
          Type.Object({
            worker: Type.String(),
            /** Records; null where the engine does not tell. */
            behind: Nullable(Count),
            oldestAgeMs: Nullable(Count),
            deadLetters: Count,
          }),
        ),
      }),
    },
    deadLetters: {
      method: 'GET',
      path: '/queues/:queue/dead-letters',
      summary: 'Messages that failed for good, personal data masked, the oldest first, a page at a time: at most `limit`, and 4 MiB of them',
      scope: 'operator',
      personal: true,
      params: QueueParams,
      query: Type.Object(PageQuery),
      answer: Type.Object({
        deadLetters: Type.Array(
          Type.Object({
            messageId: Type.String(),
            error: Type.String(),
            receiveCount: Count,
            sentAt: Type.String(),
            deadAt: Nullable(Type.String()),
            body: Type.Unknown(),
          }),
        ),
        next: Nullable(Type.String()),
      }),
    },
    redrive: {
      method: 'POST',
      path: '/queues/:queue/redrive',
      summary: 'Moves dead letters back to their queue, all or those named; records of a stream go to their worker at once, 1,000 a call',
      scope: 'operator',
      again: 'handling a message twice changes nothing',
      params: QueueParams,
      body: Type.Object({ messageIds: Type.Optional(Type.Array(Type.String())) }),
      answer: Type.Object({ moved: Count, failed: Count }),
    },
    events: {
      method: 'GET',
      path: '/topics/:topic/events',
      summary: 'Published records of a topic, a page at a time',
      scope: 'operator',
      personal: true,
      params: Type.Object({ topic: Type.String() }),
      query: Type.Object({
        after: Type.Optional(Type.String({ description: 'an offset' })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
      }),
      answer: Type.Object({
        events: Type.Array(
          Type.Object({ offset: Type.String(), key: Type.String(), dedupeId: Type.String(), timestamp: Type.String(), value: Type.Unknown() }),
        ),
        next: Nullable(Type.String()),
      }),
    },
    listTable: {
      method: 'GET',
      path: '/campaigns/:campaignId/table',
      summary: 'Entries of the demand-table in no particular order, a page at a time; a page may be short',
      scope: 'operator',
      personal: true,
      params: Type.Object({ campaignId: Id }),
      query: Type.Object(PageQuery),
      answer: Type.Object({ entries: Type.Array(TableEntry), next: Nullable(Type.String()) }),
    },
    replicate: {
      method: 'POST',
      path: '/campaigns/:campaignId/replicate',
      summary: 'Sends what the demand-table has of these fans to the Entry Service and the event log again; who is not in the table is removed there',
      scope: 'operator',
      again: 'a version that is there changes nothing',
      params: Type.Object({ campaignId: Id }),
      body: Type.Object({ globalUserIds: Type.Array(FanId, { minItems: 1, maxItems: 100 }) }),
      answer: Type.Object({ sent: Count, unknown: Type.Integer({ minimum: 0, description: 'fans that neither the table nor the Entry Service has' }) }),
    },
    eraseFan: {
      method: 'DELETE',
      path: '/fans/:globalUserId',
      summary:
        'Removes a fan from the demand-table, dead letters, published records, and files of the data folder; the services but for Export have an eraseFan of their own',
      scope: 'operator',
      params: Type.Object({ globalUserId: FanId }),
      answer: Type.Object({
        entries: Count,
        mails: Count,
        lines: Type.Integer({ minimum: 0, description: 'of reports and journals in the data folder' }),
        deadLetters: Count,
        records: Nullable(Type.Integer({ minimum: 0, description: 'published ones that tell of nobody any more; null where they cannot be changed' })),
        onTheirWay: Nullable(
          Type.Integer({ minimum: 0, description: 'messages and changes that tell of the fan still; null where queues cannot be looked into' }),
        ),
      }),
    },
    audit: {
      method: 'GET',
      path: '/audit',
      summary:
        'What operators and apps changed, and operators read of single fans, in a chain of hashes, oldest first, a page at a time: those behind the number `after`',
      scope: 'operator',
      query: Type.Object({
        after: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
      }),
      answer: Type.Object({ records: Type.Array(AuditedChange), next: Nullable(Type.Integer()) }),
    },
    announceKeyRotation: {
      method: 'POST',
      path: '/key-rotations',
      summary: 'Writes down that the keys of tokens are about to be changed, which is done on the secrets themselves',
      scope: 'operator',
      again: 'it is written down again',
      body: Type.Object({ leaked: Type.Boolean() }),
      answer: Type.Object({}),
    },
    countEvents: {
      method: 'GET',
      path: '/topics/:topic/count',
      summary: 'Distinct records of a topic whose key starts with a prefix',
      scope: 'operator',
      params: Type.Object({ topic: Type.String() }),
      query: Type.Object({ keyPrefix: Type.Optional(Type.String({ default: '' })) }),
      answer: Type.Object({ count: Count }),
    },
  },
} as const satisfies Contract;

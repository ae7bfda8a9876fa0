import { Type } from 'typebox';
import type { Contract } from '../services/contract.ts';
import { Count, Nullable } from '../services/schemas.ts';

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
      summary: 'Messages that failed for good, personal data masked; at most `limit`, and 4 MiB of them',
      scope: 'operator',
      params: QueueParams,
      query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })) }),
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
      }),
    },
    redrive: {
      method: 'POST',
      path: '/queues/:queue/redrive',
      summary: 'Moves dead letters back to their queue, all or those named; records of a stream go to their worker at once, 1,000 a call',
      scope: 'operator',
      params: QueueParams,
      body: Type.Object({ messageIds: Type.Optional(Type.Array(Type.String())) }),
      answer: Type.Object({ moved: Count, failed: Count }),
    },
    events: {
      method: 'GET',
      path: '/topics/:topic/events',
      summary: 'Published records of a topic, a page at a time',
      scope: 'operator',
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

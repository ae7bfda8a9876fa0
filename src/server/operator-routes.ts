import { withinPayload } from '../domain/payload-size.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { EventLog, StoredLogRecord } from '../ports/event-log.ts';
import type { DeadLetter } from '../ports/queue.ts';
import type { AnswerOf, HandlersOf } from '../services/contract.ts';
import { createErasureHandlers, type ErasureOptions } from './erasure.ts';
import { maskPersonal } from './mask-personal.ts';
import type { operatorContract } from './operator-contract.ts';
import { createReconciliationHandlers, type ReconciliationOptions } from './reconciliation.ts';

type Operations = (typeof operatorContract)['operations'];

export interface OperatorOptions {
  /** Each queue and stream with what waits in it. */
  readonly flow: () => Promise<AnswerOf<Operations['flow']>>;
  /** Queues go by their own name, or by that of their dead-letter queue; streams by that, or by their worker's. */
  readonly deadLetters: {
    list(name: string, max: number, after?: string | null): Promise<readonly DeadLetter[]>;
    redrive(name: string, messageIds?: readonly string[]): Promise<{ readonly moved: number; readonly failed: number }>;
  };
  /** Topics go by their full names. */
  readonly eventLog: Pick<EventLog, 'read' | 'count'>;
  readonly auditLog: Pick<AuditLog, 'read'>;
  readonly reconciliation: ReconciliationOptions;
  readonly erasure: ErasureOptions;
}

const PAGE = 100;

/** What an operator asks of the running flow; dead letters show what failed, not whose data it was. */
export const createOperatorHandlers = ({
  flow,
  deadLetters,
  eventLog,
  auditLog,
  reconciliation,
  erasure,
}: OperatorOptions): HandlersOf<typeof operatorContract> => ({
  flow: () => flow(),
  deadLetters: async ({ params, query: { after = null, limit = PAGE } }) => {
    const letters = await deadLetters.list(params.queue, limit, after);
    const shown = withinPayload(letters.map(shownDeadLetter));
    const isLast = shown.length === letters.length && letters.length < limit;
    return { deadLetters: [...shown], next: isLast ? null : (letters[shown.length - 1]?.place ?? null) };
  },
  redrive: ({ params, body }) => deadLetters.redrive(params.queue, body.messageIds),
  events: async ({ params, query: { after = null, limit = PAGE } }) => {
    const records = await eventLog.read(params.topic, after, limit);
    const events = withinPayload(records.map(shownEvent));
    const isLast = events.length === records.length && records.length < limit;
    return { events: [...events], next: isLast ? null : (events.at(-1)?.offset ?? null) };
  },
  ...createReconciliationHandlers(reconciliation),
  ...createErasureHandlers(erasure),
  audit: async ({ query: { after = 0, limit = PAGE } }) => {
    const records = [...(await auditLog.read(after, limit))];
    return { records, next: records.length < limit ? null : (records.at(-1)?.number ?? null) };
  },
  // The audit log is what it is for.
  announceKeyRotation: async () => ({}),
  countEvents: async ({ params, query }) => ({ count: await eventLog.count(params.topic, query.keyPrefix ?? '') }),
});

const shownDeadLetter = ({ messageId, error, receiveCount, sentAt, deadAt, body }: DeadLetter) => ({
  messageId,
  error,
  receiveCount,
  sentAt: new Date(sentAt).toISOString(),
  deadAt: deadAt === null ? null : new Date(deadAt).toISOString(),
  body: maskPersonal(parseOrNull(body)),
});

const shownEvent = ({ offset, key, dedupeId, timestamp, value }: StoredLogRecord) => ({
  offset,
  key,
  dedupeId,
  timestamp: new Date(timestamp).toISOString(),
  value: parseOrNull(value),
});

/** A body that is no JSON (it may have failed for that) cannot be masked, so it is not shown. */
const parseOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

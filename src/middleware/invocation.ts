import type { MiddlewareObj } from '@middy/core';
import type { Span, Context as TraceContext, Tracer } from '@opentelemetry/api';
import type { Context } from 'aws-lambda';
import type { Log } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Random } from '../ports/random.ts';
import type { WorkerName } from '../topology.ts';
import type { BatchFailure, BatchRecord, BatchResult } from '../workers/worker.ts';

/** What the middlewares of one invocation share. */
export interface Invocation extends Record<string, unknown> {
  correlationId: string;
  log: Log;
  /** The batch in its order; set by the transforms. */
  records: readonly BatchRecord<unknown>[];
  /** The queue that the batch came from; null for a stream. */
  sourceQueue: string | null;
  /** A record as it is kept where it can never succeed: a message's body, a change as the table's own stream tells it. */
  kept(record: BatchRecord<unknown>): unknown;
  /** What could not even be read; never shown to the worker. */
  unreadable: readonly BatchFailure[];
  /** Every record that failed, those that can't be mended among them; set once the worker is done. */
  failures: readonly BatchFailure[];
  /** Set where traces are recorded: the invocation's span, and what the worker runs in. */
  span: Span;
  active: TraceContext;
  /** Of the invocation, for what it sends or writes; undefined where nobody records it. */
  traceparent: string | undefined;
  /** Spans of a batch's records, by the record's id. */
  recordSpans: Map<string, Span>;
  /** Joins a record to the trace that it came with; answers what is told to the next hop. Without it, what came is told on. */
  follow(recordId: string, given: string | undefined): string | undefined;
}

/** A failure that trying again cannot mend, put among the worker's dead letters at once. */
export interface PermanentFailure {
  readonly recordId: string;
  readonly reason: string;
  readonly body: string;
  readonly correlationId: string;
  readonly traceparent?: string | undefined;
}

/** What the chain of one worker is made of, wired once. */
export interface Chain {
  readonly worker: WorkerName;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Metrics<WorkerName>;
  /** Default null: nobody records traces. */
  readonly tracer?: Tracer | null;
  /** Exactly what the worker's row names. */
  readonly services: unknown;
  /** Fetches the app-to-app tokens that the worker will call with, so that a missing key fails here. */
  authenticate(): Promise<void>;
  /** `sourceQueue`: null for a stream. */
  deadLetter(sourceQueue: string | null, failures: readonly PermanentFailure[]): Promise<void>;
}

export type Middleware = MiddlewareObj<unknown, unknown, Error, Context, Invocation>;

export const isBatchResult = (value: unknown): value is BatchResult =>
  typeof value === 'object' && value !== null && 'failures' in value && Array.isArray(value.failures) && 'count' in value;

/** What stands in for `follow` where nobody records traces. */
export const asGiven = (_recordId: string, given: string | undefined): string | undefined => given;

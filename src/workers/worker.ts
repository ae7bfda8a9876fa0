import type { Log } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import type { ServicesOf, WorkerName } from '../topology.ts';

/** What a worker has besides its input. */
export interface WorkerContext<W extends WorkerName> {
  readonly services: ServicesOf<W>;
  readonly log: Log;
  readonly clock: Clock;
  /** Of the invocation; records of a batch carry their own. */
  readonly correlationId: string;
  /** W3C's `traceparent` for what the invocation sends or writes, where somebody records its trace; records of a batch carry their own. */
  readonly traceparent?: string | undefined;
}

/** A plain function of its input and its services; it knows neither the cloud nor the environment. */
export type Worker<W extends WorkerName, Input, Result> = (input: Input, context: WorkerContext<W>) => Promise<Result>;

/** One message or stream record of a batch. */
export interface BatchRecord<Body> {
  /** The identifier that a failure is reported by: message id or sequence number. */
  readonly id: string;
  readonly body: Body;
  readonly correlationId: string;
  /** W3C's `traceparent` for what is sent on account of this record, where it is part of a trace. */
  readonly traceparent?: string | undefined;
}

export interface Batch<Body> {
  readonly records: readonly BatchRecord<Body>[];
}

/** What became of a batch. What is not named in `failures` is done, durably. */
export interface BatchResult<Count = Readonly<Record<string, number>>> {
  readonly failures: readonly BatchFailure[];
  readonly count: Count;
}

export interface BatchFailure {
  readonly id: string;
  readonly error: unknown;
}

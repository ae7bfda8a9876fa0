/** A message to send. Body: plain JSON data, at most 256 KiB as text. */
export interface OutgoingMessage<Body> {
  readonly body: Body;
  readonly correlationId: string;
  /** W3C's `traceparent`, where the work is part of a trace that somebody records: the message attribute of that name. */
  readonly traceparent?: string | undefined;
  /** Delivered no sooner than this; default 0, at most 900. */
  readonly delaySeconds?: number;
}

/** The sending side of one queue, as a worker sees it. */
export interface QueueSender<Body> {
  /**
   * Any number of messages; resolved means durable, but for those named in `failed` (by index, in order).
   * Splits by the engine's count and byte limits. Order is kept as far as the engine keeps it: none relies on it.
   */
  send(messages: readonly OutgoingMessage<Body>[]): Promise<SendResult>;
}

export interface SendResult {
  readonly failed: readonly { readonly index: number; readonly reason: string }[];
}

/** A message under lease. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly sentAt: number;
  readonly firstReceivedAt: number;
  /** 1 at the first delivery. */
  readonly receiveCount: number;
}

export interface Lease {
  /** Fences off a worker whose lease ran out: its acknowledgement changes nothing. */
  readonly token: string;
  readonly messages: readonly ReceivedMessage[];
}

export interface DeadLetter {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly sentAt: number;
  /** Null where the engine does not tell. */
  readonly deadAt: number | null;
  readonly receiveCount: number;
  /** Why it failed, or where to look for that. */
  readonly error: string;
  /** What lists those behind it: its place in the order of dead letters. */
  readonly place: string;
}

/** What is in a queue; null is what an engine does not count. Some count but roughly, and a little late. */
export interface QueueDepth {
  readonly waiting: number;
  /** Under lease; with SQS also what failed and is not yet visible again. */
  readonly inFlight: number;
  /** Sent with a delay, or failed and not yet visible again. */
  readonly delayed: number;
  readonly deadLetters: number;
  readonly oldestAgeMs: number | null;
  /** Since the data folder was made. */
  readonly sent: number | null;
  readonly done: number | null;
  /** Kept longer than the queue allows, and dropped. */
  readonly expired: number | null;
}

/** Everything counted, to the message: sent = done + waiting + inFlight + delayed + deadLetters + expired. */
export interface CountedDepth extends QueueDepth {
  readonly oldestAgeMs: number;
  readonly sent: number;
  readonly done: number;
  readonly expired: number;
}

/** How the message's handling ended, by message id; an id that is not of the lease is an error in our code. */
export interface LeaseOutcome {
  readonly failed: readonly { readonly messageId: string; readonly error: string; readonly deadLetter?: boolean }[];
}

/** How another try of dead letters ended, by message id. */
export interface DeadLetterOutcome {
  readonly handled: readonly string[];
  readonly failed: readonly { readonly messageId: string; readonly error: string }[];
}

/**
 * What an operator does with queues, whatever they run on. A queue goes by its own name or by that of its dead-letter
 * queue; each method rejects with `NOT_FOUND` for one that there is not.
 */
export interface QueueOperations<Name extends string = string> {
  depth(queue: Name): Promise<QueueDepth>;
  /**
   * At most so many, each once, the oldest first as far as the engine knows, from behind the place `after` on (default:
   * from the first); they stay where they are. An engine that keeps no order may look through some thousands at each
   * call, and of more show some and miss others. `INPUT_INVALID` for what is no place.
   */
  deadLetters(queue: Name, max: number, after?: string | null): Promise<readonly DeadLetter[]>;
  /** Puts something that failed for good among a queue's dead letters: a message, or what is none (a stream record). */
  addDeadLetter(deadLetterQueue: string, body: string, error: string, attributes: Readonly<Record<string, string>>): Promise<void>;
  /**
   * Moves dead letters back, with a receive count of 0 and as old as if they were sent now: all, or those named. Answers
   * how many. An engine may stop after some thousands; the next call takes the next. A crash leaves each in one of the
   * two queues, or in both. `STATE_INVALID` where no queue takes them.
   */
  redrive(queue: Name, messageIds?: readonly string[]): Promise<number>;
  /**
   * Ends dead letters that were handled without going through a queue: what was handled is removed and counts as done,
   * the others stay with the new error and one receive more, in some engines as new messages. Those that are gone
   * meanwhile change nothing.
   */
  settleDeadLetters(queue: Name, outcome: DeadLetterOutcome): Promise<void>;
}

/**
 * Queues with SQS's rules, kept over restarts: at least once, visibility timeout, receive count, dead letters.
 * A message that was received `maxReceiveCount` times and fails again, or whose last lease runs out, goes to the
 * dead-letter queue. What was in flight when its process ended is visible at once at the next start.
 * Every method rejects with `NOT_FOUND` for a queue that there is not.
 */
export interface QueueEngine<Name extends string = string> extends QueueOperations<Name> {
  send(queue: Name, messages: readonly OutgoingMessage<unknown>[]): Promise<SendResult>;
  /** Leases at most `max` visible messages for the queue's visibility timeout; null when there is none. */
  receive(queue: Name, max: number): Promise<Lease | null>;
  /** Removes what was done, makes what failed visible again after the visibility timeout or dead-letters it. `false`: the lease had run out. */
  settle(queue: Name, token: string, outcome: LeaseOutcome): Promise<boolean>;
  depth(queue: Name): Promise<CountedDepth>;
  /** When the next invisible message can be received, in milliseconds since the epoch, which may have passed by now; null if none is waiting so. */
  nextVisibleAt(queue: Name): Promise<number | null>;
  /**
   * Drops what has waited longer than its queue keeps messages, and dead letters after their time; what is in flight
   * stays. Answers how many. To be called for as long as messages can be handled; it looks once a minute at most. Only time between
   * two calls that are at most ten minutes apart counts, so that nothing expires for having waited while nobody was
   * there, or while a clock jumped.
   */
  expire(): Promise<number>;
  /** Calls back soon after messages of this queue were made visible in this process. For those that time makes visible there is `nextVisibleAt`. */
  onArrival(queue: Name, listener: () => void): void;
}

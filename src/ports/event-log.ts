/** One record of the event log: Kafka, or its embedded stand-in. */
export interface LogRecord {
  /** The entity's id: records of one key keep their order. */
  readonly key: string;
  /** JSON text. */
  readonly value: string;
  /** Stable over replays; readers drop what they have seen. */
  readonly dedupeId: string;
  /** UTC milliseconds of the change. */
  readonly timestamp: number;
  readonly correlationId: string;
  /** W3C's `traceparent`, where the record is part of a trace: a header for readers. It is not stored where records have no headers. */
  readonly traceparent?: string | undefined;
}

export interface StoredLogRecord extends LogRecord {
  /** Where it is in its topic; what it looks like is the adapter's own. */
  readonly offset: string;
}

/** The published records, by topic: `registrations` and the like (topology's `eventTopics`). Adapters put the configured prefix in front. */
export interface EventLog {
  /** Resolved: each record is durable, but for those named by index. Order is kept per key. */
  append(topic: string, records: readonly LogRecord[]): Promise<{ readonly failed: readonly { readonly index: number; readonly reason: string }[] }>;
  /**
   * Those behind the record with the offset `after`, or from the beginning; at most `max`, and fewer only at the end.
   * Throws `INPUT_INVALID` for an offset that no record has.
   */
  read(topic: string, after: string | null, max: number): Promise<readonly StoredLogRecord[]>;
  /**
   * Puts `blank` of each record of these keys in its place, at its offset; answers how many. Null: records never change
   * here (Kafka). `blank` gives the same for the same record.
   */
  erase(topic: string, keys: ReadonlySet<string>, blank: (record: LogRecord) => LogRecord): Promise<number | null>;
  /** Distinct dedupe ids of a topic whose key starts with `keyPrefix`. */
  count(topic: string, keyPrefix: string): Promise<number>;
}

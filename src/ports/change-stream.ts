import type { EntryItem, Verdict } from '../domain/entry.ts';

/** One change of the demand-table, old and new image, in the order of commits. */
export interface ChangeRecord {
  /** Grows with each commit; decimal. */
  readonly sequenceNumber: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly newImage: EntryItem | null;
  readonly oldImage: EntryItem | null;
}

/** What a consumer asks for: each part that is present must hold, the last two of the new image. */
export interface ChangeWanted {
  readonly eventName?: ChangeRecord['eventName'];
  readonly needsReplication?: boolean;
  readonly verdict?: Verdict;
}

/**
 * The demand-table's stream as the embedded runtime reads it (in the cloud an event source mapping does).
 * At least once, in order; each consumer has a checkpoint of its own that survives restarts.
 */
export interface ChangeStream<Consumer extends string = string> {
  /**
   * The next records behind the consumer's checkpoint, at most `max`; empty when it has caught up.
   * `wants`: only records that match one of these are answered, and the others count as passed: they are no lag,
   * and the next checkpoint or trim takes them in. Default: every record.
   */
  read(consumer: Consumer, max: number, wants?: readonly ChangeWanted[]): Promise<readonly ChangeRecord[]>;
  /** Everything up to and including this record is done for this consumer. An older one changes nothing. */
  checkpoint(consumer: Consumer, sequenceNumber: string): Promise<void>;
  /** Records not yet behind the consumer's checkpoint, and the age of the oldest in milliseconds. */
  lag(consumer: Consumer): Promise<{ readonly records: number; readonly oldestAgeMs: number }>;
  /** Drops records that every consumer has passed. */
  trim(): Promise<void>;
  /** Calls back soon after new records were committed in this process. */
  onAppend(listener: () => void): void;
}

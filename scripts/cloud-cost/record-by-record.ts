import type { Counts, TallyRow } from './tally.ts';

const COUNTER_UNITS = 2;

/**
 * The same flow one record at a time, from the same numbers of records: each is an invocation, a receive and a delete, a
 * call of a service with a read and a write of its own, and each message a request. What the counted run did once for
 * each record, it does still; what it did once for a batch comes once for each: the counters in a transaction of the Entry
 * Service, an item of the event log, a report of verdicts.
 */
export const recordByRecord = (rows: readonly TallyRow[]): readonly TallyRow[] => {
  const countOf = (name: string, counter: keyof Counts): number => rows.find((row) => row.function === name && row.caller === null)?.counts[counter] ?? 0;
  // A chunk is a message of many outcomes; each outcome is one write to the demand-table.
  const outcomes = countOf('save-selections', 'dynamodbRequests');
  const recordsOf = (worker: string): number => (worker === 'save-selections' || worker === 'report-verdicts' ? outcomes : countOf(worker, 'records'));
  const isFed = (name: string): boolean => countOf(name, 'sqsPolls') > 0 || STREAM_WORKERS.includes(name);

  return rows.map((row) => {
    const n = (counter: keyof Counts): number => row.counts[counter] ?? 0;
    if (row.caller === null && isFed(row.function)) {
      const records = recordsOf(row.function);
      const packed = row.function === 'send-data';
      return {
        ...row,
        counts: {
          ...row.counts,
          ...messagesAlone(row, outcomes),
          invocations: records,
          records,
          ...(n('sqsPolls') > 0 ? { sqsPolls: 2 * records } : {}),
          ...(packed ? { dynamodbRequests: records, dynamodbWriteUnits: records } : {}),
          ...(row.function === 'save-entries' ? { dynamodbRequests: 2 * records } : {}),
        },
      };
    }
    if (row.caller === null || !isFed(row.caller)) return { ...row, counts: { ...row.counts, ...messagesAlone(row, outcomes) } };
    const records = recordsOf(row.caller);
    const more = Math.max(0, records - n('invocations'));
    const perReport = row.caller === 'report-verdicts' && n('dynamodbWriteUnits') > 0 ? n('dynamodbWriteUnits') / countOf('report-verdicts', 'records') : 0;
    return {
      ...row,
      counts: {
        ...row.counts,
        invocations: records,
        records,
        dynamodbRequests: Math.max(n('dynamodbRequests'), n('dynamodbReadUnits') > 0 ? 2 * records : records),
        dynamodbWriteUnits:
          perReport > 0
            ? perReport * records
            : n('dynamodbWriteUnits') + (row.function === 'entry-service' && n('dynamodbWriteUnits') > 0 ? COUNTER_UNITS * more : 0),
      },
    };
  });
};

const STREAM_WORKERS: readonly string[] = ['enqueue-entries', 'mark-assigned-codes'];
const CHUNK_SENDERS: readonly string[] = ['enqueue-market-selections', 'close-books', 'save-selections'];

/** A request a message. Chunks come apart: the outcomes are sent and reported one by one, by whoever sent chunks. */
const messagesAlone = ({ function: name, caller, counts }: TallyRow, outcomes: number): Counts => {
  if (caller === null && name === 'close-books') return { sqsSends: 0 };
  if (caller === null && CHUNK_SENDERS.includes(name)) return { sqsSends: outcomes };
  return {
    ...(counts.sqsMessages === undefined ? {} : { sqsSends: counts.sqsMessages }),
    ...(counts.snsMessages === undefined ? {} : { snsRequests: counts.snsMessages }),
  };
};

import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventLog, LogRecord, StoredLogRecord } from '../../ports/event-log.ts';
import type { SchemaRegistry } from '../../ports/schema-registry.ts';
import { createDistinctCount } from '../distinct-count.ts';
import { appendInOrder, type Progress } from './kafka-append.ts';
import type { KafkaClient, KafkaClients } from './kafka-client.ts';
import { hasMoved, movedWaitMs, reasonOf, silence } from './kafka-failure.ts';
import { findLayout, type TopicLayout } from './kafka-layout.ts';
import { positionsOf, readCommitted } from './kafka-read.ts';
import { subjectOf } from './subject.ts';

export interface KafkaEventLogOptions {
  readonly clients: KafkaClients;
  /** Who knows the id that goes in front of each topic's records, and what their schema is; null: records are plain JSON. */
  readonly schemas: { readonly registry: Pick<SchemaRegistry, 'idOf'>; readonly schemaOf: (topic: string) => string } | null;
  /** The machine's own time. */
  readonly clock: Clock;
}

/** A worker has 30 s, and has to be able to say what failed. */
const APPEND_MS = 20_000;
const READ_MS = 25_000;
/** New partitions are seen after this; a leader that moved is asked for at once. */
const LAYOUT_MS = 60_000;

/**
 * The event log on Kafka. Topics are never made here: `SERVICE_UNAVAILABLE` where one is missing, so that its records
 * wait. One `append` of a topic is under way at a time, as docs/decisions/0028 says why; what could not be sent within
 * 20 s has failed. A record's offset holds the position in every partition; `read` sees what is committed.
 */
export const createKafkaEventLog = ({ clients, schemas, clock }: KafkaEventLogOptions): EventLog => {
  const layouts = new WeakMap<KafkaClient, Map<string, { readonly layout: TopicLayout; readonly until: number }>>();
  const lines = new Map<string, Promise<void>>();

  const layoutOf = async (client: KafkaClient, topic: string, anew: boolean): Promise<TopicLayout> => {
    const known = layouts.get(client) ?? new Map();
    layouts.set(client, known);
    const found = known.get(topic);
    if (found !== undefined && !anew && clock.now() < found.until) return found.layout;
    const layout = await findLayout(client, topic);
    known.set(topic, { layout, until: clock.now() + LAYOUT_MS });
    return layout;
  };

  /** Runs after what came before for the topic, whatever became of it. */
  const inLine = (topic: string, run: () => Promise<void>): Promise<void> => {
    const turn = (lines.get(topic) ?? Promise.resolve()).then(run, run);
    lines.set(topic, turn);
    return turn;
  };

  /** Again where the secret has changed, or a leader, since. */
  const withClient = async <T>(run: (client: KafkaClient) => Promise<T>): Promise<T> => {
    for (let tries = 0; ; tries += 1) {
      const client = await clients.current();
      try {
        return await run(client);
      } catch (error) {
        const pauseMs = hasMoved(error) ? movedWaitMs(tries) : null;
        if (pauseMs !== null) await clock.sleep(pauseMs);
        else if (error instanceof RegError || tries > 0 || !(await clients.renew())) throw silence(error, client.refusal(), clients.complaint());
      }
    }
  };

  const schemaIdOf = async (topic: string): Promise<number | null> => {
    if (schemas === null) return null;
    const subject = subjectOf(topic);
    const id = await schemas.registry.idOf(subject, schemas.schemaOf(topic));
    if (id === null) throw new RegError('SERVICE_UNAVAILABLE', `The schema registry has not got the schema under ${subject}. Run "reg schemas push".`);
    return id;
  };

  const append = async (topic: string, records: readonly LogRecord[], progress: Progress, isOver: () => boolean): Promise<void> => {
    const schemaId = await schemaIdOf(topic);
    await withClient((client) => layoutOf(client, topic, false));
    await appendInOrder({ clients, clock, layoutOf, isOver }, topic, records, schemaId, progress).catch((error: unknown) =>
      Promise.reject(silence(error, null, clients.complaint())),
    );
  };

  /** Waits no longer than that; what it runs is told and may end later. */
  const within = async (milliseconds: number, run: (isOver: () => boolean) => Promise<void>, late: string): Promise<void> => {
    const done = new AbortController();
    let isOver = false;
    const limit = clock.sleep(milliseconds, done.signal).then(() => {
      isOver = true;
      throw new RegError('SERVICE_UNAVAILABLE', `${late} within ${milliseconds / 1000} s.`);
    });
    try {
      await Promise.race([run(() => isOver), limit]);
    } finally {
      done.abort();
    }
  };

  /** `begin` gives what takes each record until it says false, and may be asked twice. */
  const reading = (topic: string, positions: readonly bigint[], begin: () => (record: StoredLogRecord) => boolean): Promise<void> =>
    within(
      READ_MS,
      (isOver) =>
        withClient(async (client) => {
          const each = begin();
          for await (const record of readCommitted(client, await layoutOf(client, topic, true), topic, positions)) {
            if (isOver() || !each(record)) return;
          }
        }),
      `Kafka has not given all that was asked of the topic ${topic}`,
    );

  return {
    append: async (topic, records) => {
      if (records.length === 0) return { failed: [] };
      const progress: Progress = { open: new Set(records.keys()), failed: new Map() };
      let late = '';
      try {
        await within(
          APPEND_MS,
          (isOver) => inLine(topic, async () => (isOver() ? undefined : append(topic, records, progress, isOver))),
          'Kafka has not taken it',
        );
      } catch (error) {
        // Nothing was sent: the error says it better than each record's reason could.
        if (progress.open.size === records.length) throw error;
        late = error instanceof RegError ? error.message : reasonOf(error);
      }
      const failed = [...progress.failed, ...[...progress.open].map((index): [number, string] => [index, late])];
      return { failed: failed.map(([index, reason]) => ({ index, reason })) };
    },

    read: async (topic, after, max) => {
      let found: StoredLogRecord[] = [];
      await reading(topic, after === null ? [] : positionsOf(after), () => {
        found = [];
        return (record) => found.push(record) < max;
      });
      return found;
    },

    erase: async () => null,

    count: async (topic, keyPrefix) => {
      let distinct = createDistinctCount();
      await reading(topic, [], () => {
        distinct = createDistinctCount();
        return ({ key, dedupeId }) => {
          if (key.startsWith(keyPrefix)) distinct.add(dedupeId);
          return true;
        };
      });
      return distinct.count();
    },
  };
};

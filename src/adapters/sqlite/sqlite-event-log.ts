import { RegError } from '../../errors.ts';
import type { EventLog, LogRecord, StoredLogRecord } from '../../ports/event-log.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/** A topic's records have the ids from its number times this on, so that each topic grows in order. */
const OFFSETS_PER_TOPIC = 2 ** 40;

interface LogRow {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  readonly dedupe_id: string;
  readonly timestamp: number;
  readonly correlation_id: string;
}

/** Some milliseconds, in which nothing else is done. */
const LOOKED_THROUGH_AT_ONCE = 20_000;

/** The event log on the embedded engine, the stand-in for Kafka. Offsets are numbers from 0 without gaps. */
export const createSqliteEventLog = ({ engine }: { readonly engine: SqliteEngine }): EventLog => {
  engine.schema(`
    CREATE TABLE IF NOT EXISTS event_topics (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, next_offset INTEGER NOT NULL DEFAULT 0) STRICT;
    CREATE TABLE IF NOT EXISTS event_records (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL, dedupe_id TEXT NOT NULL, timestamp INTEGER NOT NULL, correlation_id TEXT NOT NULL) STRICT;
  `);
  const addTopic = engine.statement('INSERT INTO event_topics (name) VALUES (?) ON CONFLICT DO NOTHING');
  const topicByName = engine.statement('SELECT id, next_offset FROM event_topics WHERE name = ?');
  const moveOffset = engine.statement('UPDATE event_topics SET next_offset = ? WHERE id = ?');
  const insert = engine.statement('INSERT INTO event_records VALUES (?, ?, ?, ?, ?, ?)');
  const select = engine.statement('SELECT * FROM event_records WHERE id >= ? AND id < ? ORDER BY id LIMIT ?');
  const count = engine.statement(
    'SELECT count(DISTINCT dedupe_id) AS records FROM event_records WHERE id >= ?1 AND id < ?2 AND substr(key, 1, length(?3)) = ?3',
  );

  const pastId = engine.statement('SELECT id FROM event_records WHERE id >= ? AND id < ? ORDER BY id LIMIT 1 OFFSET ?');
  const ofKeys = engine.statement('SELECT * FROM event_records WHERE id >= ? AND id < ? AND key IN (SELECT value FROM json_each(?)) ORDER BY id');
  const replace = engine.statement('UPDATE event_records SET key = ?, value = ?, dedupe_id = ?, timestamp = ?, correlation_id = ? WHERE id = ?');

  const firstIdOf = (topic: string): number | null => {
    const row = topicByName.get(topic) as { readonly id: number } | undefined;
    return row === undefined ? null : row.id * OFFSETS_PER_TOPIC;
  };

  return {
    append: (topic, records) =>
      engine.write(() => {
        addTopic.run(topic);
        const { id, next_offset } = topicByName.get(topic) as { readonly id: number; readonly next_offset: number };
        const first = id * OFFSETS_PER_TOPIC + next_offset;
        records.forEach(({ key, value, dedupeId, timestamp, correlationId }, index) => {
          insert.run(first + index, key, value, dedupeId, timestamp, correlationId);
        });
        moveOffset.run(next_offset + records.length, id);
        return { failed: [] };
      }),
    read: async (topic, after, max) => {
      if (after !== null && !/^\d{1,12}$/.test(after)) throw new RegError('INPUT_INVALID', 'That is no offset of an event: take one as it was answered.');
      const first = firstIdOf(topic);
      if (first === null) return [];
      const from = after === null ? first : first + Number(after) + 1;
      const rows = select.all(from, first + OFFSETS_PER_TOPIC, max) as unknown as readonly LogRow[];
      return rows.map((row): StoredLogRecord => ({ offset: String(row.id - first), ...recordOf(row) }));
    },
    erase: async (topic, keys, blank) => {
      const first = firstIdOf(topic);
      if (first === null) return 0;
      const wanted = JSON.stringify([...keys]);
      let erased = 0;
      for (let from = first, end = first + OFFSETS_PER_TOPIC; from < end; ) {
        const past = (pastId.get(from, end, LOOKED_THROUGH_AT_ONCE) as { readonly id: number } | undefined)?.id ?? end;
        const rows = ofKeys.all(from, past, wanted) as unknown as readonly LogRow[];
        await engine.write(() => {
          for (const row of rows) {
            const { key, value, dedupeId, timestamp, correlationId } = blank(recordOf(row));
            replace.run(key, value, dedupeId, timestamp, correlationId, row.id);
          }
        });
        erased += rows.length;
        from = past;
      }
      return erased;
    },
    count: async (topic, keyPrefix) => {
      const first = firstIdOf(topic);
      return first === null ? 0 : (count.get(first, first + OFFSETS_PER_TOPIC, keyPrefix) as { readonly records: number }).records;
    },
  };
};

const recordOf = ({ key, value, dedupe_id, timestamp, correlation_id }: LogRow): LogRecord => ({
  key,
  value,
  dedupeId: dedupe_id,
  timestamp,
  correlationId: correlation_id,
});

import { RegError } from '../../errors.ts';
import type { EventLog, LogRecord, StoredLogRecord } from '../../ports/event-log.ts';
import { createDistinctCount } from '../distinct-count.ts';
import { queryOf } from './dynamodb-expressions.ts';
import type { ItemKey } from './dynamodb-item.ts';
import { changeItem, type DynamoDBTable, getItem, queryItems } from './dynamodb-requests.ts';
import { mapInFlight, REQUESTS_AT_ONCE } from './in-flight.ts';
import { packJson, unpackJson } from './packed-json.ts';

/**
 * The records of one `append`, compressed: ten registrations take two write units. In `ids`, which is read alone to
 * count, are the keys and dedupe ids.
 */
interface EventsItem extends ItemKey {
  readonly records: string;
  readonly ids: string;
}

type IdsItem = Pick<EventsItem, 'PK' | 'SK' | 'ids'>;
type Ids = readonly [key: string, dedupeId: string];
type Row = readonly [key: string, value: string, dedupeId: string, timestamp: number, correlationId: string];

/** A topic takes 8,000 write units a second. An item goes to any of them: a reader merges all by their ids, which ascend. */
const SHARDS = 8;
/** Text of an item, so that even what cannot be compressed fits the 400 KB that an item may have. */
const ITEM_BYTES = 128 * 1024;
const ITEMS_COUNTED_AT_ONCE = 500;
const ERASURES = 10;

const partition = (topic: string, shard: number): string => `EVENTS#${topic}#${shard}`;

/**
 * Published records on DynamoDB, for who has no Kafka. Items are in the order of ids that are made from the clock of
 * whoever appends: one key's records keep their order as long as the clocks of two writers differ by less than the time
 * between their calls. A reader that follows a topic while it is written has to start again some seconds before its
 * last offset to see what was written late.
 */
export const createDynamoDBEventLog = (table: DynamoDBTable): EventLog => {
  const { random } = table;

  const append = (topic: string, records: readonly LogRecord[]): Promise<unknown> =>
    changeItem(table, { key: { PK: partition(topic, Math.floor(random.fraction() * SHARDS)), SK: random.id() }, set: packed(topic, records.map(rowOf)) });

  /** Shows the ids of all items of a topic, some hundred at a time, several shards side by side. */
  const eachIds = async (topic: string, look: (item: IdsItem, ids: readonly Ids[]) => Promise<void> | void): Promise<void> => {
    await mapInFlight(
      Array.from({ length: SHARDS }, (_, shard) => partition(topic, shard)),
      REQUESTS_AT_ONCE,
      async (shard) => {
        for (let behind = ' '; ; ) {
          const query = queryOf({ where: '#PK = :shard AND #SK > :behind', values: { shard, behind } }, undefined, ['PK', 'SK', 'ids']);
          const items = await queryItems<IdsItem>(table, query, ITEMS_COUNTED_AT_ONCE);
          for (const item of items) await look(item, unpackJson<readonly Ids[]>(item.ids));
          const last = items.at(-1);
          if (last === undefined || items.length < ITEMS_COUNTED_AT_ONCE) return;
          behind = last.SK;
        }
      },
    );
  };

  const eraseRows = async (topic: string, key: ItemKey, keys: ReadonlySet<string>, blank: (record: LogRecord) => LogRecord): Promise<number> => {
    for (let attempt = 0; attempt < ERASURES; attempt += 1) {
      const { records = NO_ROWS } = (await getItem<EventsItem>(table, key)) ?? {};
      const rows = unpackJson<readonly Row[]>(records);
      const blanked = rows.map((row) => (keys.has(row[0]) ? rowOf(blank(recordFrom(row, ''))) : row));
      // Another fan's records, next to these, may be erased at the same moment.
      const { changed } = await changeItem(table, { key, set: packed(topic, blanked), if: { where: '#records = :known', values: { known: records } } });
      if (changed) return rows.filter(([of]) => keys.has(of)).length;
    }
    throw new RegError('CONFLICT', `Others change the same records of the topic ${topic}. Try again.`);
  };

  return {
    append: async (topic, records) => {
      let done = 0;
      for (const part of partsOf(records)) {
        try {
          await append(topic, part);
        } catch (error) {
          // What follows could overtake what failed, so it fails too.
          const reason = error instanceof RegError ? error.message : 'unknown error';
          return { failed: records.slice(done).map((_, index) => ({ index: done + index, reason })) };
        }
        done += part.length;
      }
      return { failed: [] };
    },

    read: async (topic, after, max) => {
      const start = after === null ? { id: ' ', index: -1 } : parseOffset(after);
      const found: StoredLogRecord[] = [];
      for await (const { SK, records } of inOrder(table, topic, start.id, Math.ceil(max / SHARDS / 4) + 1)) {
        unpackJson<readonly Row[]>(records).forEach((row, index) => {
          if (SK !== start.id || index > start.index) found.push(recordFrom(row, `${SK}.${index}`));
        });
        if (found.length >= max) break;
      }
      return found.slice(0, max);
    },

    erase: async (topic, keys, blank) => {
      let erased = 0;
      await eachIds(topic, async ({ PK, SK }, ids) => {
        if (!ids.some(([key]) => keys.has(key))) return;
        const rows = await eraseRows(topic, { PK, SK }, keys, blank);
        erased += rows;
      });
      return erased;
    },

    count: async (topic, keyPrefix) => {
      const distinct = createDistinctCount();
      await eachIds(topic, (_, ids) => {
        for (const [key, dedupeId] of ids) if (key.startsWith(keyPrefix)) distinct.add(dedupeId);
      });
      return distinct.count();
    },
  };
};

const packed = (topic: string, rows: readonly Row[]) => {
  const what = `${rows.length} records of the topic ${topic}`;
  const ids = rows.map(([key, , dedupeId]): Ids => [key, dedupeId]);
  return { records: packJson(rows, what), ids: packJson(ids, what) };
};

const NO_ROWS = packJson([], 'No records');

/** The items of a topic from an id on, over all shards in the order of ids; `atOnce` are fetched of each shard. */
async function* inOrder(table: DynamoDBTable, topic: string, from: string, atOnce: number): AsyncGenerator<EventsItem> {
  const shards = Array.from({ length: SHARDS }, (_, shard) => ({ name: partition(topic, shard), from, items: [] as EventsItem[], ended: false }));
  for (let isFirst = true; ; isFirst = false) {
    const empty = shards.filter(({ items, ended }) => items.length === 0 && !ended);
    await mapInFlight(empty, REQUESTS_AT_ONCE, async (shard) => {
      const query = queryOf({ where: `#PK = :shard AND #SK ${isFirst ? '>=' : '>'} :from`, values: { shard: shard.name, from: shard.from } });
      shard.items.push(...(await queryItems<EventsItem>(table, query, atOnce)));
      shard.ended = shard.items.length < atOnce;
      shard.from = shard.items.at(-1)?.SK ?? shard.from;
    });
    // While a shard is empty and not ended, its next item may be the first of all.
    while (shards.every(({ items, ended }) => items.length > 0 || ended)) {
      const [first] = shards.filter(({ items }) => items.length > 0).sort((a, b) => ((a.items[0]?.SK ?? '') < (b.items[0]?.SK ?? '') ? -1 : 1));
      const item = first?.items.shift();
      if (item === undefined) return;
      yield item;
    }
  }
}

/** Runs of records that fit an item. */
const partsOf = (records: readonly LogRecord[]): readonly (readonly LogRecord[])[] => {
  const parts: LogRecord[][] = [];
  let bytes = 0;
  for (const record of records) {
    const size = Buffer.byteLength(record.value) + Buffer.byteLength(record.key) + Buffer.byteLength(record.dedupeId) + 100;
    const part = parts.at(-1);
    if (part === undefined || bytes + size > ITEM_BYTES) {
      parts.push([record]);
      bytes = size;
    } else {
      part.push(record);
      bytes += size;
    }
  }
  return parts;
};

const parseOffset = (offset: string) => {
  const [, id, index] = /^([0-9a-f-]{36})\.(\d{1,6})$/.exec(offset) ?? [];
  if (id === undefined) throw new RegError('INPUT_INVALID', 'That is no offset of an event: take one as it was answered.');
  return { id, index: Number(index) };
};

const rowOf = ({ key, value, dedupeId, timestamp, correlationId }: LogRecord): Row => [key, value, dedupeId, timestamp, correlationId];

const recordFrom = ([key, value, dedupeId, timestamp, correlationId]: Row, offset: string): StoredLogRecord => ({
  key,
  value,
  dedupeId,
  timestamp,
  correlationId,
  offset,
});

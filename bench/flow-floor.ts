import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { benchEntry } from './flow.ts';
import { secondsOf } from './measure.ts';

const BATCH = 100;

/**
 * The three hops as few transactions and rows as keep the same promises: stream to queue with its checkpoint; queue to
 * replica, by version, with the two messages that go on from there; the flag cleared, which is on the stream again.
 * JSON is moved as text and parsed once, to know the key. Answers seconds.
 */
export const measureBareHops = async (folder: string, count: number): Promise<number> => {
  const db = new DatabaseSync(join(folder, 'floor.db'));
  db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;
    CREATE TABLE demand (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, flag INTEGER NOT NULL, item TEXT NOT NULL);
    CREATE TABLE stream (seq INTEGER PRIMARY KEY, key TEXT NOT NULL, image TEXT);
    CREATE TABLE checkpoint (seq INTEGER NOT NULL);
    CREATE TABLE queue (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
    CREATE TABLE replica (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, item TEXT NOT NULL);
    CREATE TABLE user_queue (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
    CREATE TABLE data_queue (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
    INSERT INTO checkpoint VALUES (0);`);
  const addItem = db.prepare('INSERT INTO demand (key, version, flag, item) VALUES (?, 1, 1, ?)');
  const addChange = db.prepare('INSERT INTO stream (key, image) VALUES (?, ?)');
  inTransaction(db, () => {
    for (let index = 0; index < count; index++) {
      const item = benchEntry(index);
      const text = JSON.stringify(item);
      addItem.run(item.PK, text);
      addChange.run(item.PK, text);
    }
  });

  const readChanges = db.prepare('SELECT seq, image FROM stream WHERE seq > (SELECT seq FROM checkpoint) ORDER BY seq LIMIT ?');
  const moveCheckpoint = db.prepare('UPDATE checkpoint SET seq = ?');
  const enqueue = db.prepare('INSERT INTO queue (body) VALUES (?)');
  const dequeue = db.prepare('SELECT id, body FROM queue ORDER BY id LIMIT ?');
  const removeUpTo = db.prepare('DELETE FROM queue WHERE id <= ?');
  const readItem = db.prepare('SELECT version, item FROM demand WHERE key = ?');
  const upsert = db.prepare(
    'INSERT INTO replica (key, version, item) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET version = excluded.version, item = excluded.item WHERE excluded.version > version',
  );
  const addUser = db.prepare('INSERT INTO user_queue (body) VALUES (?)');
  const addRecord = db.prepare('INSERT INTO data_queue (body) VALUES (?)');
  const clearFlag = db.prepare('UPDATE demand SET flag = 0 WHERE key = ? AND version = ?');

  const seconds = await secondsOf(() => {
    for (let done = 0; done < count; done += BATCH) {
      inTransaction(db, () => {
        const changes = readChanges.all(BATCH) as { seq: number; image: string }[];
        for (const { image } of changes) enqueue.run(image);
        moveCheckpoint.run(changes.at(-1)?.seq ?? 0);
      });
      const messages = dequeue.all(BATCH) as { id: number; body: string }[];
      const entries = messages.map(({ body }) => {
        const { PK, userInfo } = JSON.parse(body) as { PK: string; userInfo: unknown };
        const { version, item } = readItem.get(PK) as { version: number; item: string };
        return { PK, version, item, user: JSON.stringify(userInfo) };
      });
      inTransaction(db, () => {
        for (const { PK, version, item, user } of entries) {
          upsert.run(PK, version, item);
          addUser.run(user);
          addRecord.run(item);
        }
      });
      inTransaction(db, () => {
        for (const { PK, version } of entries) {
          clearFlag.run(PK, version);
          addChange.run(PK, null);
        }
        removeUpTo.run(messages.at(-1)?.id ?? 0);
      });
    }
  });
  db.close();
  return seconds;
};

const inTransaction = (db: DatabaseSync, work: () => void): void => {
  db.exec('BEGIN IMMEDIATE');
  work();
  db.exec('COMMIT');
};

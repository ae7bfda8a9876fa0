import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bringUpToDate } from '../../src/adapters/sqlite/sqlite-schema-version.ts';
import { openAdapters } from '../../src/runtime/embedded/adapters.ts';
import { entryItem } from '../support/entry-item.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const VERSION_1 = readFileSync(new URL('../vectors/schema/version-1.sql', import.meta.url), 'utf8');

/** A data folder whose database some earlier program left. */
const folderFrom = (sql: string): string => {
  const folder = createTemporaryFolder();
  const db = new DatabaseSync(join(folder, 'reg.db'));
  db.exec(sql);
  db.close();
  return folder;
};
const openFolder = (dataFolder: string) => {
  const clock = createSetClock();
  const adapters = openAdapters({ dataFolder, topicPrefix: 'test', clock, random: createSeededRandom(1) });
  onTestFinished(() => adapters.engine.close());
  return adapters;
};
type Row = Readonly<Record<string, unknown>>;

/** Tables with their columns, and indexes with theirs; a queue's table by the queue, as an older folder has numbered some before it knew of all. */
const shapeOf = ({ engine }: ReturnType<typeof openFolder>): readonly unknown[] => {
  const rows = (sql: string, ...values: string[]): readonly Row[] => engine.statement(sql).all(...values) as readonly Row[];
  const queues = new Map(rows('SELECT id, name FROM queues').map(({ id, name }) => [`queue_${id}`, `queue of ${name}`]));
  const parts = rows("SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'index') ORDER BY name").map(({ name, type }) => ({
    name: queues.get(String(name)) ?? String(name),
    columns:
      type === 'table'
        ? rows('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_xinfo(?) ORDER BY name', String(name))
        : rows('SELECT name, seqno FROM pragma_index_xinfo(?) ORDER BY seqno', String(name)),
  }));
  return parts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
};
const versionOf = (db: DatabaseSync): unknown => db.prepare('PRAGMA user_version').get()?.user_version;

describe('a folder of version 1', () => {
  test.each([
    ['with its number', `${VERSION_1} PRAGMA user_version = 1;`],
    ['from before versions were kept', VERSION_1],
  ])('%s has the tables of a new one after it was opened', (_, sql) => {
    expect(shapeOf(openFolder(folderFrom(sql)))).toEqual(shapeOf(openFolder(createTemporaryFolder())));
  });

  test('keeps what it holds', async () => {
    const { entryTable, queueEngine, codeStore } = openFolder(folderFrom(VERSION_1));
    expect(await entryTable.get(entryItem())).toEqual(entryItem());
    expect(await queueEngine.depth('dataQueue')).toMatchObject({ sent: 4, done: 1, waiting: 1, delayed: 1, deadLetters: 1 });
    expect((await queueEngine.receive('dataQueue', 10))?.messages.map(({ body }) => body)).toEqual(['{"n":3}']);
    expect(await codeStore.counts('london-1', 0)).toMatchObject({ available: 1 });
  });
});

test('a folder of a newer version is refused, and left as it is', () => {
  const folder = folderFrom('CREATE TABLE things (id INTEGER); PRAGMA user_version = 99;');
  expect(() => openFolder(folder)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_NEWER', message: expect.stringContaining('schema 99') }));
  const db = new DatabaseSync(join(folder, 'reg.db'));
  expect(db.prepare('SELECT name FROM sqlite_schema').all()).toMatchObject([{ name: 'things' }]);
  db.close();
});

describe('steps', () => {
  const steps = ['ALTER TABLE things ADD COLUMN colour TEXT', "UPDATE things SET colour = 'red'"];
  const opened = (sql: string): DatabaseSync => {
    const db = new DatabaseSync(':memory:');
    onTestFinished(() => db.close());
    db.exec(sql);
    return db;
  };

  test('are taken from the version that the folder has, each once', () => {
    const db = opened('CREATE TABLE things (id INTEGER); INSERT INTO things VALUES (1)');
    bringUpToDate(db, 'folder', steps.slice(0, 1));
    expect(versionOf(db)).toBe(2);
    bringUpToDate(db, 'folder', steps);
    bringUpToDate(db, 'folder', steps);
    expect(versionOf(db)).toBe(3);
    expect(db.prepare('SELECT * FROM things').all()).toMatchObject([{ id: 1, colour: 'red' }]);
  });

  test('are not taken on a new folder, which has the last version at once', () => {
    const db = opened('');
    bringUpToDate(db, 'folder', steps);
    expect(versionOf(db)).toBe(3);
  });

  test('that fail leave the folder at the version before', () => {
    const db = opened('CREATE TABLE things (id INTEGER)');
    expect(() => bringUpToDate(db, 'folder', [steps[0] as string, "CREATE TABLE more (id INTEGER); UPDATE thinks SET colour = 'red'"])).toThrow('thinks');
    expect(versionOf(db)).toBe(2);
    expect(db.prepare("SELECT count(*) AS found FROM sqlite_schema WHERE name = 'more'").get()).toMatchObject({ found: 0 });
    bringUpToDate(db, 'folder', steps);
    expect(versionOf(db)).toBe(3);
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openSqliteEngine, type SqliteEngine } from '../../src/adapters/sqlite/sqlite-engine.ts';
import { createSqliteEntryTable } from '../../src/adapters/sqlite/sqlite-entry-table.ts';
import { entryItem } from '../support/entry-item.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const TABLE = 'CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)';
const add = (engine: SqliteEngine, text: string) =>
  engine.write(() => Number(engine.statement('INSERT INTO notes (text) VALUES (?)').run(text).lastInsertRowid));
const notes = (engine: SqliteEngine): string[] =>
  engine
    .statement('SELECT text FROM notes ORDER BY id')
    .all()
    .map(({ text }) => String(text));
const openNotes = async (): Promise<{ engine: SqliteEngine; folder: ReturnType<typeof createSqliteFolder> }> => {
  const folder = createSqliteFolder();
  const engine = await folder.open();
  engine.schema(TABLE);
  return { engine, folder };
};
const ENGINE_MODULE = new URL('../../src/adapters/sqlite/sqlite-engine.ts', import.meta.url).href;
const child = (folder: string, code: string): readonly string[] => [
  '--input-type=module',
  '-e',
  `import { openSqliteEngine } from ${JSON.stringify(ENGINE_MODULE)}; const engine = openSqliteEngine(${JSON.stringify(folder)}); ${code}`,
];

test('writes of one turn share one transaction, in their order, each with its own answer', async () => {
  const { engine } = await openNotes();
  let commits = 0;
  engine.onAnnounced('notes', () => {
    commits += 1;
  });
  const write = (text: string) =>
    engine.write(() => {
      engine.announce('notes');
      engine.statement('INSERT INTO notes (text) VALUES (?)').run(text);
      return text.toUpperCase();
    });
  expect(await Promise.all(['a', 'b', 'c'].map(write))).toEqual(['A', 'B', 'C']);
  expect(commits).toBe(1);
  await write('d');
  expect(commits).toBe(2);
  expect(notes(engine)).toEqual(['a', 'b', 'c', 'd']);
});

test('a write that throws is undone alone, all of it', async () => {
  const { engine } = await openNotes();
  const failing = engine.write(() => {
    engine.statement("INSERT INTO notes (text) VALUES ('undone')").run();
    throw new Error('changed its mind');
  });
  const outcomes = await Promise.allSettled([add(engine, 'before'), failing, add(engine, 'before'), add(engine, 'after')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  await expect(failing).rejects.toThrow('changed its mind');
  expect(notes(engine)).toEqual(['before', 'after']);
});

test('a group whose commit fails loses only the write at fault', async () => {
  const { engine, folder } = await openNotes();
  engine.schema('CREATE TABLE replies (note INTEGER REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)');
  const orphan = engine.write(() => void engine.statement('INSERT INTO replies VALUES (99)').run());
  const outcomes = await Promise.allSettled([add(engine, 'a'), orphan, add(engine, 'b')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(notes(await folder.open())).toEqual(['a', 'b']);
});

test('work that is not synchronous is refused, and undone', async () => {
  const { engine } = await openNotes();
  const asynchronous = async () => {
    engine.statement("INSERT INTO notes (text) VALUES ('too early')").run();
    await null;
  };
  const outcomes = await Promise.allSettled([engine.write(asynchronous as unknown as () => undefined), add(engine, 'kept')]);
  expect(outcomes).toMatchObject([{ status: 'rejected', reason: { code: 'INTERNAL' } }, { status: 'fulfilled' }]);
  expect(notes(engine)).toEqual(['kept']);
});

test('what was waiting is committed at the close, and later writes are refused', async () => {
  const { engine, folder } = await openNotes();
  const waiting = add(engine, 'waiting');
  await engine.close();
  await engine.close();
  await waiting;
  await expect(add(engine, 'late')).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
  expect(notes(await folder.open())).toEqual(['waiting']);
});

test('a folder that cannot be used is named', () => {
  const folder = createTemporaryFolder();
  mkdirSync(join(folder, 'lock.db'));
  expect(() => openSqliteEngine(folder)).toThrow(
    expect.objectContaining({ code: 'STORAGE_FAILED', message: expect.stringContaining(`The data folder ${folder} cannot be opened`) }),
  );
  expect(() => openSqliteEngine('/dev/null/data')).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
});

test('a second process is refused the folder, until the first has gone', async () => {
  const { engine, folder } = await openNotes();
  expect(() => openSqliteEngine(folder.path)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_IN_USE' }));
  const second = spawnSync(process.execPath, child(folder.path, ''), { encoding: 'utf8' });
  expect(second.status).toBe(1);
  expect(second.stderr).toContain('DATA_FOLDER_IN_USE');
  await add(engine, 'undisturbed');
  await engine.close();
  expect(spawnSync(process.execPath, child(folder.path, 'await engine.close();')).status).toBe(0);
});

test('what a process acknowledged before kill -9 is there afterwards', async () => {
  const folder = createSqliteFolder();
  const writer = spawn(
    process.execPath,
    child(
      folder.path,
      `engine.schema(${JSON.stringify(TABLE)});
       const insert = engine.statement('INSERT INTO notes (text) VALUES (?)');
       for (let n = 0; ; n += 1) { await engine.write(() => void insert.run(String(n))); console.log(n); }`,
    ),
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let acknowledged = -1;
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged = Number(line);
    if (acknowledged === 200) writer.kill('SIGKILL');
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
  expect(acknowledged).toBeGreaterThanOrEqual(200);
  const kept = notes(await folder.open());
  expect(kept.length).toBeGreaterThanOrEqual(acknowledged + 1);
  expect(kept).toEqual(kept.map((_, n) => String(n)));
});

test('a full disk refuses writes with STORAGE_FULL and loses nothing', async () => {
  const folder = createSqliteFolder();
  const engine = await folder.open({ maxBytes: 250_000 });
  const table = createSqliteEntryTable({ engine });
  const written: number[] = [];
  const refusals: unknown[] = [];
  for (let group = 0; group < 60; group += 1) {
    const numbers = Array.from({ length: 10 }, (_, n) => group * 10 + n);
    const puts = await Promise.allSettled(numbers.map((n) => table.put(entryItem({ globalUserId: `fan-${n}` }), null)));
    puts.forEach((put, index) => {
      if (put.status === 'fulfilled') written.push(numbers[index] as number);
      else refusals.push(put.reason);
    });
  }
  expect(refusals.length).toBeGreaterThan(0);
  for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'STORAGE_FULL', retryable: true });
  expect(written.length).toBeGreaterThan(100);

  const reopened = await folder.open();
  const after = createSqliteEntryTable({ engine: reopened });
  const keys = written.map((n) => entryItem({ globalUserId: `fan-${n}` }));
  expect(await after.getBatch(keys)).toStrictEqual(keys);
  for (const name of ['entries', 'entry_stream', 'entry_parts'])
    expect(reopened.statement(`SELECT count(*) AS rows FROM ${name}`).get(), name).toMatchObject({ rows: written.length });
  expect(await after.put(entryItem({ globalUserId: 'fan-late' }), null)).toBe('written');
});

test('with a full disk, removals still go through and make room', async () => {
  const folder = createSqliteFolder();
  const engine = await folder.open({ maxBytes: 100_000 });
  engine.schema(TABLE);
  for (let n = 0; n < 200; n += 1) await add(engine, `${n} ${'x'.repeat(2000)}`).catch(() => undefined);
  const full = add(engine, 'y'.repeat(30_000));
  const removal = engine.write(() => Number(engine.statement('DELETE FROM notes WHERE id > 3').run().changes));
  await expect(full).rejects.toMatchObject({ code: 'STORAGE_FULL' });
  expect(await removal).toBeGreaterThan(5);
  await add(engine, 'y'.repeat(30_000));
});

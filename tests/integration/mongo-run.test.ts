import { randomBytes } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { createMongoConnection } from '../../src/adapters/mongo/mongo-connection.ts';
import type { RunSummary } from '../../src/cli/run/summary.ts';
import { runCommand } from '../support/run-command.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { serverUrl } from './server-url.ts';

const FANS = 40;
const WITHDRAWN = 4;

type Row = Readonly<Record<string, string>>;

const rowsOf = async (...path: readonly string[]): Promise<readonly Row[]> => parse(await readFile(join(...path)), { columns: true, bom: true });

/** The invite-only example with its first fans alone, some of whom withdraw after the draw. */
const smallExample = async (folder: string): Promise<string> => {
  const example = join(folder, 'example');
  await cp('examples/invite-only', example, { recursive: true });
  const lines = (await readFile(join(example, 'fans.csv'), 'utf8')).split('\n');
  await writeFile(join(example, 'fans.csv'), `${lines.slice(0, FANS + 1).join('\n')}\n`);
  const fans = await rowsOf(example, 'fans.csv');
  await writeFile(join(example, 'withdrawals.csv'), ['globalUserId', ...fans.slice(0, WITHDRAWN).map(({ globalUserId }) => globalUserId), ''].join('\n'));
  return example;
};

const run = async (example: string, data: string, env: Readonly<Record<string, string>>): Promise<RunSummary> => {
  const { status, stdout, stderr } = await runCommand(['run', example, '--data', data, '--json'], env);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as RunSummary;
};

test('reg run on MongoDB ends reconciled, with the winners that SQLite gives for the same secrets', { timeout: 300_000 }, async () => {
  const folder = createTemporaryFolder();
  const example = await smallExample(folder);
  const [sqlite, mongo] = [join(folder, 'sqlite'), join(folder, 'mongo')];
  const expected = await run(example, sqlite, {});
  await cp(join(sqlite, 'secrets'), join(mongo, 'secrets'), { recursive: true });
  const url = new URL(serverUrl('mongo'));
  url.pathname = `/reg_${randomBytes(6).toString('hex')}`;
  const found = await run(example, mongo, { REG_MONGO_URL: url.href });

  expect({ ...found, seconds: null }).toEqual({ ...expected, seconds: null });
  expect(found).toMatchObject({ reconciled: true, deadLetters: 0 });
  const winnersOf = async (data: string) =>
    (await rowsOf(data, 'reports', 'invite-only', 'winners.csv')).map(({ market, globalUserId, position }) => ({ market, globalUserId, position }));
  const winners = await winnersOf(mongo);
  expect(winners.length).toBeGreaterThan(0);
  expect(winners).toEqual(await winnersOf(sqlite));

  const connection = createMongoConnection({ url: async () => url.href });
  const collections = await connection.run('listCollections', (database) => database.listCollections().toArray());
  const wanted = ['campaigns', 'markets', 'draws', 'drawResults', 'entries', 'codes', 'users', 'emailJobs'];
  expect(collections.map(({ name }) => name)).toEqual(expect.arrayContaining(wanted));
  await connection.close();
});

test('a wrong password ends it with one line that says so, and shows none', { timeout: 120_000 }, async () => {
  const folder = createTemporaryFolder();
  const url = new URL(serverUrl('mongo'));
  url.password = 'hunter2';
  const { status, stdout, stderr } = await runCommand(['run', 'examples/invite-only', '--data', join(folder, 'data')], { REG_MONGO_URL: url.href });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr.trim().split('\n').at(-1)).toMatch(/^campaigns\.\w+ failed with MongoServerError \(18\)\. /);
  expect(stderr).not.toMatch(/hunter2|mongodb:/);
});

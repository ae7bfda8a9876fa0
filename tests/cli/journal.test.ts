import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openJournal } from '../../src/cli/run/journal.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const row = { line: 2, globalUserId: 'f1', version: 1 };
const refusedRow = { line: 3, globalUserId: 'f2', reason: 'NO_INVITE', field: '', rule: '' };

const createFiles = async () => {
  const folder = createTemporaryFolder();
  const fans = join(folder, 'fans.csv');
  await writeFile(fans, 'globalUserId\nf1\nf2\n');
  return { fans, path: join(folder, 'run', 'tour.jsonl') };
};

const write = async (path: string, fans: string): Promise<void> => {
  const journal = await openJournal(path, fans);
  await journal.addRow(row);
  await journal.addRow(refusedRow);
  await journal.addWithdrawal('f1');
  await journal.close();
};

test('what a run was told is known to the next one', async () => {
  const { fans, path } = await createFiles();
  await write(path, fans);
  const { rows, withdrawn } = await openJournal(path, fans);
  expect([...rows.values()]).toEqual([row, refusedRow]);
  expect([...withdrawn]).toEqual(['f1']);
});

test('a later draw that was begun stays begun', async () => {
  const { fans, path } = await createFiles();
  const journal = await openJournal(path, fans);
  expect(journal.begun).toBe(1);
  await journal.begin(2);
  expect(journal.begun).toBe(2);
  await journal.close();
  expect((await openJournal(path, fans)).begun).toBe(2);
});

test('half a line, left by a run that was killed, spoils nothing', async () => {
  const { fans, path } = await createFiles();
  await write(path, fans);
  await appendFile(path, '{"row":{"line":4,"glob');
  const next = await openJournal(path, fans);
  await next.addRow({ line: 5, globalUserId: 'f5', version: 1 });
  await next.close();
  expect([...(await openJournal(path, fans)).rows.keys()]).toEqual([2, 3, 5]);
});

test('rows of another file of fans do not count; withdrawals do', async () => {
  const { fans, path } = await createFiles();
  await write(path, fans);
  await appendFile(fans, 'f3\n');
  const { rows, withdrawn } = await openJournal(path, fans);
  expect(rows.size).toBe(0);
  expect(withdrawn.size).toBe(1);
});

test('withdrawals of this run are known at once', async () => {
  const { fans, path } = await createFiles();
  const journal = await openJournal(path, fans);
  await journal.addWithdrawal('f1');
  expect([...journal.withdrawn]).toEqual(['f1']);
});

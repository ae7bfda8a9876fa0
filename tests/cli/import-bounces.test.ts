import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Connection } from '../../src/cli/connection.ts';
import { importBounces } from '../../src/cli/import-bounces.ts';
import { bounceMail } from '../support/bounce-mail.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const nameOf = (index: number): string => String(index).padStart(40, '0');
const bounceOf = (index: number): string => bounceMail({ to: `bounces+${nameOf(index)}@tickets.example` });

/** The User Service as far as an import needs it. */
const createService = () => {
  const batches: string[][] = [];
  const recordBounces = async ({ body: { bounces } }: { body: { bounces: { mail: string }[] } }) => {
    batches.push(bounces.map(({ mail }) => mail));
    return { failed: bounces.length - 1, unreachable: 1, unknown: 1 };
  };
  return { batches, connection: { user: { recordBounces } } as unknown as Connection };
};

const written = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = createTemporaryFolder();
  for (const below of ['cur', 'new', 'tmp']) await mkdir(join(folder, below));
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  return folder;
};

test('a folder of mails is told in batches of a hundred, what is no bounce is counted', async () => {
  const { batches, connection } = createService();
  const bounces = Array.from({ length: 150 }, (_, index) => [`${String(index).padStart(3, '0')}.eml`, bounceOf(index)] as const);
  const folder = await written({
    ...Object.fromEntries(bounces),
    'late.eml': bounceMail({ action: 'delayed' }),
    'holiday.eml': 'Subject: Away\r\n\r\n',
    'notes.txt': 'x',
  });
  expect(await importBounces(connection, folder)).toEqual({ mails: 152, bounces: 150, late: 1, others: 1, failed: 148, unreachable: 2, unknown: 2 });
  expect(batches.map(({ length }) => length)).toEqual([100, 50]);
});

test('a maildir has its mails in cur and new', async () => {
  const { batches, connection } = createService();
  const folder = await written({ 'cur/1.host:2,S': bounceOf(1), 'new/2.host': bounceOf(2), 'tmp/3.host': bounceOf(3) });
  expect(await importBounces(connection, folder)).toMatchObject({ mails: 2, bounces: 2 });
  expect(batches).toEqual([[nameOf(1), nameOf(2)]]);
});

test('one mail is a file, and nothing is told where nothing came back', async () => {
  const { batches, connection } = createService();
  const folder = await written({ 'one.mail': bounceOf(1), 'none.mail': 'Subject: Hello\r\n\r\n' });
  expect(await importBounces(connection, join(folder, 'one.mail'))).toMatchObject({ mails: 1, bounces: 1 });
  expect(await importBounces(connection, join(folder, 'none.mail'))).toMatchObject({ mails: 1, bounces: 0, others: 1 });
  expect(batches).toEqual([[nameOf(1)]]);
});

test('a path that leads nowhere is named', async () => {
  await expect(importBounces(createService().connection, '/no/such/folder')).rejects.toMatchObject({ code: 'FILE_MISSING' });
});

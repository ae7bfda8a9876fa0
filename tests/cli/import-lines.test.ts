import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Connection } from '../../src/cli/connection.ts';
import { importCodes, importInvites } from '../../src/cli/import-lines.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

/** The two services as far as an import needs them. */
const createImporter = () => {
  const batches: string[][] = [];
  const known = new Set<string>();
  const isNew = (value: string): boolean => {
    const before = known.size;
    return known.add(value).size > before;
  };
  const take = (values: string[]): number[] => {
    batches.push(values);
    return values.flatMap((value, index) => (isNew(value) ? [] : [index]));
  };
  const services = {
    code: {
      importCodes: async ({ body: { codes } }: { body: { codes: string[] } }) => {
        const duplicates = take(codes);
        return { imported: codes.length - duplicates.length, duplicates };
      },
    },
    entry: {
      importInvites: async ({ body: { values } }: { body: { values: string[] } }) => {
        const duplicates = take(values).length;
        return { imported: values.length - duplicates, duplicates };
      },
    },
  };
  return { batches, connection: services as unknown as Connection };
};

const written = async (content: string): Promise<string> => {
  const file = join(createTemporaryFolder(), 'list.csv');
  await writeFile(file, content);
  return file;
};

test('codes go in batches of 10,000, from the first column, trimmed, without header and empty lines', async () => {
  const { batches, connection } = createImporter();
  const codes = Array.from({ length: 24_000 }, (_, index) => `CODE${index}`);
  const file = await written(`\ufeffAccess Code,note\r\n\r\n${codes.map((code) => ` ${code} ,x`).join('\r\n')}\r\n`);
  expect(await importCodes(connection, 'a', file)).toEqual({ codes: 24_000, imported: 24_000, duplicates: 0, duplicateLines: [] });
  expect(batches.map((batch) => batch.length)).toEqual([10_000, 10_000, 4000]);
  expect(batches.flat()).toEqual(codes);
});

test('a request stays below what a service in the cloud takes', async () => {
  const { batches, connection } = createImporter();
  const invites = Array.from({ length: 10_000 }, (_, index) => `${index}`.padStart(320, '\u20ac'));
  expect(await importInvites(connection, 'a', 'globalUserId', await written(`globalUserId\n${invites.join('\n')}\n`))).toMatchObject({ imported: 10_000 });
  for (const batch of batches) expect(Buffer.byteLength(JSON.stringify(batch))).toBeLessThan(5_000_000);
  expect(batches.flat()).toEqual(invites);
});

test('codes that are known are counted, and named by their lines alone', async () => {
  const { connection } = createImporter();
  const file = await written('A\nB\n\nA\nC\nB\n');
  expect(await importCodes(connection, 'a', file)).toEqual({ codes: 5, imported: 3, duplicates: 2, duplicateLines: [4, 6] });
  expect(await importCodes(connection, 'a', file)).toMatchObject({ imported: 0, duplicates: 5 });
});

test('nothing is sent of a file that is broken at its end', async () => {
  const { batches, connection } = createImporter();
  const good = 'ABCDEFGH\n'.repeat(60_000);
  const file = await written(`${good}${'X'.repeat(129)}\n`);
  await expect(importCodes(connection, 'a', file)).rejects.toMatchObject({
    code: 'CSV_INVALID',
    message: `${file}:60001: column code: is longer than 128 characters`,
  });
  await expect(importCodes(connection, 'a', await written('\n\n'))).rejects.toMatchObject({ code: 'CSV_INVALID' });
  expect(batches).toEqual([]);
});

test('invites come from the column that the gate asks for, whatever other columns of a fan there are', async () => {
  const { batches, connection } = createImporter();
  const file = await written('firstName,email\nA,a@example.org\nB, b@example.org \n');
  expect(await importInvites(connection, 'tour', 'email', file)).toEqual({ invites: 2, imported: 2, duplicates: 0, unusable: 0, unusableLines: [] });
  expect(batches).toEqual([['a@example.org', 'b@example.org']]);
  await expect(importInvites(connection, 'tour', 'memberId', file)).rejects.toThrow(`${file}:1: column memberId: is missing from the header`);
  const gap = await written('email,firstName\na@example.org,A\n,B\n');
  await expect(importInvites(connection, 'tour', 'email', gap)).rejects.toThrow('is empty');
});

test('invites that no fan can have are told by their lines', async () => {
  const { connection } = createImporter();
  const file = await written('email,globalUserId\na@example.org,fan-1\nb at example.org,fan 2\nc@bücher.example,fan-3\n');
  const told = { invites: 3, imported: 3, unusable: 1, unusableLines: [3] };
  for (const key of ['email', 'globalUserId'] as const) expect(await importInvites(connection, 'tour', key, file)).toMatchObject(told);
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Connection } from '../../src/cli/connection.ts';
import { redeemCodes } from '../../src/cli/redeem-codes.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

interface Sent {
  readonly marketId: string;
  readonly code: string;
  readonly redeemedAt: string;
}

/** A Code Service whose codes that begin with X are revoked, and with Y unknown. */
const createCodeService = () => {
  const calls: (readonly Sent[])[] = [];
  const code = {
    redeemCodes: async ({ body: { codes } }: { readonly body: { readonly codes: readonly Sent[] } }) => {
      calls.push(codes);
      const refused = codes.flatMap((one, index) => (/^[XY]/.test(one.code) ? [{ index, state: one.code.startsWith('X') ? 'REVOKED' : null }] : []));
      return { redeemed: codes.length - refused.length, refused };
    },
  };
  return { calls, connection: { code } as unknown as Connection };
};

const written = async (rows: string): Promise<string> => {
  const file = join(createTemporaryFolder(), 'redeemed.csv');
  await writeFile(file, `market,accessCode,redeemedAt\n${rows}`);
  return file;
};

test('redemptions are recorded in UTC, and those that do not fit are told by state and line', async () => {
  const { calls, connection } = createCodeService();
  const file = await written('london-1, A1 ,2027-02-12T11:00:00+01:00\nlondon-1,X1,2027-02-12T10:00Z\nlondon-1,Y1,2027-02-12T10:00:00Z\n');
  expect(await redeemCodes(connection, file)).toEqual({ rows: 3, redeemed: 1, refused: { REVOKED: 1, UNKNOWN: 1 }, refusedLines: [3, 4] });
  expect(calls.flat()[0]).toEqual({ marketId: 'london-1', code: 'A1', redeemedAt: '2027-02-12T10:00:00.000Z' });
});

test('many rows go in requests of a thousand', async () => {
  const { calls, connection } = createCodeService();
  const file = await written(Array.from({ length: 2500 }, (_, index) => `london-1,A${index},2027-02-12T10:00:00Z\n`).join(''));
  expect(await redeemCodes(connection, file)).toMatchObject({ rows: 2500, redeemed: 2500, refused: {}, refusedLines: [] });
  expect(calls.map(({ length }) => length)).toEqual([1000, 1000, 500]);
});

test.each([
  ['Paris,A1,2027-02-12T10:00:00Z', 'column market: is no market'],
  ['paris-1,,2027-02-12T10:00:00Z', 'column accessCode: has to be a code of 1 to 128 characters'],
  ['paris-1,A1,2027-02-12', 'column redeemedAt: has to be a date and time with its zone'],
  ['paris-1,A1,2027-13-12T10:00:00Z', 'column redeemedAt: has to be a date and time with its zone'],
])('a file with the row %s is refused before anything is sent', async (row, problem) => {
  const { calls, connection } = createCodeService();
  const file = await written(`london-1,A1,2027-02-12T10:00:00Z\n${row}\n`);
  await expect(redeemCodes(connection, file)).rejects.toMatchObject({ code: 'CSV_INVALID', message: expect.stringContaining(`:3: ${problem}`) });
  expect(calls).toEqual([]);
});

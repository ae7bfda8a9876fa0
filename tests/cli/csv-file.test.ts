import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { csvRecords, csvRows } from '../../src/cli/csv-file.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const columns = { required: ['id', 'name'], known: ['note'] };

const read = async (content: string | Uint8Array) => {
  const file = join(createTemporaryFolder(), 'fans.csv');
  await writeFile(file, content);
  const rows = [];
  for await (const row of csvRecords(file, columns)) rows.push(row);
  return rows;
};

/** What a person sees, without the folder. */
const refusal = async (content: string | Uint8Array): Promise<string> => {
  const outcome = await read(content).then(
    () => 'accepted',
    (error: Error) => error.message,
  );
  return outcome.replace(/^.*fans\.csv/, 'fans.csv');
};

const bytes = (...parts: (string | readonly number[])[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe('a CSV file is read', () => {
  test('with a byte order mark, CRLF, quotes and empty lines, each row with its line', async () => {
    expect(await read('\ufeff"id",name\r\n\r\n1,"A, ""B"""\r\n \r\n2,"two\r\nlines"\r\n3,C')).toEqual([
      { line: 3, values: { id: '1', name: 'A, "B"' } },
      { line: 5, values: { id: '2', name: 'two\r\nlines' } },
      { line: 7, values: { id: '3', name: 'C' } },
    ]);
  });

  test('whatever the order of its columns', async () => {
    expect(await read('note,name,id\nn,A,1\n')).toEqual([{ line: 2, values: { id: '1', name: 'A', note: 'n' } }]);
  });

  test('when a character falls on the border of two chunks', async () => {
    const rows = await read(`id,name\n${'1,äöü€😀\n'.repeat(40_000)}`);
    expect(rows).toHaveLength(40_000);
    expect(new Set(rows.map(({ values }) => values.name))).toEqual(new Set(['äöü€😀']));
  });
});

describe('a CSV file is refused with file, line and field', () => {
  test.each([
    ['a missing column', 'id\n1\n', 'fans.csv:1: column name: is missing from the header'],
    [
      'a row where the header should be',
      'ann@example.org,Ann\n',
      'fans.csv:1: none of the columns is known here; the first line has to name them: id, name, note',
    ],
    ['an unknown column that may be a value', 'id,name,ann@example.org\n', 'fans.csv:1: column 3: is not known here; the columns are id, name, note'],
    ['an unknown column', 'id,name,nmae\n', 'fans.csv:1: column nmae: is not known here; the columns are id, name, note'],
    ['a column that is there twice', 'id,name,id\n', 'fans.csv:1: column id: is there twice; keep one of them'],
    ['a column without a name', 'id,name,\n', 'fans.csv:1: a column of the header has no name; name it or remove it'],
    ['too many cells in a row', 'id,name\n1,A\n2,B,C\n', 'fans.csv:3: the row has 3 cells, the header 2; quote a cell that holds a comma'],
    ['too few cells in a row', 'id,name\n\n1\n', 'fans.csv:3: column name: the row ends before it; the header has 2 columns'],
    ['semicolons', 'id;name\n1;A\n', 'fans.csv:1: the header has one column that holds semicolons; separate columns by commas'],
    ['line ends of CR alone', 'id,name\r1,A\r', 'fans.csv:1: lines end with CR alone; save the file with LF or CRLF line ends'],
    ['nothing in it', '', 'fans.csv:1: the file is empty; its first line names the columns: id, name'],
    [
      'a quote that is never closed',
      'id,name\n1,A\n2,"B\n3,C\n',
      'fans.csv:3: a quote is opened here and never closed; a quoted cell starts and ends with ", and a " inside one is written twice',
    ],
    [
      'a quote inside a cell',
      'id,name\n1,A"B\n',
      'fans.csv:2: a quote in the wrong place, in cell 2 of the row; a quoted cell starts and ends with ", and a " inside one is written twice',
    ],
    ['broken UTF-8 in the header', bytes('id,n', [0xff], 'me\n1,A\n'), 'fans.csv:1: is not UTF-8; save the file as UTF-8'],
    ['broken UTF-8', bytes('id,name\n1,A\n2,B', [0xff], 'C\n'), 'fans.csv:3: column name: is not UTF-8; save the file as UTF-8'],
    [
      'a lone surrogate',
      bytes('id,name\n1,A\n2,', [0xed, 0xa0, 0x80], '\n'),
      'fans.csv:3: column name: holds a lone surrogate, half of a character; save the file as UTF-8',
    ],
    [
      'an end in the middle of a character',
      bytes('id,name\n1,A\n2,', [0xe2, 0x82]),
      'fans.csv:3: column name: is not UTF-8: it ends in the middle of a character; save the file as UTF-8',
    ],
    ['UTF-16', Buffer.from('\ufeffid,name\n', 'utf16le'), 'fans.csv:1: is UTF-16; save the file as UTF-8'],
  ])('for %s', async (_, content, message) => {
    expect(await refusal(content)).toBe(message);
  });

  test('for broken UTF-8 far into a large file', async () => {
    const good = '1,abcdefghijklmnopqrstuvwxyz\n'.repeat(50_000);
    expect(await refusal(bytes('id,name\n', good, '2,', [0xc3, 0x28], '\n', good))).toBe('fans.csv:50002: column name: is not UTF-8; save the file as UTF-8');
  });

  test.each([
    ['that is not there', 'nothing.csv', 'there is no such file'],
    ['that is a folder', '.', 'is a folder, not a file'],
  ])('for a file %s', async (_, name, problem) => {
    const file = join(createTemporaryFolder(), name);
    await expect(csvRows(file).next()).rejects.toMatchObject({ code: 'FILE_MISSING', message: `${file}: ${problem}` });
  });
});

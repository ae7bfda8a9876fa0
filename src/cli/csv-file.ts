import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { RegError } from '../errors.ts';
import { type BrokenText, createLineIndex, utf8Chunks } from './utf8-chunks.ts';

/** One row; `line` is that of the file on which it starts, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row by column name; a cell that is empty is an empty string. */
export interface CsvRecord<Column extends string = string> {
  readonly line: number;
  readonly values: Readonly<Partial<Record<Column, string>>>;
}

/** Which columns a file must and may have. */
export interface CsvColumns {
  readonly required: readonly string[];
  readonly known: readonly string[];
}

const parserOptions = {
  bom: true,
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  record_delimiter: ['\r\n', '\n'],
  max_record_size: 1_000_000,
};

const refusal = (file: string, line: number, problem: string, field?: string): RegError =>
  new RegError('CSV_INVALID', `${file}:${line}: ${field === undefined ? '' : `column ${field}: `}${problem}`, {
    detail: field === undefined ? { file, line } : { file, line, field },
  });

const QUOTES = 'a quoted cell starts and ends with ", and a " inside one is written twice';

const parserRefusal = (file: string, line: number, error: CsvError): RegError => {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return refusal(file, line, `a quote is opened here and never closed; ${QUOTES}`);
  if (error.code === 'CSV_MAX_RECORD_SIZE') return refusal(file, line, `a row of more than a million characters; is a quote left open? ${QUOTES}`);
  return refusal(file, line, `a quote in the wrong place, in cell ${Number(error.column) + 1} of the row; ${QUOTES}`);
};

/**
 * The rows of a CSV file as RFC 4180 has them (UTF-8 with or without a byte order mark, LF or CRLF, quotes),
 * in bounded memory; empty lines are skipped. Throws `CSV_INVALID` naming file, line and field, `FILE_MISSING`.
 */
export const csvRows = async function* (file: string): AsyncGenerator<CsvRow> {
  const lines = createLineIndex();
  let ended = 0;
  const refuse = async ({ line, problem }: BrokenText): Promise<never> => {
    throw refusal(file, line, `${problem}; save the file as UTF-8`, problem === 'is UTF-16' ? undefined : await brokenField(file, line));
  };
  const parser = parse(parserOptions);
  pipeline(Readable.from(utf8Chunks(file, lines, refuse), { objectMode: false }), parser, () => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { bytes_records: number } }>) {
      const before = ended;
      ended = lines.linesBefore(info.bytes_records);
      const spanned = ended - before > 1 ? innerLineEnds(record) : 0;
      // The last row may lack a line end.
      const last = ended === before + spanned ? ended + 1 : ended;
      if (record.length > 1 || record[0]?.trim() !== '') yield { line: last - spanned, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw parserRefusal(file, lines.linesBefore(Number(error.bytes)) + 1, error);
  }
};

const innerLineEnds = (cells: readonly string[]): number => {
  let count = 0;
  for (const cell of cells) for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
};

/** The name of the first cell of a line that does not decode, where the file has a header that tells. */
const brokenField = async (file: string, line: number): Promise<string | undefined> => {
  const parser = parse({ ...parserOptions, relax_quotes: true });
  const source = createReadStream(file).pipe(parser);
  let header: readonly string[] = [];
  let first = true;
  for await (const { record, info } of source as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    if (first) header = record;
    first = false;
    if (info.lines < line) continue;
    // A name that does not decode itself would only be noise on a terminal.
    if (record === header) return undefined;
    const broken = record.findIndex((cell) => cell.includes('\ufffd'));
    return broken === -1 ? undefined : header[broken]?.trim();
  }
  return undefined;
};

/** What a column may be called; anything else may be what somebody said of themselves. */
const LIKE_A_NAME = /^[\w-]{1,64}$/;

const checkHeader = (file: string, { line, cells }: CsvRow, columns: CsvColumns): readonly string[] => {
  const header = cells.map((cell) => cell.trim());
  const allowed = new Set([...columns.required, ...columns.known]);
  const seen = new Set<string>();
  if (header.length === 1 && /[;\t]/.test(header[0] ?? '')) {
    throw refusal(file, line, `the header has one column that holds ${header[0]?.includes(';') ? 'semicolons' : 'tabs'}; separate columns by commas`);
  }
  if (cells.some((cell) => cell.includes('\r'))) throw refusal(file, line, 'lines end with CR alone; save the file with LF or CRLF line ends');
  // A first row of data is not shown: it is somebody's.
  if (header.length > 0 && header.every((name) => name !== '' && !allowed.has(name)))
    throw refusal(file, line, `none of the columns is known here; the first line has to name them: ${[...allowed].join(', ')}`);
  for (const [index, name] of header.entries()) {
    if (name === '') throw refusal(file, line, 'a column of the header has no name; name it or remove it');
    if (seen.has(name)) throw refusal(file, line, 'is there twice; keep one of them', name);
    if (!allowed.has(name))
      throw refusal(file, line, `is not known here; the columns are ${[...allowed].join(', ')}`, LIKE_A_NAME.test(name) ? name : String(index + 1));
    seen.add(name);
  }
  for (const name of columns.required) {
    if (!seen.has(name)) throw refusal(file, line, 'is missing from the header', name);
  }
  return header;
};

/**
 * The rows below a header, by column name. Throws `CSV_INVALID` for a header without a required column, with an
 * unknown, nameless or double one, and for a row with more or fewer cells than the header.
 */
export const csvRecords = async function* (file: string, columns: CsvColumns): AsyncGenerator<CsvRecord> {
  let header: readonly string[] | null = null;
  for await (const row of csvRows(file)) {
    if (header === null) {
      header = checkHeader(file, row, columns);
      continue;
    }
    const { line, cells } = row;
    if (cells.length > header.length)
      throw refusal(file, line, `the row has ${cells.length} cells, the header ${header.length}; quote a cell that holds a comma`);
    if (cells.length < header.length) throw refusal(file, line, `the row ends before it; the header has ${header.length} columns`, header[cells.length]);
    const values: Record<string, string> = {};
    for (let index = 0; index < header.length; index += 1) values[header[index] ?? ''] = cells[index] ?? '';
    yield { line, values };
  }
  if (header === null) throw refusal(file, 1, `the file is empty; its first line names the columns: ${columns.required.join(', ')}`);
};

/** Reads a whole file for its form alone, before anything of it is sent; answers how many rows there are. Throws as `csvRecords`. */
export const checkCsv = async (file: string, columns: CsvColumns): Promise<number> => {
  let rows = 0;
  for await (const _ of csvRecords(file, columns)) rows += 1;
  return rows;
};

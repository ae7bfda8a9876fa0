import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { RegError } from '../errors.ts';

/** Where lines end in what has been read so far, so that a byte's line can be named; bytes are asked for in order. */
export interface LineIndex {
  feed(chunk: Uint8Array): void;
  /** How many lines end before this byte. */
  linesBefore(offset: number): number;
}

export const createLineIndex = (): LineIndex => {
  let ends: number[] = [];
  let first = 0;
  let passed = 0;
  let fed = 0;
  return {
    feed: (chunk) => {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) ends.push(fed + at);
      fed += chunk.length;
    },
    linesBefore: (offset) => {
      for (let end = ends[first]; end !== undefined && end < offset; end = ends[first]) {
        first += 1;
        passed += 1;
      }
      if (first > 50_000) {
        ends = ends.slice(first);
        first = 0;
      }
      return passed;
    },
  };
};

/** How many bytes at the end belong to a character that goes on in the next chunk: 0 to 3. */
const unfinishedBytes = (chunk: Uint8Array): number => {
  for (let back = 1; back <= 3 && back <= chunk.length; back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
};

/** The first byte at which a chunk stops being UTF-8. */
const brokenAt = (chunk: Uint8Array): number => {
  let good = 0;
  let bad = chunk.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const part = chunk.subarray(0, middle);
    if (isUtf8(part.subarray(0, middle - unfinishedBytes(part)))) good = middle;
    else bad = middle;
  }
  return good;
};

const describeBreak = (chunk: Uint8Array, at: number): string => {
  for (let index = Math.max(0, at - 3); index <= at; index += 1) {
    if (chunk[index] === 0xed && (chunk[index + 1] ?? 0) >= 0xa0) return 'holds a lone surrogate, half of a character';
  }
  return 'is not UTF-8';
};

/** Why and on which line (from 1) a file is not UTF-8. */
export interface BrokenText {
  readonly line: number;
  readonly problem: string;
}

/**
 * A file in chunks that are whole UTF-8 characters; each is fed to `lines` first.
 * Calls `refuse` at the first byte that is not UTF-8, which throws what the reader should see.
 * Throws `FILE_MISSING` where the file cannot be read.
 */
export const utf8Chunks = async function* (file: string, lines: LineIndex, refuse: (broken: BrokenText) => Promise<never>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  let line = 1;
  let first = true;
  try {
    for await (const read of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      const all = rest.length === 0 ? read : Buffer.concat([rest, read]);
      if (first && all.length >= 2 && ((all[0] === 0xff && all[1] === 0xfe) || (all[0] === 0xfe && all[1] === 0xff))) {
        await refuse({ line: 1, problem: 'is UTF-16' });
      }
      first = false;
      const keep = unfinishedBytes(all);
      const chunk = all.subarray(0, all.length - keep);
      rest = all.subarray(all.length - keep);
      if (!isUtf8(chunk)) {
        const at = brokenAt(chunk);
        for (let end = chunk.indexOf(10); end !== -1 && end < at; end = chunk.indexOf(10, end + 1)) line += 1;
        await refuse({ line, problem: describeBreak(chunk, at) });
      }
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, end + 1)) line += 1;
      lines.feed(chunk);
      yield chunk;
    }
  } catch (error) {
    throw readFailure(file, error);
  }
  if (rest.length > 0) await refuse({ line, problem: 'is not UTF-8: it ends in the middle of a character' });
};

/** What a person should see when a file cannot be read. */
export const readFailure = (file: string, error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return new RegError('FILE_MISSING', `${file}: there is no such file`, { cause: error });
  if (code === 'ENOTDIR') return new RegError('FILE_MISSING', `${file}: a part of the path is a file, not a folder`, { cause: error });
  if (code === 'EISDIR') return new RegError('FILE_MISSING', `${file}: is a folder, not a file`, { cause: error });
  if (code === 'EACCES' || code === 'EPERM') return new RegError('FILE_MISSING', `${file}: may not be read; check its permissions`, { cause: error });
  return error;
};

import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { type Pack, type Verification, verifyPack } from '../domain/draw/verify-pack.ts';
import { RegError } from '../errors.ts';
import { readFailure } from './utf8-chunks.ts';

const PACK_FILES = { rules: 'rules.json', entrants: 'entrants.csv', results: 'results.csv', draw: 'draw.json' } as const satisfies Record<keyof Pack, string>;

/** Recomputes the draw whose pack is in a folder. Throws `FILE_MISSING`. */
export const verifyFolder = async (folder: string): Promise<Verification> =>
  verifyPack({
    rules: packFile(folder, 'rules'),
    entrants: packFile(folder, 'entrants'),
    results: packFile(folder, 'results'),
    draw: packFile(folder, 'draw'),
  });

const packFile = async function* (folder: string, part: keyof Pack): AsyncGenerator<string> {
  const file = join(folder, PACK_FILES[part]);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new RegError('DRAW_INVALID', `${file}: is not UTF-8`, { cause: error }) : readFailure(file, error);
  }
};

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Pack, type Verification, verifyPack } from '../domain/draw/verify-pack.ts';
import { RegError } from '../errors.ts';
import { readFailure } from './utf8-chunks.ts';

type PackPart = Exclude<keyof Pack, 'drawBefore'>;
const PACK_FILES = { rules: 'rules.json', entrants: 'entrants.csv', results: 'results.csv', draw: 'draw.json' } as const satisfies Record<PackPart, string>;

/** Recomputes the draw whose pack is in a folder; that of the draw before is looked for beside it, by its number. Throws `FILE_MISSING`. */
export const verifyFolder = async (folder: string): Promise<Verification> =>
  verifyPack({
    rules: packFile(folder, 'rules'),
    entrants: packFile(folder, 'entrants'),
    results: packFile(folder, 'results'),
    draw: packFile(folder, 'draw'),
    drawBefore: (draw) => drawFileBeside(folder, draw),
  });

const drawFileBeside = async (folder: string, draw: number): Promise<string | null> => {
  const file = join(dirname(resolve(folder)), String(draw), PACK_FILES.draw);
  return readFile(file, 'utf8').catch((error: unknown) => {
    const failure = readFailure(file, error);
    if (failure instanceof RegError && failure.code === 'FILE_MISSING') return null;
    throw failure;
  });
};

const packFile = async function* (folder: string, part: PackPart): AsyncGenerator<string> {
  const file = join(folder, PACK_FILES[part]);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new RegError('DRAW_INVALID', `${file}: is not UTF-8`, { cause: error }) : readFailure(file, error);
  }
};

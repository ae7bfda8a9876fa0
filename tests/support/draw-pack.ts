import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pack } from '../../src/domain/draw/verify-pack.ts';

/** The four files of a draw as text. */
export interface PackText {
  readonly rules: string;
  readonly entrants: string;
  readonly results: string;
  readonly draw: string;
}

/** A vector of `tests/vectors`. */
export const readVector = async (name: 'dozen' | 'thousand'): Promise<PackText> => {
  const text = (file: string): Promise<string> => readFile(join(import.meta.dirname, '../vectors', name, file), 'utf8');
  return { rules: await text('rules.json'), entrants: await text('entrants.csv'), results: await text('results.csv'), draw: await text('draw.json') };
};

/** The files as streams in chunks of an odd size, so that lines are cut anywhere. */
export const packOf = ({ rules, entrants, results, draw }: PackText): Pack => ({
  rules: inChunks(rules),
  entrants: inChunks(entrants),
  results: inChunks(results),
  draw: inChunks(draw),
});

/** A text in chunks of `size` characters. */
export async function* inChunks(text: string, size = 97): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

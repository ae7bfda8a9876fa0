import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyPack } from '../../src/domain/draw/verify-pack.ts';

const file = (folder: string, name: string): AsyncIterable<string> => createReadStream(join(folder, name), 'utf8');
const verifyFolder = (folder: string) =>
  verifyPack({
    rules: file(folder, 'rules.json'),
    entrants: file(folder, 'entrants.csv'),
    results: file(folder, 'results.csv'),
    draw: file(folder, 'draw.json'),
  });

describe('the published vectors', () => {
  it.each(['dozen', 'thousand'])('%s is recomputed to the byte', async (name) => {
    const verification = await verifyFolder(join(import.meta.dirname, '../vectors', name));
    expect(verification.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(verification.checks.length).toBe(11);
  });
});

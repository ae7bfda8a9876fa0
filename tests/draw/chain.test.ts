import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyFolder } from '../../src/cli/verify-folder.ts';
import type { PackText } from '../support/draw-pack.ts';
import { type DrawInput, makeDraw } from '../support/made-draw.ts';
import { runPython } from '../support/second-implementation.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const input: DrawInput = {
  method: 'random',
  markets: [{ id: 'm1', capacity: 1, waitlistCapacity: 1 }],
  entrants: ['a', 'b'].map((letter) => ({ ref: letter.repeat(32), tier: 0, lots: 1, ranking: ['m1'] })),
  secret: new Uint8Array(32).fill(7),
};
const first = makeDraw(input).pack;
const second = makeDraw({ ...input, secret: new Uint8Array(32).fill(8), before: first.draw }).pack;

/** Both implementations on a campaign's draws as they are published, one folder each. */
const verified = async (packs: Readonly<Record<string, PackText>>, name: string): Promise<unknown> => {
  const folder = createTemporaryFolder();
  for (const [draw, pack] of Object.entries(packs)) {
    await mkdir(join(folder, draw));
    const files = { 'rules.json': pack.rules, 'entrants.csv': pack.entrants, 'results.csv': pack.results, 'draw.json': pack.draw };
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, draw, file), text);
  }
  const { ok, checks } = await verifyFolder(join(folder, name));
  const { status } = await runPython(join(folder, name));
  expect(status).toBe(ok ? 0 : 1);
  return checks.filter((check) => !check.ok).map((check) => check.name);
};

describe('a draw after the first', () => {
  test('is right where it names the one before, whether that is at hand or not', async () => {
    expect(await verified({ 1: first, 2: second }, '2')).toEqual([]);
    expect(await verified({ 2: second }, '2')).toEqual([]);
  });

  test('is wrong where the one before is another than it names, though all else fits', async () => {
    const other = makeDraw({ ...input, secret: new Uint8Array(32).fill(9) }).pack;
    expect(await verified({ 1: other, 2: second }, '2')).toEqual(['draw 1 has the hash that rules.json names']);
    expect(await verified({ 1: other }, '1')).toEqual([]);
  });

  test('names one, and the first names none', async () => {
    const name = 'draws after the first, and they alone, name the one before';
    expect(await verified({ 2: makeDraw({ ...input, draw: 2 }).pack }, '2')).toEqual([name]);
    expect(await verified({ 1: makeDraw({ ...input, draw: 1, before: first.draw }).pack }, '1')).toEqual([name]);
  });
});

import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readVector } from '../support/draw-pack.ts';
import { makeDraw } from '../support/made-draw.ts';
import { folderOf, runPython } from '../support/second-implementation.ts';
import { tamperings } from '../support/tamperings.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../..');

test.each(['dozen', 'thousand'])('the published vector %s is confirmed', async (name) => {
  const { status, output } = await runPython(join(ROOT, 'tests/vectors', name));
  expect(output).not.toContain('NOT OK');
  expect(output).toMatch(/^NOTE {3}\d+ entrants have a tier above 0/m);
  expect(status).toBe(0);
});

test('a pack that is larger than both vectors is confirmed', async () => {
  const markets = ['m1', 'm2', 'm3'].map((id) => ({ id, capacity: 300, waitlistCapacity: 100 }));
  const entrants = Array.from({ length: 2500 }, (_, index) => ({
    ref: createHash('sha256').update(String(index)).digest('hex').slice(0, 32),
    tier: index % 2,
    lots: 1 + (index % 5),
    ranking: markets.slice(index % 3).map(({ id }) => id),
  }));
  const { pack } = makeDraw({ method: 'weighted', markets, entrants, secret: Buffer.alloc(32, 7) });
  expect((await runPython(await folderOf(pack))).output).not.toContain('NOT OK');
});

test.each(tamperings)('$what is found in a tampered pack', async ({ file, change }) => {
  const vector = await readVector('dozen');
  const folder = createTemporaryFolder();
  await cp(join(ROOT, 'tests/vectors/dozen'), folder, { recursive: true });
  const name = file === 'rules' || file === 'draw' ? `${file}.json` : `${file}.csv`;
  expect(await readFile(join(folder, name), 'utf8')).toBe(vector[file]);
  await writeFile(join(folder, name), change(vector[file]));
  const { status, output } = await runPython(folder);
  expect(output).toContain('NOT OK');
  expect(status).toBe(1);
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, onTestFinished, test } from 'vitest';
import { openGateWorld } from '../support/gate-world.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

/** Commands are processes of their own, on two busy processors. */
const PATIENCE_MS = 180_000;

test('scores of a file decide the draw, whatever fans change afterwards', { timeout: PATIENCE_MS }, async () => {
  const dataFolder = createTemporaryFolder();
  const world = await openGateWorld({ dataFolder });
  onTestFinished(world.close);
  const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString();
  const selection = { selection: { method: 'score' } };
  await world.putCampaign('liked', selection);
  for (const globalUserId of ['ann', 'bob', 'cam']) await world.register('liked', { globalUserId, memberId: `M-${globalUserId}` });
  await world.idle();

  const file = join(dataFolder, 'scores.csv');
  await writeFile(file, 'globalUserId,score\nann,400\nbob,0\nnobody,1000\n');
  expect(await world.reg('scores', 'import', '--campaign', 'liked', file)).toEqual({ scores: 3, imported: 2, unknown: 1 });
  await world.register('liked', { globalUserId: 'bob', memberId: 'M-bob', tickets: '2' });
  await world.putCampaign('liked', { ...selection, date: { open: day(-2), close: day(-1), presaleStart: day(5), presaleEnd: day(6) } }, 'CLOSED');
  await world.idle();
  await world.reg('draw', 'freeze', 'liked');
  const lines: readonly Readonly<Record<string, string>>[] = parse(await readFile(join(dataFolder, 'files', 'draws', 'liked', '1', 'entrants.csv')), {
    columns: true,
  });
  // Of the built-in scores, a member has 1000.
  expect(lines.map(({ tier }) => Number(tier)).toSorted((a, b) => a - b)).toEqual([0, 600, 1000]);

  await writeFile(file, 'globalUserId,score\nann,400\nbob,-1\n');
  await expect(world.reg('scores', 'import', '--campaign', 'liked', file)).rejects.toThrow(`${file}:3: column score: has to be a whole number from 0 to 1000`);
});

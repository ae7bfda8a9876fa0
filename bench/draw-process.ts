import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileFileStore } from '../src/adapters/file/file-file-store.ts';
import type { DrawRules } from '../src/domain/draw/draw-rules.ts';
import { ENTRANTS_HEADER, formatEntrant, REF_BYTES } from '../src/domain/draw/entrants.ts';
import { chunksOfLines } from '../src/domain/draw/lines.ts';
import { createMerkleTree } from '../src/domain/draw/merkle-tree.ts';
import { orderEntrants } from '../src/domain/draw/order.ts';
import { createPriorities } from '../src/domain/draw/priorities.ts';
import { readEntrants } from '../src/domain/draw/read-entrants.ts';
import { seedOf } from '../src/domain/draw/seed.ts';
import { formatResult, RESULTS_HEADER, serve } from '../src/domain/draw/serving.ts';
import { sha256 } from '../src/domain/draw/sha256.ts';
import { drawShape, lotsOf, report } from './draw-shape.ts';
import { secondsOf } from './measure.ts';

/** The whole draw: entrants.csv written with its root, read back, ordered, served, results.csv written with its root. */
const { count, markets } = drawShape(process.argv[2]);
const rules: DrawRules = {
  version: 1,
  campaignId: 'bench',
  draw: 1,
  previous: null,
  method: 'weighted',
  markets,
  commitment: '0'.repeat(64),
  publicRandomness: 'none',
  reason: 'bench',
};
const rankings = markets.flatMap(({ id }) => markets.filter((other) => other.id !== id).map((other) => `${id}>${other.id}`));
const folder = await mkdtemp(join(tmpdir(), 'reg-bench-'));
const files = createFileFileStore({ folder });

function* entrantsFile(): Generator<string> {
  const tree = createMerkleTree();
  yield ENTRANTS_HEADER;
  for (let entrant = 0; entrant < count; entrant++) {
    const line = formatEntrant(refAt(entrant), 0, lotsOf(entrant), rankings[entrant % rankings.length] ?? '');
    tree.add(line);
    yield line;
  }
  tree.root();
}

function* resultsFile(results: Iterable<Parameters<typeof formatResult>[0]>): Generator<string> {
  const tree = createMerkleTree();
  yield RESULTS_HEADER;
  for (const result of results) {
    const line = formatResult(result);
    tree.add(line);
    yield line;
  }
  tree.root();
}

/** Refs are ready, and sorted: hashing fans' ids is the freeze's part. */
const refs = Array.from({ length: count }, (_, index) =>
  createHash('sha256')
    .update(String(index))
    .digest('hex')
    .slice(0, 2 * REF_BYTES),
).sort();
const refAt = (entrant: number): string => refs[entrant] ?? '';

const seconds = await secondsOf(async () => {
  await files.write('entrants.csv', chunksOfLines(entrantsFile()));
  const entrants = await readEntrants(files.read('entrants.csv'), rules, count);
  if (typeof entrants === 'string') throw new Error(entrants);
  const seed = seedOf(Buffer.alloc(32, 7), sha256('rules'), entrants.root, Buffer.alloc(0));
  const priorities = createPriorities(entrants, seed);
  priorities.compute(0, count);
  await files.write('results.csv', chunksOfLines(resultsFile(serve(markets, entrants, orderEntrants(entrants, priorities.bytes)))));
});
await rm(folder, { recursive: true });
report(seconds);

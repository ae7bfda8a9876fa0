import { hash } from 'node:crypto';
import { drawShape, lotsOf, report } from './draw-shape.ts';
import { secondsOf } from './measure.ts';

/** The hashes of a draw and nothing else: two a lot (HMAC), and for each of the two trees a leaf and a node a line. */
const { count } = drawShape(process.argv[2]);
const inner = Buffer.alloc(64 + 36, 1);
const outer = Buffer.alloc(64 + 32, 2);
const entrantLeaf = Buffer.alloc(1 + 60, 3);
const resultLeaf = Buffer.alloc(1 + 50, 4);
const node = Buffer.alloc(1 + 64, 5);

const seconds = await secondsOf(() => {
  for (let entrant = 0; entrant < count; entrant++) {
    for (let lot = 0; lot < lotsOf(entrant); lot++) {
      hash('sha256', inner, 'binary');
      hash('sha256', outer, 'binary');
    }
    hash('sha256', entrantLeaf, 'binary');
    hash('sha256', node, 'binary');
    hash('sha256', resultLeaf, 'binary');
    hash('sha256', node, 'binary');
  }
});
report(seconds);

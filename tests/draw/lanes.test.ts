import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMerkleTree, isIncluded } from '../../src/domain/draw/merkle-tree.ts';
import { createPriorities } from '../../src/domain/draw/priorities.ts';
import { createSha256Lanes, fillLanes, INITIAL_STATE, LANES, type Sha256Lanes } from '../../src/domain/draw/sha256-lanes.ts';

const lanesHere = (): Sha256Lanes => {
  const lanes = createSha256Lanes();
  if (lanes === null) throw new Error('this processor has no vectors, so what uses them cannot be tested on it');
  return lanes;
};

/** A message of at most 55 bytes as its one block. */
const blockOf = (message: Uint8Array): readonly number[] => {
  const block = Buffer.alloc(64);
  block.set(message);
  block[message.length] = 0x80;
  block.writeUInt32BE(8 * message.length, 60);
  return Array.from({ length: 16 }, (_, word) => block.readUInt32BE(4 * word));
};

describe('four hashes at once', () => {
  test('are the four that node:crypto gives', () => {
    const lanes = lanesHere();
    const [state, block, result] = [0, 32, 96];
    fillLanes(lanes, state, INITIAL_STATE);
    const message = fc.uint8Array({ maxLength: 55 });
    fc.assert(
      fc.property(fc.tuple(message, message, message, message), (messages) => {
        messages.forEach((bytes, lane) => {
          blockOf(bytes).forEach((value, word) => {
            lanes.words[block + LANES * word + lane] = value;
          });
        });
        lanes.compress(state, block, result);
        messages.forEach((bytes, lane) => {
          const digest = Buffer.alloc(32);
          for (let word = 0; word < 8; word += 1) digest.writeUInt32BE(lanes.words[result + LANES * word + lane] ?? 0, 4 * word);
          expect(digest.toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
        });
      }),
    );
  });

  test('two users of them do not disturb each other', () => {
    const [one, two] = [lanesHere(), lanesHere()];
    one.words.fill(1, 0, 100);
    expect(two.words[50]).toBe(0);
  });
});

describe('priorities', () => {
  test('are the same four at once and one by one, for any number of lots, in any slices', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 }),
        fc.nat(40),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (lots, cut, seed) => {
          const refs = createHash('shake256', { outputLength: 16 * Math.max(1, lots.length) })
            .update(seed)
            .digest();
          const entrants = { count: lots.length, refs, lots: Uint32Array.from(lots) };
          const middle = Math.min(cut, lots.length);
          const [fast, plain] = [lanesHere(), null].map((lanes) => {
            const priorities = createPriorities(entrants, Buffer.from(seed).toString('latin1'), lanes);
            priorities.compute(0, middle);
            priorities.compute(middle, lots.length);
            return priorities.bytes.toString('hex');
          });
          expect(fast).toBe(plain);
        },
      ),
    ));
});

describe('Merkle trees', () => {
  const lines = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `line ${index}`);

  test.each([0, 1, 2, 1023, 1024, 1025, 2047, 2048, 3000, 5121])('a tree of %d lines has the same root hashed in batches and one by one', (count) => {
    const [fast, plain] = [createMerkleTree(), createMerkleTree(null)];
    for (const line of lines(count)) {
      fast.add(line);
      plain.add(line);
    }
    expect(fast.root()).toBe(plain.root());
    expect([fast.size, fast.auditPath()]).toEqual([count, null]);
  });

  test('leaves of any length, in any script, are hashed alike', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 400, size: 'max' }), { minLength: 1, maxLength: 30 }), (texts) => {
        const [fast, plain] = [createMerkleTree(), createMerkleTree(null)];
        for (const text of texts)
          for (const tree of [fast, plain]) {
            tree.add(text);
            tree.add(text.slice(0, 55));
          }
        expect(fast.root()).toBe(plain.root());
      }),
    ));

  test.each([45, 46, 54, 55, 109, 110, 118, 119, 182, 183, 246, 247, 255, 256, 257, 1000])('a leaf of %d bytes', (length) => {
    const [fast, plain] = [createMerkleTree(), createMerkleTree(null)];
    for (const tree of [fast, plain]) for (const letter of 'abcdef') tree.add(letter.repeat(length));
    expect(fast.root()).toBe(plain.root());
  });

  test('of any size prove each of their lines, also while they grow on', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.nat(), (count, pick) => {
        const index = pick % count;
        const [fast, plain] = [createMerkleTree(), createMerkleTree(null)];
        lines(count).forEach((line, at) => {
          fast.add(line, at === index);
          plain.add(line, at === index);
        });
        for (const more of ['', 'one', 'two', 'three']) {
          if (more !== '') for (const tree of [fast, plain]) tree.add(more);
          const path = fast.auditPath();
          expect(path).toEqual(plain.auditPath());
          expect(isIncluded(`line ${index}`, index, fast.size, path ?? [], fast.root())).toBe(true);
          expect(isIncluded(`line ${index + 1}`, index, fast.size, path ?? [], fast.root())).toBe(false);
        }
      }),
      { numRuns: 40 },
    ));
});

test('of lots that share their first bytes the smallest is kept by those that follow', () => {
  const digest = fc.array(fc.constantFrom(0, 1, 0xffffffff), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(digest, { minLength: LANES, maxLength: LANES }), (digests) => {
      const words = new Uint32Array(1024);
      // Lanes that hash nothing, and find what is given.
      const compress = (_state: number, _block: number, result: number): void => {
        for (const [lane, given] of digests.entries()) for (const [word, value] of given.entries()) words[result + LANES * word + lane] = value;
      };
      const entrant = { count: 1, refs: Buffer.alloc(16), lots: Uint32Array.of(LANES) };
      const { bytes, compute } = createPriorities(entrant, '\0'.repeat(32), { words, compress });
      compute(0, 1);
      const written = digests.map((given) => given.map((value) => value.toString(16).padStart(8, '0')).join(''));
      expect(bytes.toString('hex')).toBe(written.toSorted()[0]);
    }),
    { examples: [[new Array<number[]>(LANES).fill(new Array<number>(8).fill(1))]] },
  );
});

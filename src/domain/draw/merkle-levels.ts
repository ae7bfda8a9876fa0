import type { Digest } from './sha256.ts';
import { createSha256Lanes, fillLanes, INITIAL_STATE, LANES, type Sha256Lanes } from './sha256-lanes.ts';

/** Hashes the leaves of a full subtree up to its root, four nodes at once. */
export interface NodeLevels {
  /** How many leaves `reduce` takes: a power of two. */
  readonly leafCount: number;
  /** The root of these leaves, and the audit path of the one at `watched`, from the leaf upward. */
  reduce(leaves: readonly Digest[], watched: number): { readonly root: Digest; readonly path: readonly Digest[] };
}

const LEAF_COUNT = 1024;
const DIGEST_WORDS = 8;
const BLOCK_WORDS = 16;
const DIGEST_BYTES = 32;
// Where each state and block is among the words of the lanes.
const INITIAL = 0;
const FIRST_BLOCK = INITIAL + LANES * DIGEST_WORDS;
const SECOND_BLOCK = FIRST_BLOCK + LANES * BLOCK_WORDS;
const STATE = SECOND_BLOCK + LANES * BLOCK_WORDS;

/** Null where the processor has no vectors to do it with. */
export const createNodeLevels = (): NodeLevels | null => {
  const lanes = createSha256Lanes();
  if (lanes === null) return null;
  const bytes = Buffer.alloc(DIGEST_BYTES * LEAF_COUNT);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The digests of the level at hand, as words.
  const level = new Uint32Array(DIGEST_WORDS * LEAF_COUNT);
  fillLanes(lanes, INITIAL, INITIAL_STATE);
  // A node's message has 65 bytes, so its second block holds the last of them, and the padding (FIPS 180-4, section 5.1.1).
  fillLanes(lanes, SECOND_BLOCK, [0, ...new Array<number>(BLOCK_WORDS - 2).fill(0), 8 * 65]);

  const digestAt = (node: number): Digest => {
    const digest = Buffer.alloc(DIGEST_BYTES);
    for (let word = 0; word < DIGEST_WORDS; word += 1) digest.writeUInt32BE(level[DIGEST_WORDS * node + word] ?? 0, 4 * word);
    return digest.toString('latin1');
  };

  return {
    leafCount: LEAF_COUNT,
    reduce: (leaves, watched) => {
      leaves.forEach((leaf, index) => {
        bytes.write(leaf, DIGEST_BYTES * index, 'latin1');
      });
      for (let word = 0; word < level.length; word += 1) level[word] = view.getUint32(4 * word);
      const path: Digest[] = [];
      let at = watched;
      for (let count = LEAF_COUNT; count > 1; count /= 2) {
        if (watched !== -1) path.push(digestAt(at % 2 === 0 ? at + 1 : at - 1));
        at = Math.floor(at / 2);
        for (let parent = 0; parent < count / 2; parent += LANES) hashFour(lanes, level, parent);
      }
      return { root: digestAt(0), path };
    },
  };
};

/** Four parents from their eight children, in the place of the children before them. At the top of the tree some lanes hash what nobody asks for. */
const hashFour = ({ words, compress }: Sha256Lanes, level: Uint32Array, parent: number): void => {
  for (let lane = 0; lane < LANES; lane += 1) {
    const children = 2 * DIGEST_WORDS * (parent + lane);
    // 0x01 comes first, so each word of the message has one byte of the word before.
    let before = 1;
    for (let word = 0; word < BLOCK_WORDS; word += 1) {
      const value = level[children + word] ?? 0;
      words[FIRST_BLOCK + LANES * word + lane] = (before << 24) | (value >>> 8);
      before = value;
    }
    words[SECOND_BLOCK + lane] = (before << 24) | 0x800000;
  }
  compress(INITIAL, FIRST_BLOCK, STATE);
  compress(STATE, SECOND_BLOCK, STATE);
  for (let lane = 0; lane < LANES; lane += 1)
    for (let word = 0; word < DIGEST_WORDS; word += 1) level[DIGEST_WORDS * (parent + lane) + word] = words[STATE + LANES * word + lane] ?? 0;
};

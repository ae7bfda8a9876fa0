import { type Digest, sha256 } from './sha256.ts';
import { createSha256Lanes, FREE_WORDS, fillLanes, INITIAL_STATE, LANES, type Sha256Lanes } from './sha256-lanes.ts';

/** The next leaves of a Merkle tree, hashed four at once, and then up to the root of the full subtree that they are. */
export interface LeafBatch {
  /** How many leaves make it full: a power of two. */
  readonly capacity: number;
  readonly count: number;
  add(line: string): void;
  /** The leaves so far. */
  digests(): readonly Digest[];
  /** Of a full batch, which is empty afterwards: its root, and the audit path of the leaf at `watched`, from the leaf upward. */
  reduce(watched: number): { readonly root: Digest; readonly path: readonly Digest[] };
}

const CAPACITY = 1024;
const DIGEST_WORDS = 8;
const BLOCK_WORDS = 16;
const BLOCK_BYTES = 64;
/** What follows a message in its last block at least: one byte that ends it, and its length in eight (FIPS 180-4, section 5.1.1). */
const PADDING_BYTES = 9;
/** Lines whose leaf has more blocks are hashed one by one. */
const MOST_BLOCKS = 4;

// Where each state and block is among the words of the lanes.
const INITIAL = 0;
const STATE = INITIAL + LANES * DIGEST_WORDS;
const NODE = STATE + LANES * DIGEST_WORDS;
const NODE_END = NODE + LANES * BLOCK_WORDS;
const LEAVES = NODE_END + LANES * BLOCK_WORDS;

/** Leaves of equally many blocks that wait until there is one for each lane. */
interface Waiting {
  /** Where their blocks are among the words of the lanes. */
  readonly at: number;
  readonly blocks: number;
  readonly leaves: Uint32Array;
  filled: number;
}

/** Null where the processor has no vectors to do it with. */
export const createLeafBatch = (): LeafBatch | null => {
  const lanes = createSha256Lanes();
  if (lanes === null) return null;
  const { words, compress } = lanes;
  const bytes = Buffer.alloc(BLOCK_BYTES * MOST_BLOCKS);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The digests of the level at hand, as words.
  const level = new Uint32Array(DIGEST_WORDS * CAPACITY);
  const waiting = waitingRoom();
  let count = 0;
  fillLanes(lanes, INITIAL, INITIAL_STATE);
  // A node's message has 65 bytes: its second block holds the last of them, and the padding.
  fillLanes(lanes, NODE_END, [0, ...new Array<number>(BLOCK_WORDS - 2).fill(0), 8 * 65]);

  const hashWaiting = (group: Waiting): void => {
    for (let block = 0; block < group.blocks; block += 1) compress(block === 0 ? INITIAL : STATE, group.at + LANES * BLOCK_WORDS * block, STATE);
    for (let lane = 0; lane < group.filled; lane += 1) keepDigest(lanes, level, group.leaves[lane] ?? 0, lane);
    group.filled = 0;
  };

  /** The leaf's message is in `bytes`, of which it takes `length`. */
  const addMessage = (group: Waiting, length: number): void => {
    bytes.fill(0, length, BLOCK_BYTES * group.blocks);
    bytes[length] = 0x80;
    view.setUint32(BLOCK_BYTES * group.blocks - 4, 8 * length);
    for (let word = 0; word < BLOCK_WORDS * group.blocks; word += 1) words[group.at + LANES * word + group.filled] = view.getUint32(4 * word);
    group.leaves[group.filled] = count;
    group.filled += 1;
    if (group.filled === LANES) hashWaiting(group);
  };

  const hashAllWaiting = (): void => {
    for (const group of waiting) if (group.filled > 0) hashWaiting(group);
  };

  const digestAt = (index: number): Digest => {
    const digest = Buffer.alloc(4 * DIGEST_WORDS);
    for (let word = 0; word < DIGEST_WORDS; word += 1) digest.writeUInt32BE(level[DIGEST_WORDS * index + word] ?? 0, 4 * word);
    return digest.toString('latin1');
  };

  return {
    capacity: CAPACITY,
    get count() {
      return count;
    },
    add: (line) => {
      bytes[0] = 0;
      const length = 1 + (line.length < bytes.length ? bytes.write(line, 1, 'utf8') : bytes.length);
      const group = waiting[Math.ceil((length + PADDING_BYTES) / BLOCK_BYTES) - 1];
      if (group !== undefined) addMessage(group, length);
      else {
        const digest = Buffer.from(sha256(`\0${line}`), 'latin1');
        for (let word = 0; word < DIGEST_WORDS; word += 1) level[DIGEST_WORDS * count + word] = digest.readUInt32BE(4 * word);
      }
      count += 1;
    },
    digests: () => {
      hashAllWaiting();
      return Array.from({ length: count }, (_, index) => digestAt(index));
    },
    reduce: (watched) => {
      hashAllWaiting();
      count = 0;
      const path: Digest[] = [];
      let at = watched;
      for (let nodes = CAPACITY; nodes > 1; nodes /= 2) {
        if (watched !== -1) path.push(digestAt(at % 2 === 0 ? at + 1 : at - 1));
        at = Math.floor(at / 2);
        for (let parent = 0; parent < nodes / 2; parent += LANES) hashNodes(lanes, level, parent);
      }
      return { root: digestAt(0), path };
    },
  };
};

const waitingRoom = (): readonly Waiting[] => {
  const groups: Waiting[] = [];
  let at = LEAVES;
  for (let blocks = 1; blocks <= MOST_BLOCKS && at + LANES * BLOCK_WORDS * blocks <= FREE_WORDS; blocks += 1) {
    groups.push({ at, blocks, leaves: new Uint32Array(LANES), filled: 0 });
    at += LANES * BLOCK_WORDS * blocks;
  }
  return groups;
};

/** Four parents from their eight children, in the place of the children before them. At the top of the tree some lanes hash what nobody asks for. */
const hashNodes = (lanes: Sha256Lanes, level: Uint32Array, parent: number): void => {
  const { words, compress } = lanes;
  for (let lane = 0; lane < LANES; lane += 1) {
    const children = 2 * DIGEST_WORDS * (parent + lane);
    // 0x01 comes first, so each word of the message has one byte of the word before.
    let before = 1;
    for (let word = 0; word < BLOCK_WORDS; word += 1) {
      const value = level[children + word] ?? 0;
      words[NODE + LANES * word + lane] = (before << 24) | (value >>> 8);
      before = value;
    }
    words[NODE_END + lane] = (before << 24) | 0x800000;
  }
  compress(INITIAL, NODE, STATE);
  compress(STATE, NODE_END, STATE);
  for (let lane = 0; lane < LANES; lane += 1) keepDigest(lanes, level, parent + lane, lane);
};

const keepDigest = ({ words }: Sha256Lanes, level: Uint32Array, index: number, lane: number): void => {
  for (let word = 0; word < DIGEST_WORDS; word += 1) level[DIGEST_WORDS * index + word] = words[STATE + LANES * word + lane] ?? 0;
};

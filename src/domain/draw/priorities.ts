import { type Entrants, REF_BYTES } from './entrants.ts';
import { createHmacSha256, type Digest } from './sha256.ts';
import { createSha256Lanes, fillLanes, INITIAL_STATE, LANES, type Sha256Lanes } from './sha256-lanes.ts';

/** Bytes of a priority. */
export const PRIORITY_BYTES = 32;

/** Priorities by entrant, 32 bytes each. They are computed in slices, so that a million of them need not hold up everything else. */
export interface Priorities {
  readonly bytes: Buffer;
  /** Computes those of the entrants from `start` to before `end`. */
  compute(start: number, end: number): void;
}

type Lots = Pick<Entrants, 'count' | 'refs' | 'lots'>;

/**
 * The priority of an entrant is the smallest HMAC of its lots under the seed: drawing lots from one drum, without the drum.
 * `lanes` hashes four lots at once; without it, where the processor cannot, they are hashed one by one.
 */
export const createPriorities = (entrants: Lots, seed: Digest, lanes: Sha256Lanes | null = createSha256Lanes()): Priorities => {
  const bytes = Buffer.alloc(PRIORITY_BYTES * entrants.count, 0xff);
  return { bytes, compute: lanes === null ? oneByOne(entrants, seed, bytes) : fourAtOnce(entrants, seed, bytes, lanes) };
};

const LOT_BYTES = 4;
/** The two hex digits of each byte, as UTF-8 has them. */
const DIGITS = Uint16Array.from({ length: 256 }, (_, byte) => Buffer.from(byte.toString(16).padStart(2, '0')).readUInt16BE());

const oneByOne = ({ refs, lots }: Lots, seed: Digest, bytes: Buffer): Priorities['compute'] => {
  const { message, digest } = createHmacSha256(Buffer.from(seed, 'latin1'), 2 * REF_BYTES + LOT_BYTES);
  return (start, end) => {
    for (let entrant = start; entrant < end; entrant += 1) {
      message.write(refs.toString('hex', REF_BYTES * entrant, REF_BYTES * (entrant + 1)), 'latin1');
      let smallest = '';
      for (let lot = 0; lot < (lots[entrant] ?? 1); lot += 1) {
        message.writeUInt32BE(lot, 2 * REF_BYTES);
        const priority = digest();
        if (lot === 0 || priority < smallest) smallest = priority;
      }
      bytes.write(smallest, PRIORITY_BYTES * entrant, 'latin1');
    }
  };
};

const STATE_WORDS = 8;
const BLOCK_WORDS = 16;
const REF_WORDS = 8;
// Where each state and block is among the words of the lanes.
const INITIAL = 0;
const KEY_BLOCK = INITIAL + LANES * STATE_WORDS;
const INNER = KEY_BLOCK + LANES * BLOCK_WORDS;
const OUTER = INNER + LANES * STATE_WORDS;
const MESSAGE = OUTER + LANES * STATE_WORDS;
const INNER_DIGEST = MESSAGE + LANES * BLOCK_WORDS;
const DIGEST = INNER_DIGEST + LANES * BLOCK_WORDS;

const fourAtOnce = ({ refs, lots }: Lots, seed: Digest, bytes: Buffer, lanes: Sha256Lanes): Priorities['compute'] => {
  const { words, compress } = lanes;
  prepareHmac(seed, lanes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refWords = new Uint32Array(REF_WORDS);
  const entrantIn = new Uint32Array(LANES);
  let filled = 0;

  const readRef = (entrant: number): void => {
    const offset = REF_BYTES * entrant;
    for (let word = 0; word < REF_WORDS; word += 1)
      refWords[word] = ((DIGITS[refs[offset + 2 * word] ?? 0] ?? 0) << 16) | (DIGITS[refs[offset + 2 * word + 1] ?? 0] ?? 0);
  };

  const keepSmaller = (entrant: number, lane: number): void => {
    const offset = PRIORITY_BYTES * entrant;
    for (let word = 0; word < STATE_WORDS; word += 1) {
      const found = words[DIGEST + LANES * word + lane] ?? 0;
      const known = view.getUint32(offset + 4 * word);
      if (found > known) return;
      if (found === known) continue;
      for (let next = word; next < STATE_WORDS; next += 1) view.setUint32(offset + 4 * next, words[DIGEST + LANES * next + lane] ?? 0);
      return;
    }
  };

  const hashFilled = (): void => {
    compress(INNER, MESSAGE, INNER_DIGEST);
    compress(OUTER, INNER_DIGEST, DIGEST);
    for (let lane = 0; lane < filled; lane += 1) keepSmaller(entrantIn[lane] ?? 0, lane);
    filled = 0;
  };

  return (start, end) => {
    for (let entrant = start; entrant < end; entrant += 1) {
      readRef(entrant);
      const lotsOfEntrant = lots[entrant] ?? 1;
      for (let lot = 0; lot < lotsOfEntrant; lot += 1) {
        for (let word = 0; word < REF_WORDS; word += 1) words[MESSAGE + LANES * word + filled] = refWords[word] ?? 0;
        words[MESSAGE + LANES * REF_WORDS + filled] = lot;
        entrantIn[filled] = entrant;
        filled += 1;
        if (filled === LANES) hashFilled();
      }
    }
    if (filled > 0) hashFilled();
  };
};

/** HMAC's two states after the padded key, and the padding of its two messages (RFC 2104, FIPS 180-4 section 5.1.1). */
const prepareHmac = (seed: Digest, lanes: Sha256Lanes): void => {
  const key = Buffer.from(seed, 'latin1');
  const paddedKey = (pad: number): readonly number[] =>
    Array.from({ length: BLOCK_WORDS }, (_, word) => (word < STATE_WORDS ? key.readUInt32BE(4 * word) ^ pad : pad));
  /** What follows a message of so many words in its last block. */
  const padding = (messageWords: number): readonly number[] => [
    0x80000000,
    ...new Array<number>(BLOCK_WORDS - messageWords - 2).fill(0),
    32 * (BLOCK_WORDS + messageWords),
  ];
  fillLanes(lanes, INITIAL, INITIAL_STATE);
  fillLanes(lanes, KEY_BLOCK, paddedKey(0x36363636));
  lanes.compress(INITIAL, KEY_BLOCK, INNER);
  fillLanes(lanes, KEY_BLOCK, paddedKey(0x5c5c5c5c));
  lanes.compress(INITIAL, KEY_BLOCK, OUTER);
  fillLanes(lanes, MESSAGE + LANES * (REF_WORDS + 1), padding(REF_WORDS + 1));
  fillLanes(lanes, INNER_DIGEST + LANES * STATE_WORDS, padding(STATE_WORDS));
};

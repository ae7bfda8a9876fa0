/**
 * SHA-256's compression (FIPS 180-4, section 6.2.2) of four blocks at once, one in each 32-bit lane of a 128-bit vector:
 * a WebAssembly function, put together here. docs/decisions/0010-how-the-draw-hashes.md says what it gains.
 */
export interface Sha256Lanes {
  /** Word `w` of lane `l` is at `w * LANES + l` from a block's or state's first word. */
  readonly words: Uint32Array;
  /** `state`, `block` and `result` are indexes in `words`, multiples of `LANES`: the compression of a state (8 words a lane) with a block (16 words a lane). */
  compress(state: number, block: number, result: number): void;
}

/** Blocks that are hashed at once. */
export const LANES = 4;

/** Words of `words` that are free to use, from 0 on. */
export const FREE_WORDS = 1024;

/** Null where the processor has no such vectors. Each has words of its own. */
export const createSha256Lanes = (): Sha256Lanes | null => {
  compiled ??= compile();
  if (compiled === 'impossible') return null;
  const memory = new WebAssembly.Memory({ initial: 1 });
  const words = new Uint32Array(memory.buffer);
  words.set(roundConstants(), FREE_WORDS);
  const { exports } = new WebAssembly.Instance(compiled, { m: { m: memory } });
  const compress = exports.c as (state: number, block: number, result: number) => void;
  return { words, compress: (state, block, result) => compress(BYTES_A_WORD * state, BYTES_A_WORD * block, BYTES_A_WORD * result) };
};

/** Put together once, when it is needed first: that takes some milliseconds. */
let compiled: WasmModule | 'impossible' | null = null;

const compile = (): WasmModule | 'impossible' => {
  const code = moduleOf(compressionBody());
  return WebAssembly.validate(code) ? new WebAssembly.Module(code) : 'impossible';
};

interface WasmModule {
  readonly isModule: never;
}

/** The part of the WebAssembly JavaScript interface that is used here; its types come with browsers' alone. */
declare const WebAssembly: {
  readonly validate: (code: Uint8Array) => boolean;
  readonly Module: new (code: Uint8Array) => WasmModule;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: WasmModule, imports: unknown) => { readonly exports: Readonly<Record<string, unknown>> };
};

/** Writes the same words, from `at` on, into every lane. */
export const fillLanes = ({ words }: Sha256Lanes, at: number, values: readonly number[]): void => {
  values.forEach((value, word) => {
    words.fill(value, at + LANES * word, at + LANES * (word + 1));
  });
};

/** SHA-256's initial state (section 5.3.3). */
export const INITIAL_STATE: readonly number[] = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

const BYTES_A_WORD = 4;
const VECTOR_BYTES = LANES * BYTES_A_WORD;
const ROUNDS_A_TURN = 16;

/** Section 4.2.2: the first 32 bits of the fractions of the cube roots of the first 64 primes. */
const roundConstants = (): readonly number[] => {
  const constants: number[] = [];
  for (let candidate = 2; constants.length < 64; candidate += 1) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) if (candidate % divisor === 0) isPrime = false;
    if (isPrime) constants.push(Math.floor((Math.cbrt(candidate) % 1) * 2 ** 32));
  }
  return constants;
};

type Code = readonly number[];

/** Unsigned LEB128. */
const number = (value: number): Code => (value < 128 ? [value] : [(value & 127) | 128, ...number(value >>> 7)]);
const signed = (value: number): Code => (value < 64 ? [value] : [(value & 127) | 128, ...signed(value >>> 7)]);
const vector = (opcode: number, ...operands: Code): Code => [0xfd, ...number(opcode), ...operands];
const get = (local: number): Code => [0x20, ...number(local)];
const set = (local: number): Code => [0x21, ...number(local)];
const constant = (value: number): Code => [0x41, ...signed(value)];
const at = (offset: number): Code => [2, ...number(offset)];

const XOR = vector(0x51);
const OR = vector(0x50);
const BITSELECT = vector(0x52);
const ADD = vector(0xae);
const shiftLeft = (bits: number): Code => [...constant(bits), ...vector(0xab)];
const shiftRight = (bits: number): Code => [...constant(bits), ...vector(0xad)];
const rotate = (local: number, bits: number): Code => [...get(local), ...shiftRight(bits), ...get(local), ...shiftLeft(32 - bits), ...OR];

// Locals: the three parameters, where in the constants the turn is, the state's words a to h, and 16 words of the schedule.
const [STATE, BLOCK, RESULT, POSITION, FIRST_STATE, FIRST_WORD, AFTER_LAST] = [0, 1, 2, 3, 4, 12, 28] as const;

const load = (pointer: number, index: number): Code => [...get(pointer), ...vector(0x00, ...at(VECTOR_BYTES * index))];
const eight = Array.from({ length: 8 }, (_, index) => index);
const sixteen = Array.from({ length: ROUNDS_A_TURN }, (_, index) => index);

const compressionBody = (): Code => {
  const first = BYTES_A_WORD * FREE_WORDS;
  return [
    ...eight.flatMap((index) => [...load(STATE, index), ...set(FIRST_STATE + index)]),
    ...sixteen.flatMap((index) => [...load(BLOCK, index), ...set(FIRST_WORD + index)]),
    ...[...constant(first), ...set(POSITION)],
    ...[0x03, 0x40], // loop: 16 rounds, then the schedule's next 16 words
    ...sixteen.flatMap(round),
    ...[...get(POSITION), ...constant(ROUNDS_A_TURN * BYTES_A_WORD), 0x6a, 0x22, POSITION],
    ...[...constant(first + 64 * BYTES_A_WORD), 0x49, 0x04, 0x40], // if there are rounds left
    ...sixteen.flatMap(nextWord),
    ...[0x0c, 1, 0x0b, 0x0b], // go on; end of if, of loop
    ...eight.flatMap((index) => [
      ...get(RESULT),
      ...[...load(STATE, index), ...get(FIRST_STATE + index), ...ADD],
      ...vector(0x0b, ...at(VECTOR_BYTES * index)),
    ]),
  ];
};

const round = (index: number): Code => {
  // The words of the state move on by one name a round instead of being copied.
  const local = (name: number): number => FIRST_STATE + ((name - index + ROUNDS_A_TURN) % 8);
  const [a, b, c, d, e, f, g, h] = eight.map(local) as [number, number, number, number, number, number, number, number];
  return [
    ...[...rotate(e, 6), ...rotate(e, 11), ...XOR, ...rotate(e, 25), ...XOR],
    ...[...get(f), ...get(g), ...get(e), ...BITSELECT, ...ADD],
    ...[...get(h), ...ADD, ...get(FIRST_WORD + index), ...ADD],
    ...[...get(POSITION), ...vector(0x09, ...at(BYTES_A_WORD * index)), ...ADD, ...set(h)],
    ...[...get(d), ...get(h), ...ADD, ...set(d)],
    ...[...rotate(a, 2), ...rotate(a, 13), ...XOR, ...rotate(a, 22), ...XOR],
    ...[...get(c), ...get(a), ...get(a), ...get(b), ...XOR, ...BITSELECT, ...ADD],
    ...[...get(h), ...ADD, ...set(h)],
  ];
};

const nextWord = (index: number): Code => {
  const word = (behind: number): number => FIRST_WORD + ((index + behind) % ROUNDS_A_TURN);
  const smallSigma = (local: number, one: number, two: number, shift: number): Code => [
    ...[...rotate(local, one), ...rotate(local, two), ...XOR],
    ...[...get(local), ...shiftRight(shift), ...XOR],
  ];
  return [
    ...[...get(word(0)), ...get(word(9)), ...ADD],
    ...[...smallSigma(word(1), 7, 18, 3), ...ADD],
    ...[...smallSigma(word(14), 17, 19, 10), ...ADD, ...set(word(0))],
  ];
};

/** A module that imports a memory as `m.m` and exports the one function `c`. */
const moduleOf = (body: Code): Uint8Array<ArrayBuffer> => {
  const section = (id: number, content: Code): Code => [id, ...number(content.length), ...content];
  const locals: Code = [2, 1, 0x7f, AFTER_LAST - FIRST_STATE, 0x7b];
  const func: Code = [...locals, ...body, 0x0b];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 3, 0x7f, 0x7f, 0x7f, 0]),
    ...section(2, [1, 1, 0x6d, 1, 0x6d, 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x63, 0, 0]),
    ...section(10, [1, ...number(func.length), ...func]),
  ]);
};

/** Counts how many different texts it was given, in 8 bytes a text. */
export interface DistinctCount {
  add(text: string): void;
  count(): number;
}

/**
 * By hashes of 64 bits: with ten million texts, two have the same by chance, and the count is one too low, once in
 * 370,000 counts. A set of the texts would take more memory than a function has.
 */
export const createDistinctCount = (): DistinctCount => {
  let hashes = new BigUint64Array(1024);
  let halves = new Uint32Array(hashes.buffer);
  let added = 0;

  const distinct = (): BigUint64Array => {
    const sorted = hashes.subarray(0, added).sort();
    let kept = 0;
    for (let index = 0; index < added; index += 1) {
      const hash = sorted[index] ?? 0n;
      if (index === 0 || hash !== sorted[kept - 1]) {
        sorted[kept] = hash;
        kept += 1;
      }
    }
    added = kept;
    return sorted.subarray(0, kept);
  };

  return {
    add: (text) => {
      if (added === hashes.length) {
        const kept = distinct();
        // Repeats alone do not make it grow.
        if (kept.length > hashes.length / 2) {
          const larger = new BigUint64Array(hashes.length * 2);
          larger.set(kept);
          hashes = larger;
          halves = new Uint32Array(larger.buffer);
        }
      }
      putHash(text, halves, 2 * added);
      added += 1;
    },
    count: () => distinct().length,
  };
};

/** Two multiplicative hashes over the characters, each finished with the other, as in MurmurHash3 (public domain, A. Appleby). */
const putHash = (text: string, into: Uint32Array, at: number): void => {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    low = Math.imul(low ^ character, 0x9e3779b1);
    high = Math.imul(high ^ character, 0x5f356495);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  into[at] = low;
  into[at + 1] = high;
};

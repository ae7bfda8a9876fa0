/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, a 12-bit counter within one millisecond, 62 random
 * bits. Ids of one maker ascend; when the counter is used up or time stands back, it goes on from its latest millisecond.
 */
export const createUuidV7 = (now: () => number, bytes: (length: number) => Uint8Array): (() => string) => {
  let latest = 0;
  let counter = 0;
  return () => {
    const random = bytes(10);
    const at = (index: number): number => random[index] as number;
    const time = now();
    if (time > latest) {
      latest = time;
      counter = (((at(8) << 8) | at(9)) & 0x7ff) >>> 0;
    } else if (counter === 0xfff) {
      latest += 1;
      counter = 0;
    } else counter += 1;
    const high = Math.floor(latest / 0x10000)
      .toString(16)
      .padStart(8, '0');
    const low = (latest % 0x10000).toString(16).padStart(4, '0');
    const variant = HEX[(at(0) & 0x3f) | 0x80] as string;
    return `${high}-${low}-7${counter.toString(16).padStart(3, '0')}-${variant}${HEX[at(1)]}-${HEX[at(2)]}${HEX[at(3)]}${HEX[at(4)]}${HEX[at(5)]}${HEX[at(6)]}${HEX[at(7)]}`;
  };
};

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

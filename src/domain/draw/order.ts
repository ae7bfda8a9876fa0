import type { Entrants } from './entrants.ts';
import { PRIORITY_BYTES } from './priorities.ts';

/**
 * The entrants in the order they are served: by tier, then priority, then ref. Sorted are 64-bit numbers of a priority's
 * leading bits and the entrant's index; only where the leading bits are equal are whole priorities compared. Entrants are
 * sorted by ref, so their index stands for it.
 */
export const orderEntrants = ({ count, tiers }: Pick<Entrants, 'count' | 'tiers'>, priorities: Uint8Array): Uint32Array => {
  const view = new DataView(priorities.buffer, priorities.byteOffset, priorities.byteLength);
  const keys = new BigUint64Array(count);
  const halves = new Uint32Array(keys.buffer);
  const indexBits = Math.max(1, 32 - Math.clz32(Math.max(0, count - 1)));
  const regions = regionsOfTiers(tiers, count);
  const next = new Map(regions.map(({ tier, start }) => [tier, start]));
  for (let entrant = 0; entrant < count; entrant += 1) {
    const tier = tiers[entrant] ?? 0;
    const at = next.get(tier) ?? 0;
    next.set(tier, at + 1);
    halves[2 * at + HIGH] = view.getUint32(PRIORITY_BYTES * entrant);
    halves[2 * at + LOW] = ((view.getUint32(PRIORITY_BYTES * entrant + 4) >>> indexBits) << indexBits) | entrant;
  }
  for (const { start, end } of regions) keys.subarray(start, end).sort();
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) order[at] = (halves[2 * at + LOW] ?? 0) & ((1 << indexBits) - 1);
  const sameLeadingBits = (a: number, b: number): boolean =>
    halves[2 * a + HIGH] === halves[2 * b + HIGH] && (halves[2 * a + LOW] ?? 0) >>> indexBits === (halves[2 * b + LOW] ?? 0) >>> indexBits;
  for (const { start, end } of regions) {
    for (let first = start; first < end; ) {
      let past = first + 1;
      while (past < end && sameLeadingBits(first, past)) past += 1;
      if (past > first + 1) order.subarray(first, past).sort((a, b) => comparePriorities(priorities, a, b) || a - b);
      first = past;
    }
  }
  return order;
};

const comparePriorities = (priorities: Uint8Array, a: number, b: number): number =>
  Buffer.compare(priorities.subarray(PRIORITY_BYTES * a, PRIORITY_BYTES * (a + 1)), priorities.subarray(PRIORITY_BYTES * b, PRIORITY_BYTES * (b + 1)));

/** Where each tier's entrants go, the lowest tier first. */
const regionsOfTiers = (tiers: Uint32Array, count: number): readonly { readonly tier: number; readonly start: number; readonly end: number }[] => {
  const sizes = new Map<number, number>();
  for (let entrant = 0; entrant < count; entrant += 1) {
    const tier = tiers[entrant] ?? 0;
    sizes.set(tier, (sizes.get(tier) ?? 0) + 1);
  }
  let start = 0;
  return [...sizes]
    .toSorted(([a], [b]) => a - b)
    .map(([tier, size]) => {
      start += size;
      return { tier, start: start - size, end: start };
    });
};

/** Where the more significant half of a 64-bit number lies. */
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;

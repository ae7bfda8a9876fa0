import { describe, expect, test } from 'vitest';
import { requestChunks, withinPayload } from '../../src/domain/payload-size.ts';

const MIB = 1024 * 1024;
const text = (bytes: number) => 'x'.repeat(bytes);

describe('one request or answer', () => {
  test('carries 4 MiB of JSON, in bytes of UTF-8', () => {
    expect(withinPayload([text(MIB), text(MIB), text(2 * MIB - 20)])).toHaveLength(3);
    expect(withinPayload([text(MIB), text(MIB), text(2 * MIB)])).toHaveLength(2);
    // Each text has two quotes and a comma.
    expect(withinPayload([text(2 * MIB - 3), text(2 * MIB - 3), 1])).toHaveLength(2);
    expect(withinPayload([text(2 * MIB - 3), text(2 * MIB - 2)])).toHaveLength(1);
    expect(withinPayload(Array<string>(5).fill('\u20ac'.repeat(MIB / 2)))).toHaveLength(2);
  });

  test('carries one item, whatever its size', () => {
    expect(withinPayload([text(5 * MIB), 'a'])).toHaveLength(1);
    expect(withinPayload([])).toEqual([]);
  });
});

test('requests hold so many items, and fewer of large ones, in order', () => {
  const sizes = (items: readonly string[], size: number) => requestChunks(items, size).map((run) => run.length);
  expect(sizes(['a', 'b', 'c', 'd', 'e'], 2)).toEqual([2, 2, 1]);
  expect(sizes(Array<string>(5).fill(text(MIB)), 4)).toEqual([3, 2]);
  expect(requestChunks([text(5 * MIB), 'a', 'b'], 9).map((run) => run.at(-1)?.length)).toEqual([5 * MIB, 1]);
  expect(requestChunks([], 9)).toEqual([]);
  expect(requestChunks([{ big: text(5 * MIB) }, { big: '' }], 9, () => 1)).toHaveLength(1);
});

import { describe, expect, test } from 'vitest';
import { number, storable, text, texts } from '../../src/adapters/mongo/mongo-values.ts';

describe('values on their way to MongoDB', () => {
  test.each([{ $ne: '' }, ['a'], null, undefined, 1])('%j is no text to look for', (value) => {
    expect(() => text(value as unknown as string)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
    expect(() => texts(['a', value as unknown as string])).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });

  test.each([{ $gt: 0 }, '1', Number.NaN, Number.POSITIVE_INFINITY])('%j is no number to compare with', (value) => {
    expect(() => number(value as unknown as number)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });

  test.each([{ $where: 'x' }, { a: { 'b.c': 1 } }, { list: [{ $set: 1 }] }, { 'nul\0': 1 }])('%j has a name that would be an operator or a path', (value) => {
    expect(() => storable(value)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
    expect(() => storable(value)).not.toThrow(/where|b\.c|nul/);
  });

  test('anything else is stored as it is', () => {
    const value = { a$: 'x.y', list: [null, { '': new Uint8Array([1]) }], none: undefined };
    expect(storable(value)).toBe(value);
    expect([text('a'), texts(new Set(['a', ''])), number(-1.5)]).toEqual(['a', ['a', ''], -1.5]);
  });
});

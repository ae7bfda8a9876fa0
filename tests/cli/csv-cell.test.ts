import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvLine } from '../../src/domain/csv-cell.ts';

const text = fc.string({ unit: fc.constantFrom('a', '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", 'é', ' ') });

test.each(['=1+1', '+49', '-1', '@SUM(A1)', '\tx', '\rx', '\nx'])('%j is no formula any more', (value) => {
  expect(csvCell(value).replace(/^"/, '')).toMatch(/^'/);
});

test('any cells come back from a CSV reader as they were, but for the mark on formulas', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (cells) => {
      const [read] = parse(csvLine(cells), { relax_column_count: true }) as string[][];
      expect(read).toEqual(cells.map((cell) => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell)));
    }),
  );
});

test('no cell that is read starts a formula', () => {
  fc.assert(
    fc.property(text, (cell) => {
      const [[first] = []] = parse(csvLine([cell, 'x'])) as string[][];
      expect(first).not.toMatch(/^[=+\-@\t\r\n]/);
    }),
  );
});

test('numbers stay numbers, null is an empty cell', () => {
  expect(csvLine([-5, null, 1.5])).toBe('-5,,1.5\n');
});

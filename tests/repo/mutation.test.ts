import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readScores, textOf } from '../../mutation/score.ts';
import { readAccepted } from '../../mutation/survivors.ts';

const LEAST = 90;
const flat = (text: string): string => text.replace(/\s+/g, ' ');
const withoutEnd = (text: string): string => text.replace(/…$/, '');

test('nine of ten mutants of each file that is scored are noticed, but for those that stand for a reason', () => {
  const accepted = new Map<string, number>();
  for (const { file, changes } of readAccepted()) accepted.set(file, (accepted.get(file) ?? 0) + changes.length);
  const low = Object.entries(readScores()).filter(([file, { mutants, survived, noCoverage }]) => {
    const open = survived + noCoverage - (accepted.get(file) ?? 0);
    return mutants > 0 && (100 * open) / mutants > 100 - LEAST;
  });
  expect(low).toEqual([]);
});

test('each survivor that stands is still in its file, and says why', () => {
  const gone = readAccepted().flatMap(({ file, reason, changes }) => {
    const text = existsSync(file) ? flat(textOf(file)) : '';
    return reason === ''
      ? [file]
      : changes.filter(({ at, original }) => ![at, original].every((part) => text.includes(flat(withoutEnd(part))))).map(({ at }) => `${file}: ${at}`);
  });
  expect(gone).toEqual([]);
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { RunSummary } from '../../src/cli/run/summary.ts';
import { runCommand } from './run-command.ts';

export type Row = Readonly<Record<string, string>>;

/** The rows of a CSV file, by column. */
export const rowsOf = async (...path: readonly string[]): Promise<readonly Row[]> => parse(await readFile(join(...path)), { columns: true, bom: true });
export const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((total, count) => total + count, 0);

/** Runs a folder by the real command, which has to end well. */
export const runExample = async (folder: string, data: string): Promise<RunSummary> => {
  const { status, stdout, stderr } = await runCommand(['run', folder, '--data', data, '--json']);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as RunSummary;
};

/** What a run has to give whatever the example; `keys`: of the summary, beside those that are always there. */
export const checkReports = async (
  example: string,
  slug: string,
  data: string,
  summary: RunSummary,
  { draws = 1, keys = [] }: { readonly draws?: number; readonly keys?: readonly (keyof RunSummary)[] } = {},
): Promise<void> => {
  const reports = join(data, 'reports', slug);
  expect(Object.keys(summary)).toEqual([
    'registered',
    'refused',
    'withdrawn',
    'replicated',
    'markets',
    'mail',
    'records',
    'deadLetters',
    'reconciled',
    'seconds',
    ...keys,
  ]);
  expect(Object.keys(summary.seconds)).toEqual(['register', 'replicate', 'draw', 'select', 'mail', 'total']);
  expect(JSON.parse(await readFile(join(reports, 'summary.json'), 'utf8'))).toEqual(summary);
  expect(summary).toMatchObject({ replicated: summary.registered, deadLetters: 0, reconciled: true });

  const refused = await rowsOf(reports, 'refused.csv');
  expect(Object.keys(refused[0] ?? {})).toEqual(['line', 'globalUserId', 'reason', 'field', 'rule']);
  expect(refused).toHaveLength(sum(summary.refused));
  const fans = await rowsOf(example, 'fans.csv');
  const accepted = fans.filter((_, index) => !refused.some(({ line }) => Number(line) === index + 2));
  expect(summary.registered).toBe(new Set(accepted.map(({ globalUserId }) => globalUserId)).size);

  const winners = await rowsOf(reports, 'winners.csv');
  expect(Object.keys(winners[0] ?? {})).toEqual(['market', 'globalUserId', 'email', 'accessCode', 'position', ...(draws > 1 ? ['draw'] : [])]);
  const byMarket = Object.groupBy(winners, ({ market }) => market ?? '');
  for (const [id, { assigned }] of Object.entries(summary.markets)) expect({ id, winners: byMarket[id]?.length }).toEqual({ id, winners: assigned });
  expect(new Set(winners.map(({ globalUserId }) => globalUserId)).size).toBe(winners.length);
  expect(winners.every(({ accessCode, email }) => accessCode !== '' && email !== '')).toBe(true);

  if (!keys.includes('draws')) expect(summary.mail).toEqual({ planned: winners.length, sent: winners.length, failed: 0, ambiguous: 0 });
  expect(await readdir(join(reports, 'outbox'))).toHaveLength(summary.mail.sent);
  expect((await readdir(join(reports, 'draws'))).toSorted()).toEqual(Array.from({ length: draws }, (_, index) => String(index + 1)));
  for (let draw = 1; draw <= draws; draw += 1) expect((await runCommand(['draw', 'verify', join(reports, 'draws', String(draw))])).status).toBe(0);
};

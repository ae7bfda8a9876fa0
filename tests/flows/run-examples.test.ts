import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import type { RunSummary } from '../../src/cli/run/results.ts';
import { runCommand } from '../support/run-command.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

/** A process of its own, on two busy processors. */
const PATIENCE_MS = 180_000;

type Row = Readonly<Record<string, string>>;

const rowsOf = async (...path: readonly string[]): Promise<readonly Row[]> => parse(await readFile(join(...path)), { columns: true, bom: true });
const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((total, count) => total + count, 0);

const run = async (folder: string, data: string): Promise<RunSummary> => {
  const { status, stdout, stderr } = await runCommand(['run', folder, '--data', data, '--json']);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as RunSummary;
};

/** What a run has to give whatever the example. */
const checkReports = async (example: string, slug: string, data: string, summary: RunSummary): Promise<void> => {
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
  expect(Object.keys(winners[0] ?? {})).toEqual(['market', 'globalUserId', 'email', 'accessCode', 'position']);
  const byMarket = Object.groupBy(winners, ({ market }) => market ?? '');
  for (const [id, { assigned }] of Object.entries(summary.markets)) expect({ id, winners: byMarket[id]?.length }).toEqual({ id, winners: assigned });
  expect(new Set(winners.map(({ globalUserId }) => globalUserId)).size).toBe(winners.length);
  expect(winners.every(({ accessCode, email }) => accessCode !== '' && email !== '')).toBe(true);

  expect(summary.mail).toEqual({ planned: winners.length, sent: winners.length, failed: 0, ambiguous: 0 });
  expect(await readdir(join(reports, 'outbox'))).toHaveLength(winners.length);
  expect((await runCommand(['draw', 'verify', join(reports, 'draws', '1')])).status).toBe(0);
};

describe('reg run', { timeout: PATIENCE_MS }, () => {
  test('takes the summer tour from its opening to the last mail, and a second time changes nothing', async () => {
    const example = 'examples/summer-tour';
    const data = createTemporaryFolder();
    const first = await run(example, data);
    await checkReports(example, 'summer-tour', data, first);

    expect(Object.keys(first.refused).toSorted()).toEqual(['GEO_RESTRICTED', 'INVALID_ENTRY']);
    const withdrawals = (await rowsOf(example, 'withdrawals.csv')).map(({ globalUserId }) => globalUserId);
    expect(first.withdrawn).toBe(withdrawals.length);
    const reports = join(data, 'reports', 'summer-tour');
    const winners = await rowsOf(reports, 'winners.csv');
    expect(winners.filter(({ globalUserId }) => withdrawals.includes(globalUserId))).toEqual([]);
    expect(Object.values(first.markets).some(({ promoted }) => promoted > 0)).toBe(true);
    const unique = winners.filter(({ market }) => market !== 'dublin-1').map(({ accessCode }) => accessCode);
    expect(new Set(unique).size).toBe(unique.length);

    const mails = await Promise.all((await readdir(join(reports, 'outbox'))).map(async (name) => simpleParser(await readFile(join(reports, 'outbox', name)))));
    const codeOf = new Map(winners.map(({ email, accessCode }) => [email, accessCode]));
    for (const { to, text } of mails) {
      const address = Array.isArray(to) || to === undefined ? undefined : to.value[0]?.address;
      expect(text).toContain(codeOf.get(address ?? '') ?? 'an address that won');
    }

    const published = await readFile(join(reports, 'draws', '1', 'results.csv'));
    const second = await run(example, data);
    expect({ ...second, seconds: null }).toEqual({ ...first, seconds: null });
    expect(await rowsOf(reports, 'winners.csv')).toEqual(winners);
    expect(await readFile(join(reports, 'draws', '1', 'results.csv'))).toEqual(published);
    expect(await readdir(join(data, 'outbox'))).toHaveLength(mails.length);
  });

  test('takes an invite-only campaign, and refuses who was not invited', async () => {
    const data = createTemporaryFolder();
    const summary = await run('examples/invite-only', data);
    await checkReports('examples/invite-only', 'invite-only', data, summary);
    expect(Object.keys(summary.refused)).toEqual(['NO_INVITE']);
  });

  test('tells each fan of the registration and of what the draw said, where the campaign asks for it', async () => {
    const folder = createTemporaryFolder();
    const example = join(folder, 'example');
    await cp('examples/invite-only', example, { recursive: true });
    const file = join(example, 'campaign.yaml');
    const options = 'options: { automatedReceipts: true, automatedResults: true, ';
    await writeFile(file, (await readFile(file, 'utf8')).replace('options: { ', options));
    const fans = await rowsOf(example, 'fans.csv');
    await writeFile(join(example, 'withdrawals.csv'), ['globalUserId', ...fans.slice(0, 30).map(({ globalUserId }) => globalUserId), ''].join('\n'));

    const summary = await run(example, join(folder, 'data'));
    const promoted = Object.values(summary.markets).reduce((total, market) => total + market.promoted, 0);
    const reminded = (await rowsOf(folder, 'data', 'reports', 'invite-only', 'winners.csv')).length;
    expect(promoted).toBeGreaterThan(0);
    // A receipt, a result, one more who was promoted, and a reminder who holds a place at the end.
    const mails = 2 * summary.registered + promoted + reminded;
    expect(summary).toMatchObject({ reconciled: true, mail: { planned: mails, sent: mails, failed: 0, ambiguous: 0 } });
    expect(await readdir(join(folder, 'data', 'reports', 'invite-only', 'outbox'))).toHaveLength(mails);
  });

  test('ends with status 1 and says what is missing where codes are too few', async () => {
    const folder = createTemporaryFolder();
    const example = join(folder, 'example');
    await cp('examples/invite-only', example, { recursive: true });
    const [market = ''] = await readdir(join(example, 'codes'));
    const codes = (await readFile(join(example, 'codes', market), 'utf8')).split('\n');
    await writeFile(join(example, 'codes', market), codes.slice(0, 5).join('\n'));

    const { status, stdout, stderr } = await runCommand(['run', example, '--data', join(folder, 'data'), '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ reconciled: false });
    expect(stderr).toMatch(new RegExp(`market ${market.replace('.csv', '')}: \\d+ codes are missing`));
  });

  test.each(['Registering', 'Closing and drawing', 'Selecting the winners', 'Living until the presale', 'Comparing'])(
    'is gone on with where it was killed at "%s", and ends as if nothing had happened',
    async (stage) => {
      const folder = createTemporaryFolder();
      const example = join(folder, 'example');
      const data = join(folder, 'data');
      await cp('examples/invite-only', example, { recursive: true });
      const fans = await rowsOf(example, 'fans.csv');
      await writeFile(join(example, 'withdrawals.csv'), ['globalUserId', ...fans.slice(0, 30).map(({ globalUserId }) => globalUserId), ''].join('\n'));
      expect((await runCommand(['run', example, '--data', data], {}, (text) => text.includes(stage))).status).toBeNull();

      const summary = await run(example, data);
      await checkReports(example, 'invite-only', data, summary);
      expect(summary.registered + sum(summary.refused)).toBe(fans.length);
      const refused = new Set((await rowsOf(data, 'reports', 'invite-only', 'refused.csv')).map(({ globalUserId }) => globalUserId));
      expect(summary.withdrawn).toBe(fans.slice(0, 30).filter(({ globalUserId }) => !refused.has(globalUserId)).length);
    },
  );
});

import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { checkReports, rowsOf, runExample, sum } from '../support/run-reports.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

/** A process of its own, on two busy processors. */
const PATIENCE_MS = 180_000;

describe('reg run', { timeout: PATIENCE_MS }, () => {
  test('takes the summer tour from its opening to the last mail, and a second time changes nothing', async () => {
    const example = 'examples/summer-tour';
    const data = createTemporaryFolder();
    const first = await runExample(example, data);
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
    const second = await runExample(example, data);
    expect({ ...second, seconds: null }).toEqual({ ...first, seconds: null });
    expect(await rowsOf(reports, 'winners.csv')).toEqual(winners);
    expect(await readFile(join(reports, 'draws', '1', 'results.csv'))).toEqual(published);
    expect(await readdir(join(data, 'outbox'))).toHaveLength(mails.length);
  });

  test('takes an invite-only campaign, and refuses who was not invited', async () => {
    const data = createTemporaryFolder();
    const summary = await runExample('examples/invite-only', data);
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

    const summary = await runExample(example, join(folder, 'data'));
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

      const summary = await runExample(example, data);
      await checkReports(example, 'invite-only', data, summary);
      expect(summary.registered + sum(summary.refused)).toBe(fans.length);
      const refused = new Set((await rowsOf(data, 'reports', 'invite-only', 'refused.csv')).map(({ globalUserId }) => globalUserId));
      expect(summary.withdrawn).toBe(fans.slice(0, 30).filter(({ globalUserId }) => !refused.has(globalUserId)).length);
    },
  );
});

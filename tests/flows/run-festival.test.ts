import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { checkReports, rowsOf, runExample, sum } from '../support/run-reports.ts';
import { runPython } from '../support/second-implementation.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

/** Processes of their own, on two busy processors. */
const PATIENCE_MS = 300_000;
const EXAMPLE = 'examples/festival';

const KEYS = ['preRegistration', 'scores', 'draws', 'redemptions'] as const;
const SHARE = 10;

/** A tenth of the festival: of its fans, its places and everything about them. */
const copySmall = async (to: string): Promise<void> => {
  await cp(EXAMPLE, to, { recursive: true });
  for (const name of ['campaign.yaml', 'later-draws.yaml'])
    await change(join(to, name), (text) => text.replaceAll(/apacity: (\d+)/g, (_, places: string) => `apacity: ${Number(places) / SHARE}`));
  for (const name of ['fans.csv', 'invites.csv', 'scores.csv', 'withdrawals.csv', 'redemptions.csv', 'pre-registration/fans.csv'])
    await change(join(to, name), everyTenth);
};

const change = async (file: string, by: (text: string) => string): Promise<void> => writeFile(file, by(await readFile(file, 'utf8')));

/** By the last digit of the fan's id, with the header. */
const everyTenth = (text: string): string =>
  text
    .split('\n')
    .filter((line, index) => index === 0 || /^(fan|L|M|X)-\d+0(,|$)/.test(line))
    .join('\n')
    .concat('\n');

describe('reg run examples/festival', { timeout: PATIENCE_MS }, () => {
  test('takes the festival through everything at once, and a second time changes nothing', async () => {
    const data = createTemporaryFolder();
    const summary = await runExample(EXAMPLE, data);
    await checkReports(EXAMPLE, 'lakeside', data, summary, { draws: 2, keys: KEYS });
    const reports = join(data, 'reports', 'lakeside');
    expect(Object.keys(summary.refused).toSorted()).toEqual(['GEO_RESTRICTED', 'INVALID_ENTRY', 'LINKED_ENTRY', 'NO_INVITE']);

    for (const draw of ['1', '2']) expect(await runPython(join(reports, 'draws', draw))).toMatchObject({ status: 0 });
    const rules = JSON.parse(await readFile(join(reports, 'draws', '2', 'rules.json'), 'utf8'));
    expect(rules).toMatchObject({ draw: 2, reason: summary.draws?.['2']?.reason });
    const request = JSON.parse(await readFile(join(reports, 'draws', '2', 'request.json'), 'utf8'));
    expect(request.approvedBy).not.toBe(request.requestedBy);
    expect(Object.values(summary.markets).every(({ promoted }) => promoted > 0)).toBe(true);

    const winners = await rowsOf(reports, 'winners.csv');
    const withdrawn = new Set((await rowsOf(EXAMPLE, 'withdrawals.csv')).map(({ globalUserId }) => globalUserId));
    expect(summary.withdrawn).toBe(withdrawn.size);
    expect(winners.filter(({ globalUserId }) => withdrawn.has(globalUserId))).toEqual([]);

    const redemptions = await rowsOf(reports, 'redemptions.csv');
    expect(sum(summary.redemptions?.refused ?? {}) + (summary.redemptions?.redeemed ?? 0)).toBe(redemptions.length);
    const codeOf = new Map(winners.map(({ globalUserId, accessCode }) => [globalUserId, accessCode]));
    for (const { globalUserId, accessCode, state } of redemptions) expect([accessCode, state]).toEqual([codeOf.get(globalUserId) ?? '', state]);

    const second = await runExample(EXAMPLE, data);
    expect({ ...second, seconds: null }).toEqual({ ...summary, seconds: null });
    expect(await rowsOf(reports, 'winners.csv')).toEqual(winners);
    expect(await readdir(join(data, 'outbox'))).toHaveLength(winners.length);
  });

  test.each(['Registering 7', 'Drawing again', 'Comparing'])(
    'is gone on with where it was killed at "%s", and ends as if nothing had happened',
    async (stage) => {
      const folder = createTemporaryFolder();
      const [example, data] = [join(folder, 'example'), join(folder, 'data')];
      await copySmall(example);
      expect((await runCommand(['run', example, '--data', data], {}, (text) => text.includes(stage))).status).toBeNull();

      const summary = await runExample(example, data);
      await checkReports(example, 'lakeside', data, summary, { draws: 2, keys: KEYS });
      const places = { 'lakeside-fri': 26, 'lakeside-sat': 31, 'lakeside-sun': 16, 'lakeside-all': 12 };
      expect(Object.fromEntries(Object.entries(summary.markets).map(([id, { assigned }]) => [id, assigned]))).toEqual(places);
      expect(summary.draws?.['2']?.markets).toMatchObject({ 'lakeside-fri': { winners: 6 }, 'lakeside-sat': { winners: 5 } });
    },
  );
});

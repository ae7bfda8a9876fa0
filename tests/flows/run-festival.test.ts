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
  test('takes the festival through everything at once', async () => {
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

    // Who takes an entry along says nothing anew, not even yes to the terms.
    const fans = await rowsOf(EXAMPLE, 'fans.csv');
    const moving = fans.filter(({ doTransfer }) => doTransfer === 'true');
    expect(moving.some(({ terms }) => terms === '')).toBe(true);
    expect(summary.preRegistration).toMatchObject({ registered: 700, moved: moving.length });

    const tiers = new Set((await rowsOf(reports, 'draws', '1', 'entrants.csv')).map(({ tier }) => tier));
    expect([...tiers].toSorted()).toEqual(['0', '1', '2']);
    const tooLow = (await rowsOf(EXAMPLE, 'scores.csv')).filter(({ score }) => Number(score) < 30).length;
    const entrants = summary.draws?.['1']?.entrants ?? 0;
    expect(summary.scores?.imported).toBe(summary.registered);
    expect([entrants < summary.registered, entrants >= summary.registered - tooLow]).toEqual([true, true]);

    const winners = await rowsOf(reports, 'winners.csv');
    const byDraw = winners.map(({ market, draw, position }) => [market, Number(draw), Number(position)] as const);
    const inOrder = byDraw.filter(([market, draw, position], index) => {
      const [before, drawBefore, positionBefore] = byDraw[index - 1] ?? [];
      return market !== before || draw > Number(drawBefore) || (draw === drawBefore && position > Number(positionBefore));
    });
    expect(inOrder).toHaveLength(winners.length);
    const withdrawn = new Set((await rowsOf(EXAMPLE, 'withdrawals.csv')).map(({ globalUserId }) => globalUserId));
    expect(summary.withdrawn).toBe(withdrawn.size);
    expect(winners.filter(({ globalUserId }) => withdrawn.has(globalUserId))).toEqual([]);

    const mails = await Promise.all((await readdir(join(reports, 'outbox'))).map((name) => readFile(join(reports, 'outbox', name), 'utf8')));
    const headers = (name: string): readonly string[] => mails.map((mail) => new RegExp(`^${name}: *(.*)`, 'm').exec(mail)?.[1] ?? '');
    expect(new Set(headers('Content-Language').map((tag) => tag.slice(0, 2)))).toEqual(new Set(['de', 'en', 'fr']));
    expect(new Set(headers('Message-ID')).size).toBe(mails.length);
    // A receipt each, and a reminder and a result for each winner at least.
    expect(mails.length).toBeGreaterThan(summary.registered + 2 * winners.length);

    const redemptions = await rowsOf(reports, 'redemptions.csv');
    expect(sum(summary.redemptions?.refused ?? {}) + (summary.redemptions?.redeemed ?? 0)).toBe(redemptions.length);
    const codeOf = new Map(winners.map(({ globalUserId, accessCode }) => [globalUserId, accessCode]));
    for (const { globalUserId, accessCode, state } of redemptions) expect([accessCode, state]).toEqual([codeOf.get(globalUserId) ?? '', state]);
  });

  test('a second time answers the same and changes nothing', async () => {
    const folder = createTemporaryFolder();
    const [example, data] = [join(folder, 'example'), join(folder, 'data')];
    await copySmall(example);
    const first = await runExample(example, data);
    const reports = join(data, 'reports', 'lakeside');
    const files = async () =>
      Promise.all(
        ['winners.csv', 'refused.csv', 'redemptions.csv', 'draws/1/results.csv', 'draws/2/results.csv', 'draws/2/request.json'].map((name) =>
          readFile(join(reports, name), 'utf8'),
        ),
      );
    const before = await files();
    const second = await runExample(example, data);
    expect({ ...second, seconds: null }).toEqual({ ...first, seconds: null });
    expect(await files()).toEqual(before);
    expect(await readdir(join(data, 'outbox'))).toHaveLength(first.mail.sent);
  });

  test.each(['Registering 7', 'Drawing again'])('is gone on with where it was killed at "%s", and ends as if nothing had happened', async (stage) => {
    const folder = createTemporaryFolder();
    const [example, data] = [join(folder, 'example'), join(folder, 'data')];
    await copySmall(example);
    expect((await runCommand(['run', example, '--data', data], {}, (text) => text.includes(stage))).status).toBeNull();

    const summary = await runExample(example, data);
    await checkReports(example, 'lakeside', data, summary, { draws: 2, keys: KEYS });
    // Places that came for the second draw were not given to who waited before it.
    const { 'lakeside-fri': friday, 'lakeside-sat': saturday } = summary.draws?.['2']?.markets ?? {};
    expect([Number(friday?.winners) >= 6, Number(saturday?.winners) >= 5]).toEqual([true, true]);
  });
});

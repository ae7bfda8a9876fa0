import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { compileFanRow } from '../../src/cli/fans-file.ts';
import { campaignFromFile } from '../../src/domain/campaign-rules.ts';
import { checkAnswers, checkFan } from '../../src/domain/eligibility.ts';
import { canJudge, nextGateStep } from '../../src/domain/gate-rules.ts';

type Row = Readonly<Record<string, string>>;

const read = (file: string): string => readFileSync(`examples/${file}`, 'utf8');
const rows = (file: string): readonly Row[] => parseCsv(read(file), { columns: true });
const campaignOf = (example: string) => {
  const { campaign, problems } = campaignFromFile(parseYaml(read(`${example}/campaign.yaml`)));
  if (campaign === null) throw new Error(JSON.stringify(problems));
  return campaign;
};

/** The reason why a row is refused, or null. Invites are not looked up. */
const judgeRows = (example: string): readonly (readonly [Row, string | null])[] => {
  const campaign = campaignOf(example);
  const asked = campaign.campaign.preferences.map(({ key, type, is_optional }) => ({ key, type, is_optional: is_optional ?? null }));
  const inputOf = compileFanRow(example, asked);
  return rows(`${example}/fans.csv`).map((row) => {
    const { entry, userInfo } = inputOf({ line: 0, values: row });
    const fan = checkFan(campaign, userInfo);
    const gate = campaign.campaign.gate ?? {};
    const step = nextGateStep(
      canJudge(gate, fan.invalid) ? gate : {},
      { userInfo: fan.userInfo, postalCode: undefined, doTransfer: false, emailIsVerified: true },
      { invited: true },
    );
    if (step.step === 'refused') return [row, step.reason];
    const checked = checkAnswers(campaign, fan, JSON.parse(entry));
    return [row, 'refusal' in checked ? checked.refusal.reason : null];
  });
};

const folder = mkdtempSync(join(tmpdir(), 'examples-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the committed files are what the script makes', () => {
  execFileSync(process.execPath, ['scripts/make-examples.ts', folder]);
  const made = globSync('**/*.csv', { cwd: folder }).sort();
  expect(made).toEqual(globSync('**/*.csv', { cwd: 'examples' }).sort());
  for (const file of made) expect([file, readFileSync(join(folder, file), 'utf8') === read(file)]).toEqual([file, true]);
});

describe('summer-tour', () => {
  const judged = judgeRows('summer-tour');
  const accepted = new Set(judged.filter(([, reason]) => reason === null).map(([row]) => row.globalUserId));

  test('registers 2,000 fans, some of whom come back, and refuses the rest for more than one reason', () => {
    expect(accepted.size).toBe(2_000);
    const refused = judged.filter(([, reason]) => reason !== null);
    expect(Object.fromEntries(Object.entries(Object.groupBy(refused, ([, reason]) => reason ?? '')).map(([reason, of]) => [reason, of?.length]))).toEqual({
      GEO_RESTRICTED: 4,
      INVALID_ENTRY: 39,
    });
    expect(judged.length - refused.length).toBe(2_020);
    expect(refused.filter(([row]) => accepted.has(row.globalUserId))).toEqual([]);
  });

  test('only fans who registered withdraw', () => {
    for (const { globalUserId = '' } of rows('summer-tour/withdrawals.csv')) expect(accepted).toContain(globalUserId);
  });
});

test('invite-only: 180 of 200 fans are invited, and the answers of all are in order', () => {
  const invited = new Set(rows('invite-only/invites.csv').map(({ email = '' }) => email.toLowerCase()));
  const judged = judgeRows('invite-only');
  expect(judged.every(([, reason]) => reason === null)).toBe(true);
  expect([judged.length, judged.filter(([{ email = '' }]) => invited.has(email.toLowerCase())).length]).toEqual([200, 180]);
});

test.each(['summer-tour', 'invite-only', 'festival'])('%s: markets with unique codes have more codes than places, and no code is there twice', (example) => {
  const { markets } = campaignOf(example);
  const all: string[] = [];
  for (const { id, codes, capacity } of markets) {
    if (codes.mode === 'shared') continue;
    const own = rows(`${example}/codes/${id}.csv`).map(({ accessCode = '' }) => accessCode);
    expect([id, own.length > capacity]).toEqual([id, true]);
    all.push(...own);
  }
  expect(new Set(all).size).toBe(all.length);
});

test('no market is in two examples', () => {
  const ids = ['welcome', 'summer-tour', 'invite-only', 'festival', 'festival/pre-registration'].flatMap((example) => campaignOf(example).campaign.marketIds);
  expect(new Set(ids).size).toBe(ids.length);
});

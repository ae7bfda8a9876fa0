import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { campaignFromFile } from '../../domain/campaign-rules.ts';
import { RegError } from '../../errors.ts';
import { type CampaignFile, explainCampaignError, readCampaignFile } from '../campaign-file.ts';
import { type CsvColumns, checkCsv } from '../csv-file.ts';
import { fansColumns } from '../fans-file.ts';
import { countCodes, countInvites } from '../import-lines.ts';
import { countScores } from '../scores-file.ts';
import { fileInvalid } from '../yaml-file.ts';
import { type FanRedemption, readRedemptions, readWithdrawals, type Withdrawal } from './fan-lists.ts';
import { type LaterDraw, readLaterDraws } from './later-draws-file.ts';

/** One campaign of a folder with who registers for it. */
export interface CampaignInput {
  readonly file: CampaignFile;
  readonly expected: CampaignWithMarkets;
  readonly fans: { readonly file: string; readonly rows: number };
  readonly codes: readonly { readonly marketId: string; readonly file: string; readonly count: number }[];
  readonly invites: { readonly file: string; readonly key: 'email' | 'globalUserId' | 'memberId'; readonly count: number } | null;
}

/** A folder of a whole campaign, read for its form: nothing of it is sent before all of it is right. */
export interface RunInput extends CampaignInput {
  /** The campaign that the gate's `linkedCampaign` names, over before this one opens. */
  readonly preRegistration: CampaignInput | null;
  /** Set once all have registered. */
  readonly scores: { readonly file: string; readonly count: number } | null;
  readonly laterDraws: readonly LaterDraw[];
  readonly withdrawals: readonly Withdrawal[];
  readonly redemptions: readonly FanRedemption[];
}

const PRE_REGISTRATION = 'pre-registration';
/** What belongs to the campaign that is drawn. */
const NOT_OF_PRE_REGISTRATION = ['codes', 'scores.csv', 'withdrawals.csv', 'later-draws.yaml', 'redemptions.csv', PRE_REGISTRATION];

/** Reads a folder. Throws `CAMPAIGN_INVALID`, `CSV_INVALID` or `FILE_MISSING`, naming file, line and field. */
export const readRunFolder = async (folder: string): Promise<RunInput> => {
  const { columns, ...main } = await readCampaign(folder);
  const { expected } = main;
  const codes = await readCodeFiles(join(folder, 'codes'), expected);
  const preRegistration = await readPreRegistration(join(folder, PRE_REGISTRATION), main);
  const scoresFile = join(folder, 'scores.csv');
  const laterDraws = await readLaterDraws(join(folder, 'later-draws.yaml'), expected);
  return {
    ...main,
    codes,
    preRegistration,
    scores: existsSync(scoresFile) ? { file: scoresFile, count: await countScores(scoresFile) } : null,
    laterDraws,
    withdrawals: await readWithdrawals(join(folder, 'withdrawals.csv'), 1 + laterDraws.length),
    redemptions: await readRedemptions(join(folder, 'redemptions.csv'), { file: main.fans.file, columns }, expected.campaign.date),
  };
};

const readCampaign = async (folder: string): Promise<CampaignInput & { readonly columns: CsvColumns }> => {
  const file = await readCampaignFile(join(folder, 'campaign.yaml'));
  const { campaign: expected, problems } = campaignFromFile(file.content);
  if (expected === null) throw explainCampaignError(new RegError('CAMPAIGN_INVALID', 'the campaign file has problems', { detail: { problems } }), file);
  const { preferences, gate } = expected.campaign;
  const columns = fansColumns(preferences.map(({ key, type, is_optional }) => ({ key, type, is_optional: is_optional ?? null })));
  const fansFile = join(folder, 'fans.csv');
  return {
    file,
    expected,
    columns,
    fans: { file: fansFile, rows: await checkCsv(fansFile, columns) },
    codes: [],
    invites: await readInvites(join(folder, 'invites.csv'), gate?.inviteOnly),
  };
};

/** The folder of the linked campaign; null where there is none. */
const readPreRegistration = async (folder: string, { file, expected }: CampaignInput): Promise<CampaignInput | null> => {
  if (!existsSync(folder)) return null;
  const { columns: _, ...pre } = await readCampaign(folder);
  for (const name of NOT_OF_PRE_REGISTRATION) {
    if (existsSync(join(folder, name)))
      throw new RegError('CAMPAIGN_INVALID', `${join(folder, name)}: a pre-registration is not drawn; it has campaign.yaml, fans.csv and invites.csv`);
  }
  const { id, slug, date } = pre.expected.campaign;
  if (expected.campaign.gate?.linkedCampaign !== id)
    throw fileInvalid(file, [{ path: 'gate.linkedCampaign', problem: `has to be ${id}, the campaign in ${folder}` }]);
  if (slug === file.slug) throw fileInvalid(pre.file, [{ path: 'slug', problem: `is that of ${file.name} too` }]);
  if (date.close > expected.campaign.date.open) throw fileInvalid(pre.file, [{ path: 'date.close', problem: `must not be after ${file.name} opens` }]);
  const ids = new Set(expected.markets.map((market) => market.id));
  const shared = pre.expected.markets.findIndex((market) => ids.has(market.id));
  if (shared !== -1) throw fileInvalid(pre.file, [{ path: `markets[${shared}].id`, problem: `is a market of ${file.name} too` }]);
  return pre;
};

const readCodeFiles = async (folder: string, { markets }: CampaignWithMarkets): Promise<CampaignInput['codes']> => {
  const unique = new Set(markets.filter(({ codes }) => codes.mode === 'unique').map(({ id }) => id));
  for (const name of existsSync(folder) ? await readdir(folder) : []) {
    const id = name.replace(/\.csv$/, '');
    if (name.endsWith('.csv') && !unique.has(id)) {
      throw new RegError('CSV_INVALID', `${join(folder, name)}: campaign.yaml has no market ${id} with unique codes`, { detail: { file: join(folder, name) } });
    }
  }
  const found: { marketId: string; file: string; count: number }[] = [];
  for (const marketId of unique) {
    const file = join(folder, `${marketId}.csv`);
    if (!existsSync(file)) {
      const message = `${file}: there is no such file; the market ${marketId} has unique codes, which are in it, one a line`;
      throw new RegError('FILE_MISSING', message, { detail: { file } });
    }
    found.push({ marketId, file, count: await countCodes(file) });
  }
  return found;
};

const readInvites = async (file: string, key: 'email' | 'globalUserId' | 'memberId' | undefined): Promise<CampaignInput['invites']> => {
  if (!existsSync(file)) return null;
  if (key === undefined)
    throw new RegError('CSV_INVALID', `${file}: the campaign asks for no invite: campaign.yaml has no gate.inviteOnly`, { detail: { file } });
  return { file, key, count: await countInvites(file, key) };
};

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { campaignFromFile } from '../../domain/campaign-rules.ts';
import { RegError } from '../../errors.ts';
import { type CampaignFile, explainCampaignError, readCampaignFile } from '../campaign-file.ts';
import { checkCsv, csvRecords } from '../csv-file.ts';
import { fansColumns } from '../fans-file.ts';
import { countCodes, countInvites } from '../import-lines.ts';

/** A folder of a whole campaign, read for its form: nothing of it is sent before all of it is right. */
export interface RunInput {
  readonly file: CampaignFile;
  readonly expected: CampaignWithMarkets;
  readonly fans: { readonly file: string; readonly rows: number };
  readonly codes: readonly { readonly marketId: string; readonly file: string; readonly count: number }[];
  readonly invites: { readonly file: string; readonly key: 'email' | 'globalUserId' | 'memberId'; readonly count: number } | null;
  /** Fans who withdraw after the draw. */
  readonly withdrawals: readonly string[];
}

/** Reads a folder. Throws `CAMPAIGN_INVALID`, `CSV_INVALID` or `FILE_MISSING`, naming file, line and field. */
export const readRunFolder = async (folder: string): Promise<RunInput> => {
  const file = await readCampaignFile(join(folder, 'campaign.yaml'));
  const { campaign: expected, problems } = campaignFromFile(file.content);
  if (expected === null) throw explainCampaignError(new RegError('CAMPAIGN_INVALID', 'the campaign file has problems', { detail: { problems } }), file);
  const { preferences, gate } = expected.campaign;
  const asked = preferences.map(({ key, type, is_optional }) => ({ key, type, is_optional: is_optional ?? null }));
  const fansFile = join(folder, 'fans.csv');
  return {
    file,
    expected,
    fans: { file: fansFile, rows: await checkCsv(fansFile, fansColumns(asked)) },
    codes: await readCodeFiles(join(folder, 'codes'), expected),
    invites: await readInvites(join(folder, 'invites.csv'), gate?.inviteOnly),
    withdrawals: await readWithdrawals(join(folder, 'withdrawals.csv')),
  };
};

const readCodeFiles = async (folder: string, { markets }: CampaignWithMarkets): Promise<RunInput['codes']> => {
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

const readInvites = async (file: string, key: 'email' | 'globalUserId' | 'memberId' | undefined): Promise<RunInput['invites']> => {
  if (!existsSync(file)) return null;
  if (key === undefined)
    throw new RegError('CSV_INVALID', `${file}: the campaign asks for no invite: campaign.yaml has no gate.inviteOnly`, { detail: { file } });
  return { file, key, count: await countInvites(file, key) };
};

const readWithdrawals = async (file: string): Promise<readonly string[]> => {
  if (!existsSync(file)) return [];
  const ids = new Set<string>();
  for await (const { line, values } of csvRecords(file, { required: ['globalUserId'], known: [] })) {
    const id = values.globalUserId?.trim() ?? '';
    if (id === '') throw new RegError('CSV_INVALID', `${file}:${line}: column globalUserId: is empty`, { detail: { file, line, field: 'globalUserId' } });
    ids.add(id);
  }
  return [...ids];
};

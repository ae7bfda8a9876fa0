import { existsSync } from 'node:fs';
import type { CampaignDates } from '../../domain/campaign.ts';
import { instant } from '../../domain/field-readings.ts';
import { RegError } from '../../errors.ts';
import { type CsvColumns, type CsvRecord, csvRecords } from '../csv-file.ts';

/** A fan who withdraws once a draw is done. */
export interface Withdrawal {
  readonly globalUserId: string;
  readonly draw: number;
}

/** A fan who buys with the access code, if there is one by then. */
export interface FanRedemption {
  readonly globalUserId: string;
  /** UTC instant. */
  readonly redeemedAt: string;
}

/** `withdrawals.csv`: none where there is no such file. `draws`: how many there are to be. Throws `CSV_INVALID`. */
export const readWithdrawals = async (file: string, draws: number): Promise<readonly Withdrawal[]> => {
  if (!existsSync(file)) return [];
  const found = new Map<string, Withdrawal>();
  for await (const record of csvRecords(file, { required: ['globalUserId'], known: ['draw'] })) {
    const globalUserId = fanOf(file, record);
    const draw = record.values.draw?.trim() ?? '';
    if (draw !== '' && (!/^\d{1,3}$/.test(draw) || Number(draw) < 1 || Number(draw) > draws))
      throw refusal(
        file,
        record,
        'draw',
        draws === 1 ? 'can only be 1: there is no later-draws.yaml' : `has to be a number from 1 to ${draws}, or empty for 1`,
      );
    if (!found.has(globalUserId)) found.set(globalUserId, { globalUserId, draw: draw === '' ? 1 : Number(draw) });
  }
  return [...found.values()];
};

/**
 * `redemptions.csv`: none where there is no such file. Its fans have to be in `fans.csv` and may redeem once, within the presale.
 * Throws `CSV_INVALID`.
 */
export const readRedemptions = async (
  file: string,
  fans: { readonly file: string; readonly columns: CsvColumns },
  { presaleStart, presaleEnd }: CampaignDates,
): Promise<readonly FanRedemption[]> => {
  if (!existsSync(file)) return [];
  const known = new Set<string>();
  for await (const { values } of csvRecords(fans.file, fans.columns)) known.add(values.globalUserId ?? '');
  const found = new Map<string, FanRedemption>();
  for await (const record of csvRecords(file, { required: ['globalUserId', 'redeemedAt'], known: [] })) {
    const globalUserId = fanOf(file, record);
    if (!known.has(globalUserId)) throw refusal(file, record, 'globalUserId', 'is nobody in fans.csv');
    if (found.has(globalUserId)) throw refusal(file, record, 'globalUserId', 'is in the file already; a fan has at most one code');
    const read = instant.read(record.values.redeemedAt?.trim() ?? '');
    if ('problem' in read) throw refusal(file, record, 'redeemedAt', read.problem);
    if (read.value < presaleStart || read.value >= presaleEnd)
      throw refusal(file, record, 'redeemedAt', `is outside of the presale, which is from ${presaleStart} to ${presaleEnd}`);
    found.set(globalUserId, { globalUserId, redeemedAt: read.value });
  }
  return [...found.values()];
};

const fanOf = (file: string, record: CsvRecord): string => {
  const id = record.values.globalUserId?.trim() ?? '';
  if (id === '') throw refusal(file, record, 'globalUserId', 'is empty');
  return id;
};

const refusal = (file: string, { line }: CsvRecord, field: string, problem: string): RegError =>
  new RegError('CSV_INVALID', `${file}:${line}: column ${field}: ${problem}`, { detail: { file, line, field } });

import { join } from 'node:path';
import type { Campaign } from '../../domain/campaign.ts';
import { createRefusedFile } from '../refused-file.ts';
import { type RegistrationCounts, registerFans } from '../register-fans.ts';
import { type CampaignContext, IN_FLIGHT } from './stage.ts';

/** What became of the fans of a file. */
export interface Registered {
  readonly counts: RegistrationCounts;
  /** The last acknowledged version of each fan. */
  readonly accepted: ReadonlyMap<string, number>;
}

/** Registers the fans of a campaign's file, writing `refused.csv` into `folder`; rows that an earlier run was answered keep their answer. */
export const registerAll = async ({ input, graphql, clock, journal, note }: CampaignContext, folder: string): Promise<Registered> => {
  note(`Registering ${input.fans.rows} rows of ${input.fans.file} …`);
  const accepted = new Map<string, number>();
  const refusedFile = createRefusedFile(join(folder, 'refused.csv'));
  try {
    const counts = await registerFans({
      slug: input.file.slug,
      file: input.fans.file,
      rows: input.fans.rows,
      graphql,
      clock,
      inFlight: IN_FLIGHT,
      known: journal.rows,
      settled: async (row, isKnown) => {
        if ('version' in row) accepted.set(row.globalUserId, row.version);
        await refusedFile.add(row);
        if (!isKnown) await journal.addRow(row);
      },
    });
    return { counts, accepted };
  } finally {
    await refusedFile.close();
  }
};

/** Closes a campaign whose time is over. */
export const closeCampaign = async ({ connection, clock, journal }: CampaignContext, { id, date, status }: Campaign): Promise<void> => {
  await journal.save();
  clock.jumpTo(Date.parse(date.close));
  if (status !== 'CLOSED') await connection.campaign.setStatus({ params: { campaignId: id }, body: { status: 'CLOSED' } });
};

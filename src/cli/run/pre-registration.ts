import { mkdir } from 'node:fs/promises';
import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import type { CampaignInput } from './input-folder.ts';
import { journalPath, openJournal } from './journal.ts';
import { importLists, openCampaign } from './open-campaign.ts';
import { sendDueMails } from './presale.ts';
import { closeCampaign, type Registered, registerAll } from './registration.ts';
import { type CampaignContext, type RunContext, settle } from './stage.ts';

/** The linked campaign, over by now, with who registered there. */
export interface PreRegistration extends Registered {
  readonly campaign: CampaignWithMarkets;
}

/** Takes the linked campaign from its opening to its close, and writes its `refused.csv` into `folder`. Nothing of it is drawn. */
export const preRegister = async (run: RunContext, input: CampaignInput, dataFolder: string, folder: string): Promise<PreRegistration> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const journal = await openJournal(journalPath(dataFolder, input.file.slug), input.fans.file);
  const context: CampaignContext = { ...run, input, journal };
  try {
    const campaign = await openCampaign(context);
    const close = Date.parse(campaign.campaign.date.close);
    await importLists(context, campaign);
    await settle(context, close);
    const registered = await registerAll(context, folder);
    await settle(context, close);
    await sendDueMails(context, campaign.campaign.id, close);
    await closeCampaign(context, campaign.campaign);
    await settle(context, Date.parse(run.input.expected.campaign.date.open));
    return { ...registered, campaign };
  } finally {
    await journal.close();
  }
};

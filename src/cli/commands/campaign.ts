import { type Command, Option } from 'commander';
import type { Campaign, Market } from '../../domain/campaign.ts';
import { type CampaignFile, explainCampaignError, readCampaignFile } from '../campaign-file.ts';
import type { Connection } from '../connection.ts';
import { type ConnectionFlags, type JsonFlag, openConnection, withConnection } from '../options.ts';
import { table } from '../output.ts';

type Flags = ConnectionFlags & JsonFlag;

/** Creates or changes a campaign as its file says. Throws `CAMPAIGN_INVALID` in the terms of the file. */
export const applyCampaign = async (
  { campaign }: Connection,
  file: CampaignFile,
): Promise<{ readonly campaign: Campaign; readonly markets: readonly Market[] }> => {
  try {
    return await campaign.putCampaign({ params: { campaignId: file.id }, body: { file: { ...file.content } } });
  } catch (error) {
    throw explainCampaignError(error, file);
  }
};

export const addCampaignCommands = (program: Command): void => {
  const campaigns = program.command('campaign').description('create and change campaigns');

  withConnection(campaigns.command('apply').argument('<file>', 'campaign file (YAML)').description('create or change the campaign of a file')).action(
    async (name: string, flags: Flags) => {
      const file = await readCampaignFile(name);
      const { connection, output } = openConnection(flags);
      output.answer(
        await applyCampaign(connection, file),
        ({ campaign, markets }) => `${campaign.slug} is ${campaign.status}, with ${markets.length} markets.`,
      );
    },
  );

  withConnection(campaigns.command('list').description('all campaigns')).action(async (flags: Flags) => {
    const { connection, output } = openConnection(flags);
    output.answer(await connection.campaign.listCampaigns({}), ({ campaigns: all }) =>
      all.length === 0
        ? 'There is no campaign yet. "reg campaign apply FILE" makes one.'
        : table([
            ['slug', 'status', 'opens', 'closes', 'markets', 'name'],
            ...all.map((one) => [one.slug, one.status, one.date.open, one.date.close, one.marketIds.length, one.name]),
          ]),
    );
  });

  withConnection(campaigns.command('show').argument('<slug>').description('a campaign with its markets')).action(async (slug: string, flags: Flags) => {
    const { connection, output } = openConnection(flags);
    output.answer(await connection.campaign.getCampaignBySlug({ params: { slug } }), ({ campaign, markets }) =>
      [
        `${campaign.name} (${campaign.slug}), ${campaign.status}`,
        `open ${campaign.date.open} to ${campaign.date.close}, presale ${campaign.date.presaleStart} to ${campaign.date.presaleEnd}, in ${campaign.referenceTimezone}`,
        `draw: ${campaign.selection.method}; asks for ${campaign.preferences.map(({ key }) => key).join(', ')}`,
        table([
          ['market', 'city', 'codes', 'capacity', 'waitlist', 'presale'],
          ...markets.map((market) => [market.id, market.city, market.codes.mode, market.capacity, market.waitlistCapacity, market.event.presaleDateTime]),
        ]),
      ].join('\n'),
    );
  });

  for (const [name, status, description] of [
    ['open', 'OPEN', 'let fans register, between the dates of the campaign'],
    ['close', 'CLOSED', 'take no more registrations'],
  ] as const) {
    withConnection(campaigns.command(name).argument('<slug>').description(description)).action(async (slug: string, flags: Flags) => {
      const { connection, output } = openConnection(flags);
      const { campaign } = await connection.campaign.getCampaignBySlug({ params: { slug } });
      output.answer(
        await connection.campaign.setStatus({ params: { campaignId: campaign.id }, body: { status } }),
        (changed) => `${changed.slug} is ${changed.status}.`,
      );
    });
  }
};

/** `--campaign SLUG`, which the command cannot do without. */
export const campaignOption = (): Option => new Option('--campaign <slug>', 'the campaign').makeOptionMandatory();

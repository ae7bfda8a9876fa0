import { type Command, Option } from 'commander';
import type { Campaign } from '../../domain/campaign.ts';
import { pagesOf } from '../../services/contract.ts';
import type { Connection } from '../connection.ts';
import { type ConnectionFlags, type JsonFlag, openConnection, withConnection } from '../options.ts';
import { table } from '../output.ts';

type Flags = ConnectionFlags & JsonFlag;

const listAll = async ({ campaign }: Pick<Connection, 'campaign'>): Promise<readonly Campaign[]> => {
  const all: Campaign[] = [];
  for await (const { campaigns } of pagesOf(campaign.listCampaigns, { query: { limit: 1000 } })) all.push(...campaigns);
  return all;
};

export const addCampaignCommands = (program: Command): void => {
  const campaigns = program.command('campaign').description('create and change campaigns');

  withConnection(
    campaigns
      .command('apply')
      .argument('<file>', 'campaign file (YAML)')
      .option('--drop-markets', 'take out markets that the file leaves out, also where fans have ranked them')
      .description('create or change the campaign of a file'),
  ).action(async (name: string, flags: Flags & { readonly dropMarkets?: boolean }) => {
    const { readCampaignFile } = await import('../campaign-file.ts');
    const { applyCampaign, refuseDroppedMarkets } = await import('../apply-campaign.ts');
    const file = await readCampaignFile(name);
    const { connection, output } = await openConnection(flags);
    if (flags.dropMarkets !== true) await refuseDroppedMarkets(connection, file);
    output.answer(
      await applyCampaign(connection, file),
      ({ campaign, markets }) => `${campaign.slug} is ${campaign.status}, with ${markets.length === 1 ? 'one market' : `${markets.length} markets`}.`,
    );
  });

  withConnection(campaigns.command('list').description('all campaigns')).action(async (flags: Flags) => {
    const { connection, output } = await openConnection(flags);
    output.answer({ campaigns: await listAll(connection) }, ({ campaigns: all }) =>
      all.length === 0
        ? 'There is no campaign yet. "reg campaign apply FILE" makes one.'
        : table([
            ['slug', 'status', 'opens', 'closes', 'markets', 'name'],
            ...all.map((one) => [one.slug, one.status, one.date.open, one.date.close, one.marketIds.length, one.name]),
          ]),
    );
  });

  withConnection(campaigns.command('show').argument('<slug>').description('a campaign with its markets')).action(async (slug: string, flags: Flags) => {
    const { connection, output } = await openConnection(flags);
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
      const { connection, output } = await openConnection(flags);
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

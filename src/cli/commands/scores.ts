import type { Command } from 'commander';
import { type ConnectionFlags, type JsonFlag, openConnection, withConnection } from '../options.ts';
import { importScores } from '../scores-file.ts';
import { campaignOption } from './campaign.ts';

export const addScoresCommands = (program: Command): void => {
  const scores = program.command('scores').description("fans' scores");
  withConnection(
    scores
      .command('import')
      .argument('<file>', 'CSV with a header: globalUserId and score, a whole number from 0 to 1000')
      .addOption(campaignOption())
      .description('set scores of fans who have registered, before the draw is frozen; they stand whatever the fan changes afterwards'),
  ).action(async (file: string, flags: ConnectionFlags & JsonFlag & { readonly campaign: string }) => {
    const { connection, output } = await openConnection(flags);
    const { campaign } = await connection.campaign.getCampaignBySlug({ params: { slug: flags.campaign } });
    output.answer(
      await importScores(connection, campaign.id, file),
      ({ imported, unknown }) => `${imported} scores set; ${unknown} are of fans without an entry.`,
    );
  });
};

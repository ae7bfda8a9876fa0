import type { Command } from 'commander';
import { exportCampaign } from '../export-campaign.ts';
import { type ConnectionFlags, type JsonFlag, openConnection, withConnection } from '../options.ts';

type ExportFlags = ConnectionFlags & JsonFlag & { readonly out?: string };

export const addExportCommand = (program: Command): void => {
  withConnection(
    program
      .command('export')
      .argument('<slug>')
      .option('--out <dir>', 'folder for the files (default: export-<slug>)')
      .description('entries.csv, winners.csv and stats.json of a campaign'),
  ).action(async (slug: string, { out, ...flags }: ExportFlags) => {
    const { connection, output } = await openConnection(flags);
    const exported = await exportCampaign({ connection, slug, folder: out ?? `export-${slug}` });
    output.answer(exported, ({ folder, entries, winners }) => `${entries} entries and ${winners} winners are in ${folder}.`);
  });
};

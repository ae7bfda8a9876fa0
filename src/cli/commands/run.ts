import type { Command } from 'commander';
import { type JsonFlag, withJson } from '../options.ts';

interface RunFlags extends JsonFlag {
  readonly data?: string;
  readonly keepOpen?: true;
  readonly publicRandomness?: string;
}

export const addRunCommand = (program: Command): void => {
  withJson(
    program
      .command('run')
      .argument(
        '<folder>',
        'folder with campaign.yaml, fans.csv, codes/<marketId>.csv and, where wanted, pre-registration/, invites.csv, scores.csv, withdrawals.csv, later-draws.yaml and redemptions.csv',
      )
      .option('--data <dir>', 'data folder of the run (default: ./data/run-<slug>)')
      .option('--keep-open', 'leave the system serving afterwards')
      .option('--public-randomness <text>', 'the words or numbers drawn in public, where the rules ask for a text')
      .description('take a whole campaign from files, from its opening to the last mail, on a clock of its own'),
  ).action(async (folder: string, { data, keepOpen, publicRandomness, json }: RunFlags) => {
    const { runFolder } = await import('../run/run-folder.ts');
    await runFolder(folder, { dataFolder: data ?? null, keepOpen: keepOpen === true, publicRandomness: publicRandomness ?? null, json: json === true });
  });
};

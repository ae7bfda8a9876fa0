import type { Command } from 'commander';
import { openWorkplace, wholeNumber } from '../options.ts';

interface ServeFlags {
  readonly data?: string;
  readonly port?: number;
  readonly host?: string;
  readonly empty?: true;
}

export const addServeCommand = (program: Command): void => {
  program
    .command('serve')
    .option('--data <dir>', 'data folder (default: REG_DATA, else ./data)')
    .option('--port <n>', 'port to listen on, 0 for any (default: PORT, else 8080)', wholeNumber(0, 65_535))
    .option('--host <address>', 'address to listen on (default: HOST, else 127.0.0.1)')
    .option('--empty', 'load no example into an empty data folder')
    .description('run the whole system in one process')
    .action(async ({ data, port, host, empty }: ServeFlags) => {
      const workplace = openWorkplace({
        ...(data !== undefined && { dataFolder: data }),
        ...(port !== undefined && { port }),
        ...(host !== undefined && { host }),
      });
      const { serve } = await import('../serve.ts');
      await serve(workplace, empty !== true);
    });
};

import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Config } from '../../config.ts';
import { RegError } from '../../errors.ts';
import type { System } from '../../runtime/system.ts';
import { readCampaignFile } from '../campaign-file.ts';
import { connect } from '../connection.ts';
import { openWorkplace, type Workplace, wholeNumber } from '../options.ts';
import { untilSignal } from '../until-signal.ts';
import { applyCampaign } from './campaign.ts';

interface ServeFlags {
  readonly data?: string;
  readonly port?: number;
  readonly host?: string;
  readonly empty?: true;
}

const EXAMPLE = fileURLToPath(new URL('../../../examples/welcome/campaign.yaml', import.meta.url));

/** Puts the example into a data folder that has no campaign. */
const loadExample = async (system: System, { config, clock, random, log }: Workplace): Promise<void> => {
  const connection = connect({ url: system.url, token: await system.operatorToken(), dataFolder: config.dataFolder, clock, random, log });
  try {
    const { campaigns } = await connection.campaign.listCampaigns({});
    if (campaigns.length > 0) return;
    const { campaign } = await applyCampaign(connection, await readCampaignFile(EXAMPLE));
    await connection.campaign.setStatus({ params: { campaignId: campaign.id }, body: { status: 'OPEN' } });
  } finally {
    await connection.close();
  }
};

/** What a newcomer has to know: where things are. */
export const whereabouts = (system: System, dataFolder: string): string =>
  [`GraphQL      ${system.url}/graphql`, `health       ${system.url}/readyz`, `mail outbox  ${join(resolve(dataFolder), 'outbox')}`].join('\n');

/** What a person should see when the address cannot be listened on. */
export const listenFailure = (error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE')
    return new RegError('CONFIG_INVALID', `Port ${port} of ${host} is taken by another program. Name another by --port or PORT.`, { cause: error });
  if (code === 'EACCES')
    return new RegError('CONFIG_INVALID', `Port ${port} may not be listened on. Name one from 1024 on by --port or PORT.`, { cause: error });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new RegError('CONFIG_INVALID', `This machine has no address ${host}. Name another by --host or HOST.`, { cause: error });
  return error;
};

export const addServeCommand = (program: Command): void => {
  program
    .command('serve')
    .option('--data <dir>', 'data folder (default: REG_DATA, else ./data)')
    .option('--port <n>', 'port to listen on, 0 for any (default: PORT, else 8080)', wholeNumber(0, 65_535))
    .option('--host <address>', 'address to listen on (default: HOST, else 127.0.0.1)')
    .option('--empty', 'load no example into an empty data folder')
    .description('run the whole system in one process')
    .action(async (flags: ServeFlags) => {
      const workplace = openWorkplace({
        ...(flags.data !== undefined && { dataFolder: flags.data }),
        ...(flags.port !== undefined && { port: flags.port }),
        ...(flags.host !== undefined && { host: flags.host }),
      });
      // The runtime is loaded by the commands that need it: the others start in a fraction of the time.
      const { createSystem } = await import('../../runtime/embedded/system.ts');
      const stopped = untilSignal();
      const system = await createSystem(workplace).catch((error: unknown) => Promise.reject(listenFailure(error, workplace.config)));
      try {
        if (flags.empty !== true) await loadExample(system, workplace);
        process.stdout.write(`${whereabouts(system, workplace.config.dataFolder)}\n`);
        await stopped;
      } finally {
        await system.stop();
      }
    });
};

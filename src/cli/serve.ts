import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { RegError } from '../errors.ts';
import { createSystem } from '../runtime/embedded/system.ts';
import type { System } from '../runtime/system.ts';
import { applyCampaign } from './apply-campaign.ts';
import { readCampaignFile } from './campaign-file.ts';
import { connect } from './connection.ts';
import type { Workplace } from './options.ts';
import { untilSignal } from './until-signal.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/welcome/campaign.yaml', import.meta.url));

/** Puts the example into a data folder that has no campaign. */
const loadExample = async (system: System, { config, clock, random, log }: Workplace): Promise<void> => {
  const connection = connect({ url: system.url, token: await system.operatorToken(), dataFolder: config.dataFolder, deployment: null, clock, random, log });
  try {
    const { campaigns } = await connection.campaign.listCampaigns({ query: { limit: 1 } });
    if (campaigns.length > 0) return;
    const { campaign } = await applyCampaign(connection, await readCampaignFile(EXAMPLE));
    await connection.campaign.setStatus({ params: { campaignId: campaign.id }, body: { status: 'OPEN' } });
  } finally {
    await connection.close();
  }
};

/** What a newcomer has to know: where things are. */
export const whereabouts = (system: System, { dataFolder, smtp }: Pick<Config, 'dataFolder' | 'smtp'>): string =>
  [
    `GraphQL      ${system.url}/graphql`,
    `health       ${system.url}/readyz`,
    smtp === null ? `mail outbox  ${join(resolve(dataFolder), 'outbox')}` : 'mails        go through the mail server',
  ].join('\n');

/** What a person should see when the address cannot be listened on. */
const listenFailure = (error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): unknown => {
  const code = error instanceof Error && 'code' in error && !('path' in error) ? error.code : null;
  if (code === 'EADDRINUSE')
    return new RegError('CONFIG_INVALID', `Port ${port} of ${host} is taken by another program. Name another by --port or PORT.`, { cause: error });
  if (code === 'EACCES')
    return new RegError('CONFIG_INVALID', `Port ${port} may not be listened on. Name one from 1024 on by --port or PORT.`, { cause: error });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new RegError('CONFIG_INVALID', `This machine has no address ${host}. Name another by --host or HOST.`, { cause: error });
  return error;
};

/** Runs the whole system in this process until a signal comes, then stops it in an orderly way. */
export const serve = async (workplace: Workplace, withExample: boolean): Promise<void> => {
  const stopped = untilSignal(workplace.clock);
  const system = await createSystem(workplace).catch((error: unknown) => Promise.reject(listenFailure(error, workplace.config)));
  try {
    if (withExample) await loadExample(system, workplace);
    process.stdout.write(`${whereabouts(system, workplace.config)}\n`);
    await stopped;
  } finally {
    await system.stop();
  }
  // What a collector has not taken by now would be tried again for seconds yet.
  if (workplace.config.traces !== null) process.exit();
};

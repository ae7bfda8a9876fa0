import type { Command } from 'commander';
import type { Clock } from '../../ports/clock.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { duration, type JsonFlag, logLevelOr, openConnection, openWorkplace, withJson } from '../options.ts';
import { createOutput, table } from '../output.ts';

interface KeysFlags extends JsonFlag {
  readonly data?: string;
  readonly deployment?: string;
}

interface RotateFlags extends KeysFlags {
  readonly lead: number;
  readonly leaked?: boolean;
  readonly url?: string;
  readonly token?: string;
}

/** Processes look every five minutes, others keep published keys for five more, and many libraries for ten. */
const LEAD_SECONDS = 1800;

const withKeysOptions = (command: Command): Command =>
  withJson(command)
    .option('--data <dir>', 'data folder with the keys (default: REG_DATA, else ./data)')
    .option('--deployment <prefix>', 'deployment on AWS whose keys your AWS credentials open, instead of a data folder');

type Rotation = typeof import('../../adapters/jose/rotate-signing-key.ts');

const showKeys = async (flags: KeysFlags, act: (rotation: Rotation, secrets: Secrets, clock: Clock) => ReturnType<Rotation['listSigningKeys']>) => {
  const [{ withKeys }, rotation] = await Promise.all([import('../signer.ts'), import('../../adapters/jose/rotate-signing-key.ts')]);
  const { config, clock, random } = openWorkplace({ logLevel: logLevelOr('error'), ...(flags.data !== undefined && { dataFolder: flags.data }) });
  const place = { dataFolder: config.dataFolder, deployment: flags.deployment ?? null, clock, random };
  const keys = await withKeys(place, (secrets) => act(rotation, secrets, clock));
  createOutput(flags.json === true).answer({ keys }, (shown) =>
    table([
      ['key', 'state', 'signs from', 'taken until'],
      ...shown.keys.map((key) => [key.kid, key.state, key.signsFrom ?? 'the beginning', key.honouredUntil ?? 'another signs']),
    ]),
  );
};

/** What cannot be written down is not done; in an emergency it is done without a system to write to. */
const announce = async ({ leaked = false, ...flags }: RotateFlags): Promise<void> => {
  if (flags.url === undefined && openWorkplace({ logLevel: logLevelOr('error') }).config.operatorUrl === null) return;
  const { connection } = await openConnection(flags);
  await connection.operator.announceKeyRotation({ body: { leaked } });
  await connection.close();
};

export const addKeysCommands = (program: Command): void => {
  const keys = program.command('keys').description('the keys that tokens of apps, operators and fans are signed with');

  withKeysOptions(keys.command('list').description('which key signs, which are to come, and which are still taken')).action((flags: KeysFlags) =>
    showKeys(flags, ({ listSigningKeys }, secrets, clock) => listSigningKeys(secrets, clock)),
  );

  withKeysOptions(
    keys
      .command('rotate')
      .description('add a key, which running processes publish at once and sign with later; tokens of the one before are taken until they expire')
      .option('--lead <time>', 'how long it is published before it signs, such as 30m or 1d', duration, LEAD_SECONDS)
      .option('--leaked', 'somebody else may have the keys: the new one signs at once, and all tokens so far are void')
      .option('--url <url>', 'a running system in whose audit log this is written down before it is done (default: REG_URL, else none)')
      .option('--token <token>', 'token to show there (default: REG_TOKEN, else one signed with the key of before)'),
  ).action(async (flags: RotateFlags) => {
    await announce(flags);
    await showKeys(flags, ({ rotateSigningKey }, secrets, clock) =>
      rotateSigningKey({ secrets, clock, leadMs: flags.lead * 1000, leaked: flags.leaked === true }),
    );
  });
};

import { type Command, Option } from 'commander';
import { RegError } from '../../errors.ts';
import type { ServiceName, TokenRequest } from '../../ports/tokens.ts';
import { ownCallers } from '../../runtime/own-callers.ts';
import { duration, fanId, type JsonFlag, logLevelOr, openWorkplace, withJson } from '../options.ts';
import { createOutput } from '../output.ts';

interface TokenFlags extends JsonFlag {
  readonly ttl: number;
  readonly data?: string;
  readonly deployment?: string;
}

const HOUR = 3600;
const SERVICES: readonly ServiceName[] = ['campaign', 'entry', 'user', 'code', 'export'];

/** What our own front door and services ask of apps; a company's own services may ask for others. */
const SCOPES: readonly string[] = ['entries:write', 'entries:read', 'metrics:read', ...SERVICES.flatMap((service) => [`${service}:read`, `${service}:write`])];

const noteUnknown = (scopes: readonly string[]): void => {
  const unknown = scopes.filter((scope) => !SCOPES.includes(scope));
  if (unknown.length === 0) return;
  process.stderr.write(`Nothing of this system asks for ${unknown.join(', ')}; it knows ${SCOPES.join(', ')}.\n`);
};

const withTokenOptions = (command: Command): Command =>
  withJson(command)
    .option('--ttl <time>', 'how long it holds, such as 15m or 1h', duration, HOUR)
    .option('--data <dir>', 'data folder with the signing key (default: REG_DATA, else ./data)')
    .option('--deployment <prefix>', 'deployment on AWS whose signing key your AWS credentials open, instead of a data folder');

const printToken = async (flags: TokenFlags, request: TokenRequest): Promise<void> => {
  const { openSigner } = await import('../signer.ts');
  const { config, clock, random } = openWorkplace({ logLevel: logLevelOr('error'), ...(flags.data !== undefined && { dataFolder: flags.data }) });
  const signer = await openSigner({ dataFolder: config.dataFolder, deployment: flags.deployment ?? null, clock, random });
  createOutput(flags.json === true).answer({ token: await signer.sign(request) }, ({ token }) => token);
};

export const addTokenCommands = (program: Command): void => {
  const tokens = program.command('token').description('sign a token with the key of a system');

  withTokenOptions(
    tokens
      .command('fan')
      .requiredOption('--sub <id>', "the fan's globalUserId", fanId)
      .option('--email <address>', "the fan's address")
      .description("a fan's token"),
  ).action((flags: TokenFlags & { readonly sub: string; readonly email?: string }) =>
    printToken(flags, { kind: 'fan', globalUserId: flags.sub, ttlSeconds: flags.ttl, ...(flags.email !== undefined && { email: flags.email }) }),
  );

  withTokenOptions(
    tokens
      .command('app')
      .requiredOption('--name <name>', "the app's name")
      .requiredOption('--scope <scopes>', 'scopes with a space between, such as "entries:write entries:read"')
      .addOption(new Option('--service <service>', 'one of the services, which the token is for instead').choices(SERVICES))
      .description("an app's token for the front door, or for one service"),
  ).action((flags: TokenFlags & { readonly name: string; readonly scope: string; readonly service?: ServiceName }) => {
    if (ownCallers.has(flags.name))
      throw new RegError('INPUT_INVALID', `${flags.name} is a name of the system's own, whose calls are not audited: take another.`);
    const scopes = flags.scope.split(/\s+/).filter(Boolean);
    noteUnknown(scopes);
    return printToken(flags, {
      kind: 'app',
      name: flags.name,
      scopes,
      audience: flags.service === undefined ? 'reg-workers' : `service:${flags.service}`,
      ttlSeconds: flags.ttl,
    });
  });

  withTokenOptions(tokens.command('operator').requiredOption('--name <name>', "the operator's name").description("an operator's token")).action(
    (flags: TokenFlags & { readonly name: string }) => printToken(flags, { kind: 'operator', name: flags.name, ttlSeconds: flags.ttl }),
  );
};

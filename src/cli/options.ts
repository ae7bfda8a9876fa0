import { type Command, InvalidArgumentError, Option } from 'commander';
import { createSystemClock } from '../adapters/system/system-clock.ts';
import { createSystemRandom } from '../adapters/system/system-random.ts';
import { type Config, type ConfigOverrides, readConfig } from '../config.ts';
import { isGlobalUserId } from '../domain/global-user-id.ts';
import { createLog, type Log } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import type { Connection } from './connection.ts';
import { createOutput, type Output } from './output.ts';

/** What every command has at hand. */
export interface Workplace {
  readonly config: Config;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

export interface ConnectionFlags {
  readonly url?: string;
  readonly token?: string;
  readonly data?: string;
  readonly deployment?: string;
}

export interface JsonFlag {
  readonly json?: true;
}

/** Reads the environment. Throws `CONFIG_INVALID`. */
export const openWorkplace = (overrides: ConfigOverrides = {}): Workplace => {
  const config = readConfig(process.env, overrides);
  const clock = createSystemClock();
  return { config, clock, random: createSystemRandom(clock), log: createLog(overrides.logLevel ?? config.logLevel) };
};

/** `--json` */
export const withJson = (command: Command): Command => command.option('--json', 'print one JSON object on stdout');

/** `--url`, `--token`, `--data`, for commands that reach a running system. */
export const withConnection = (command: Command): Command =>
  withJson(command)
    .addOption(new Option('--url <url>', 'address of the running system (default: REG_URL, else http://127.0.0.1:8080)').argParser(parseUrl))
    .option('--token <token>', "token to show (default: REG_TOKEN, else one signed with the data folder's key)")
    .option('--data <dir>', 'data folder with the signing key (default: REG_DATA, else ./data)')
    .option('--deployment <prefix>', 'deployment on AWS whose signing key your AWS credentials open, instead of a data folder');

/**
 * Connects as flags and environment say. The clients are loaded only here, so that help and refusals come at once. The system that runs elsewhere has a log of its own, so a command's
 * is quiet.
 */
export const openConnection = async (flags: ConnectionFlags & JsonFlag): Promise<{ readonly connection: Connection; readonly output: Output } & Workplace> => {
  const { connect } = await import('./connection.ts');
  const workplace = openWorkplace({ logLevel: logLevelOr('error'), ...(flags.data !== undefined && { dataFolder: flags.data }) });
  const { config, clock, random, log } = workplace;
  const connection = connect({
    url: flags.url ?? config.operatorUrl ?? `http://127.0.0.1:${config.port}`,
    token: flags.token ?? config.operatorToken,
    dataFolder: config.dataFolder,
    deployment: flags.deployment ?? null,
    clock,
    random,
    log,
  });
  return { ...workplace, connection, output: createOutput(flags.json === true) };
};

/** The environment's log level where it names one, else a command's own. */
export const logLevelOr = (level: Config['logLevel']): Config['logLevel'] =>
  process.env.REG_LOG_LEVEL === undefined ? level : readConfig(process.env).logLevel;

const parseUrl = (text: string): string => {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '') {
    throw new InvalidArgumentError('It has to be an http:// or https:// URL without user and query.');
  }
  return url.href.replace(/\/+$/, '');
};

/** A whole number within bounds, for options and arguments. */
export const wholeNumber =
  (min: number, max: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d{1,12}$/.test(text) || value < min || value > max) throw new InvalidArgumentError(`It has to be a whole number from ${min} to ${max}.`);
    return value;
  };

/** `90s`, `15m`, `1h`, `7d`, or seconds; in seconds. */
/** A fan's id: a token for what can be none is taken nowhere. */
export const fanId = (text: string): string => {
  if (!isGlobalUserId(text)) throw new InvalidArgumentError('It has to be a globalUserId: up to 128 characters without spaces and #.');
  return text;
};

export const duration = (text: string): number => {
  const [, digits, unit = 's'] = /^(\d{1,9})([smhd])?$/.exec(text) ?? [];
  const seconds = Number(digits ?? Number.NaN) * ({ s: 1, m: 60, h: 3600, d: 86_400 }[unit] ?? Number.NaN);
  if (!Number.isSafeInteger(seconds) || seconds < 1) throw new InvalidArgumentError('It has to be a time such as 90s, 15m, 1h or 7d.');
  return seconds;
};

import { type Environment, invalid, type ServerAddress, type ServerVariables, serverOf, settingOf } from './environment.ts';

/** The mail server of the company's own, and how mails go through it. */
export interface SmtpSettings {
  readonly address: ServerAddress;
  /** Connections at the same time. Default 5. */
  readonly connections: number;
  /** Mails a second. Default 20. */
  readonly rate: number;
  /** Where bounces go; null: `bounces` at the domain that mails come from. */
  readonly bounceAddress: string | null;
  readonly dkim: DkimSettings | null;
}

export interface DkimSettings {
  readonly selector: string;
  /** Null: the domain that mails come from. */
  readonly domain: string | null;
  /** The name of the secret with the private key. */
  readonly secret: string;
}

export const SMTP = {
  url: 'REG_SMTP_URL',
  secret: 'REG_SMTP_SECRET',
  rule: 'has to be smtp:// or smtps:// with user, password, host and port as needed, and at most ?tls=off or ?tls=required behind it',
  isUrl: ({ protocol, hostname, pathname, search, hash }) =>
    /^smtps?:$/.test(protocol) && hostname !== '' && /^\/?$/.test(pathname) && /^(\?tls=(off|required))?$/.test(search) && hash === '',
} as const satisfies ServerVariables;

const SELECTOR = 'REG_DKIM_SELECTOR';
const DOMAIN = 'REG_DKIM_DOMAIN';
const KEY = 'REG_DKIM_SECRET';
const BOUNCES = 'REG_BOUNCE_ADDRESS';
const CONNECTIONS = 'REG_SMTP_CONNECTIONS';
const RATE = 'REG_SMTP_RATE';

/** Each variable that is read here, in the order of the documents. */
export const smtpVariables = [SMTP.url, SMTP.secret, CONNECTIONS, RATE, BOUNCES, SELECTOR, DOMAIN, KEY] as const;

/** Null where no mail server is named: then none of the others may be set, as nothing would use them. */
export const smtpOf = (env: Environment): SmtpSettings | null => {
  const address = serverOf(env, SMTP);
  if (address === null) {
    for (const name of smtpVariables)
      if (settingOf(env, name) !== null) throw invalid(name, `has to be unset where neither ${SMTP.url} nor ${SMTP.secret} is set`);
    return null;
  }
  return {
    address,
    connections: numberOf(env, CONNECTIONS, 5, 100),
    rate: numberOf(env, RATE, 20, 10_000),
    bounceAddress: matching(
      env,
      BOUNCES,
      /^[\w.-]{1,20}@([a-z0-9-]+\.)+[a-z]{2,}$/,
      'has to be an address of at most 20 characters before the @, without a plus',
    ),
    dkim: dkimOf(env),
  };
};

const dkimOf = (env: Environment): DkimSettings | null => {
  const selector = matching(env, SELECTOR, /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/, 'has to be a name as in the DNS, in lower case');
  const domain = matching(env, DOMAIN, /^([a-z0-9-]+\.)+[a-z]{2,}$/, 'has to be a domain in lower case');
  const secret = matching(env, KEY, /^[\w.-]+(\/[\w.-]+)*$/, 'has to be the name of a secret');
  if (selector === null && secret === null && domain === null) return null;
  if (selector === null) throw invalid(SELECTOR, `has to be set together with ${KEY}: it says where in the DNS the public key is`);
  if (secret === null) throw invalid(KEY, `has to be set together with ${SELECTOR}: it names the secret with the private key`);
  return { selector, domain, secret };
};

const matching = (env: Environment, name: string, pattern: RegExp, rule: string): string | null => {
  const value = settingOf(env, name);
  if (value !== null && !pattern.test(value)) throw invalid(name, rule);
  return value;
};

const numberOf = (env: Environment, name: string, standard: number, most: number): number => {
  const value = settingOf(env, name) ?? String(standard);
  if (!/^[1-9]\d{0,5}$/.test(value) || Number(value) > most) throw invalid(name, `has to be a whole number from 1 to ${most}`);
  return Number(value);
};

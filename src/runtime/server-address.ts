import { checkedServerUrl, type ServerAddress, type ServerVariables } from '../environment.ts';
import type { Secrets } from '../ports/secrets.ts';

/**
 * A server's URL, asked for each time a connection is opened, so that a secret that was changed is taken up. Rejects with
 * `SECRET_MISSING`, and with `CONFIG_INVALID` for a secret that holds no such URL.
 */
export const urlOfServer =
  (address: ServerAddress, variables: ServerVariables, secrets: Pick<Secrets, 'get'>): (() => Promise<string>) =>
  async () =>
    'url' in address
      ? address.url
      : checkedServerUrl(new TextDecoder().decode(await secrets.get(address.secret)).trim(), `The secret ${address.secret}`, variables);

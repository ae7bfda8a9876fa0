import { createHmac } from 'node:crypto';
import { normaliseEmail } from '../../../domain/email-address.ts';
import type { Random } from '../../../ports/random.ts';
import type { Secrets } from '../../../ports/secrets.ts';
import { linkKey } from './unsubscribe-links.ts';

/** The name of an address: the same for the same address, and of no use to whoever has not got the key. */
export type NameAddress = (email: string) => string;

/** HMAC-SHA256 under the secret `link-key`, whose other uses have other purposes. */
export const createAddressNames = async (options: { readonly secrets: Secrets; readonly random: Random }): Promise<NameAddress> => {
  const key = await linkKey(options);
  return (email) =>
    createHmac('sha256', key)
      .update(`address\n${normaliseEmail(email) ?? email}`, 'utf8')
      .digest('hex');
};

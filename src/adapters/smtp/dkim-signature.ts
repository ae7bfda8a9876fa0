import { createPrivateKey } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim';
import { RegError } from '../../errors.ts';

/** Whose signature mails bear (RFC 6376). The public half is in the DNS, at `<selector>._domainkey.<domain>`. */
export interface DkimOptions {
  readonly selector: string;
  /** Null: the domain that the mail comes from. */
  readonly domain: string | null;
  /** An RSA key in PEM. Asked for with each mail, so that another one can take its place. */
  readonly key: () => Promise<Uint8Array>;
}

/**
 * The mail with a signature over its body and all headers that matter, those for unsubscribing included, as one click
 * counts only where they are signed (RFC 8058, 4). Throws `CONFIG_INVALID` where the key is none: nodemailer would then
 * leave the signature out without a word.
 */
export const signMail = async (mail: Buffer, fromDomain: string, { selector, domain, key }: DkimOptions): Promise<Buffer> => {
  const privateKey = rsaKeyIn(Buffer.from(await key()).toString('utf8'));
  return buffer(new DKIM({ domainName: domain ?? fromDomain, keySelector: selector, privateKey }).sign(mail));
};

const rsaKeyIn = (pem: string): string => {
  try {
    if (createPrivateKey(pem).asymmetricKeyType === 'rsa') return pem;
  } catch {
    // Said below: the reason may quote the key.
  }
  throw new RegError('CONFIG_INVALID', 'The key for DKIM has to be an RSA private key in PEM.', { detail: { name: 'REG_DKIM_SECRET' } });
};

import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Random } from '../../../ports/random.ts';
import type { Secrets } from '../../../ports/secrets.ts';

/** Links that let a fan out of all mails, without signing in and for as long as the key lives. */
export interface UnsubscribeLinks {
  /** `<publicUrl>/unsubscribe?token=…` */
  linkFor(globalUserId: string): string;
  /** The fan that a token was made for; null for a token that was not made here. */
  fanOf(token: string): string | null;
}

const KEY_BYTES = 32;
/** Other links are signed with the same key: the purpose keeps them apart. */
const PURPOSE = 'unsubscribe';

/** The key of links and of names that only this deployment can make: the secret `link-key`. */
export const linkKey = async ({ secrets, random }: { readonly secrets: Secrets; readonly random: Random }): Promise<KeyObject> =>
  createSecretKey(await secrets.getOrCreate('link-key', () => random.bytes(KEY_BYTES)));

/** HMAC-SHA256 under the secret `link-key`. */
export const createUnsubscribeLinks = async (options: { secrets: Secrets; random: Random; publicUrl: string }): Promise<UnsubscribeLinks> => {
  const key = await linkKey(options);
  const signatureOf = (fan: string): Buffer => createHmac('sha256', key).update(`${PURPOSE}\n${fan}`, 'utf8').digest();
  const base = options.publicUrl.replace(/\/+$/, '');
  return {
    linkFor: (globalUserId) =>
      `${base}/unsubscribe?token=${Buffer.from(globalUserId, 'utf8').toString('base64url')}.${signatureOf(globalUserId).toString('base64url')}`,
    fanOf: (token) => {
      const [name = '', signature = '', ...rest] = token.split('.');
      if (rest.length > 0) return null;
      const fan = Buffer.from(name, 'base64url').toString('utf8');
      const expected = signatureOf(fan);
      const given = Buffer.from(signature, 'base64url');
      return given.length === expected.length && timingSafeEqual(given, expected) ? fan : null;
    },
  };
};

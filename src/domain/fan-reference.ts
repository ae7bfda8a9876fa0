import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

const BYTES = 16;

/**
 * A fan's pseudonym in one campaign (docs/draw.md): the first 16 bytes of HMAC-SHA256(the campaign's reference key,
 * globalUserId), as 32 lower-case hex digits. The fan sees it on the receipt; without the key nobody can tell whose it is.
 */
export const fanReference = (referenceKey: Uint8Array, globalUserId: string): string =>
  createHmac('sha256', keyObjectOf(referenceKey))
    .update(globalUserId, 'utf8')
    .digest('hex')
    .slice(0, 2 * BYTES);

// Node looks at a key given as bytes anew for each HMAC, which costs ten times the hashing itself.
const keyObjects = new WeakMap<Uint8Array, KeyObject>();

const keyObjectOf = (key: Uint8Array): KeyObject => {
  const known = keyObjects.get(key);
  if (known !== undefined) return known;
  const made = createSecretKey(key);
  keyObjects.set(key, made);
  return made;
};

/** The name of the secret that holds a campaign's reference key. */
export const referenceKeyName = (campaignId: string): string => `reference-key/${campaignId}`;

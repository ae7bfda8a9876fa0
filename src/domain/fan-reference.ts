import { createHmac } from 'node:crypto';

const BYTES = 16;

/**
 * A fan's pseudonym in one campaign (docs/draw.md): the first 16 bytes of HMAC-SHA256(the campaign's reference key,
 * globalUserId), as 32 lower-case hex digits. The fan sees it on the receipt; without the key nobody can tell whose it is.
 */
export const fanReference = (referenceKey: Uint8Array, globalUserId: string): string =>
  createHmac('sha256', referenceKey)
    .update(globalUserId, 'utf8')
    .digest('hex')
    .slice(0, 2 * BYTES);

/** The name of the secret that holds a campaign's reference key. */
export const referenceKeyName = (campaignId: string): string => `reference-key/${campaignId}`;

import { createHmacSha256, type Digest, sha256, toHex } from './sha256.ts';

const COMMIT = Buffer.from('reg-workers commit v1\n');
const DRAW = Buffer.from('reg-workers draw v1\n');

/** Bytes of a draw's secret and of a campaign's reference key. */
export const SECRET_BYTES = 32;

/** What is published of the secret before anybody registers, in hex: it opens with the secret and with no other. */
export const commitmentTo = (secret: Uint8Array): string => toHex(sha256(Buffer.concat([COMMIT, secret])));

/** The number that orders the draw: nobody knows it before the freeze, anybody can recompute it after the reveal. */
export const seedOf = (secret: Uint8Array, rulesHash: Digest, entrantsRoot: Digest, publicRandomness: Uint8Array): Digest => {
  const message = Buffer.concat([DRAW, Buffer.from(rulesHash, 'latin1'), Buffer.from(entrantsRoot, 'latin1'), publicRandomness]);
  const hmac = createHmacSha256(secret, message.length);
  hmac.message.set(message);
  return hmac.digest();
};

/** The name of the secret that holds the number which the commitment of a draw is to; ids have no dots. */
export const drawSecretName = (campaignId: string, draw = 1): string => `draw-secret/${campaignId}${draw === 1 ? '' : `.${draw}`}`;

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

/** The name of the secret that holds the number which a campaign's commitment is to. */
export const drawSecretName = (campaignId: string): string => `draw-secret/${campaignId}`;

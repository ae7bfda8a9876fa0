import { createPrivateKey } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importPKCS8, type JWK } from 'jose';
import { RegError } from '../../errors.ts';

/** The secret with the keys that tokens are signed with: a ring as written here, or one private key that people put there. */
export const SIGNING_KEY = 'signing-key';
export const ALGORITHM = 'RS256';
export const KEY_BITS = 2048;

/** No token is signed for longer, so that a key that signs no more is known to be needed no more. */
export const LONGEST_TTL_SECONDS = 90 * 86_400;
/** For processes that learn late that another key signs by now, and for clocks that differ. */
const GRACE_MS = 3_600_000;

/** One key of the ring. Times in milliseconds since the epoch. */
export interface RingKey {
  readonly kid: string;
  /** Public members alone once it signs no more. */
  readonly jwk: JWK;
  /** It is published before. */
  readonly signsFrom: number;
  /** Its tokens are taken until then; null: a later key has yet to come. */
  readonly honouredUntil: number | null;
}

/** In the order in which they sign. */
export type KeyRing = readonly RingKey[];

/** The last of those whose time to sign has come. */
export const signingKeyOf = (ring: KeyRing, now: number): RingKey | undefined => ring.findLast(({ signsFrom }) => signsFrom <= now);

export const holds = ({ honouredUntil }: RingKey, now: number): boolean => honouredUntil === null || now < honouredUntil;

export interface Rotation {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How long the new key is published before it signs. */
  readonly leadMs: number;
  /** Whether the keys so far are known to somebody else: they are taken out, and their tokens are void. */
  readonly leaked: boolean;
}

/** The ring with one more key. Throws `STATE_INVALID` while an earlier one has yet to sign, unless the keys have leaked. */
export const rotateRing = (ring: KeyRing, made: JWK & { readonly kid: string }, { now, leadMs, leaked }: Rotation): KeyRing => {
  if (leaked) return [{ kid: made.kid, jwk: made, signsFrom: now, honouredUntil: null }];
  const waiting = ring.find(({ signsFrom }) => signsFrom > now);
  if (waiting !== undefined) {
    throw new RegError(
      'STATE_INVALID',
      `The key ${waiting.kid} is published already and signs from ${new Date(waiting.signsFrom).toISOString()}: wait until then.`,
      {
        detail: { kid: waiting.kid, signsFrom: new Date(waiting.signsFrom).toISOString() },
      },
    );
  }
  const signing = signingKeyOf(ring, now);
  const signsFrom = now + leadMs;
  const earlier = ring
    .filter((key) => holds(key, now))
    .map((key) => (key === signing ? { ...key, honouredUntil: signsFrom + LONGEST_TTL_SECONDS * 1000 + GRACE_MS } : { ...key, jwk: publicJwk(key.jwk) }));
  return [...earlier, { kid: made.kid, jwk: made, signsFrom, honouredUntil: null }];
};

export const publicJwk = ({ kty = '', n = '', e = '' }: JWK): JWK => ({ kty, n, e });

/** A new private key with its id (RFC 7638). */
export const makeJwk = async (): Promise<JWK & { readonly kid: string }> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { modulusLength: KEY_BITS, extractable: true });
  return withKid(await exportJWK(privateKey));
};

const withKid = async (jwk: JWK): Promise<JWK & { readonly kid: string }> => ({ ...jwk, kid: await calculateJwkThumbprint(publicJwk(jwk)) });

interface WrittenKey {
  readonly jwk: JWK;
  readonly signsFrom: string;
  readonly honouredUntil: string | null;
}

export const writeRing = (ring: KeyRing): Uint8Array => {
  const keys = ring.map(
    ({ jwk, signsFrom, honouredUntil }): WrittenKey => ({
      jwk,
      signsFrom: new Date(signsFrom).toISOString(),
      honouredUntil: honouredUntil === null ? null : new Date(honouredUntil).toISOString(),
    }),
  );
  return new TextEncoder().encode(JSON.stringify({ keys }, null, 2));
};

/** A key that people gave alone has always signed. Throws `CONFIG_INVALID`, quoting nothing. */
export const readRing = async (secret: Uint8Array): Promise<KeyRing> => {
  try {
    const text = new TextDecoder().decode(secret).trim();
    if (!text.startsWith('{')) return [await alone(await exportJWK(await importPKCS8(text, ALGORITHM, { extractable: true })))];
    const value = JSON.parse(text) as JWK | { readonly keys: readonly WrittenKey[] };
    if (!('keys' in value)) return [await alone(value as JWK)];
    return await Promise.all((value.keys as readonly WrittenKey[]).map(readKey));
  } catch (cause) {
    // The cause may quote the key, so it stays out.
    const kind = cause instanceof Error ? cause.name : 'unknown error';
    throw new RegError(
      'CONFIG_INVALID',
      `The secret ${SIGNING_KEY} has to be an RSA private key for RS256, as PKCS#8 PEM or JWK, or what \`reg keys rotate\` wrote (${kind}).`,
    );
  }
};

const alone = async (jwk: JWK): Promise<RingKey> => {
  if (jwk.kty !== 'RSA' || typeof jwk.d !== 'string') throw new TypeError('not a private key');
  // Says whether it is one.
  createPrivateKey({ key: jwk, format: 'jwk' });
  const { kid, ...key } = await withKid(jwk);
  return { kid, jwk: key, signsFrom: 0, honouredUntil: null };
};

const readKey = async ({ jwk, signsFrom, honouredUntil }: WrittenKey): Promise<RingKey> => ({
  kid: (await withKid(jwk)).kid,
  jwk,
  signsFrom: Date.parse(signsFrom),
  honouredUntil: honouredUntil === null ? null : Date.parse(honouredUntil),
});

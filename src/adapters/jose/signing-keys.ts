import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { base64url, errors, exportPKCS8, generateKeyPair, type JWSHeaderParameters } from 'jose';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { ALGORITHM, holds, KEY_BITS, type KeyRing, publicJwk, type RingKey, readRing, SIGNING_KEY, signingKeyOf } from './key-ring.ts';
import { createKnownHeaderCheck, type KnownHeaderCheck, type TokenKind } from './known-header.ts';
import { checkInPool, type SignatureThread } from './signatures.ts';

/** A key of the ring, ready for use. */
export interface SigningKey extends RingKey {
  readonly publicKey: KeyObject;
  /** Null once it signs no more. */
  readonly privateKey: KeyObject | null;
  readonly check: KnownHeaderCheck;
}

type Prepared = Pick<SigningKey, 'publicKey' | 'privateKey' | 'check'>;

/** The keys that tokens are signed and checked with here, as they change. */
export interface SigningKeys {
  /** The key that signs now, with its private half. */
  signing(): Promise<{ readonly kid: string; readonly privateKey: KeyObject }>;
  /** The key of a token that begins as ours do, and the token's kind; null for any other. */
  ofToken(token: string): { readonly key: SigningKey; readonly kind: TokenKind } | null;
  /** The key that a header names; one without a name means the key that signs. Rejects where there is none. */
  ofHeader(header: JWSHeaderParameters): Promise<KeyObject>;
  /** Looks at the secret again where the last look is old, without waiting. */
  renew(): void;
  /** Public keys whose tokens are taken, now or later (RFC 7517). */
  published(): readonly Readonly<Record<string, unknown>>[];
}

export interface SigningKeysOptions {
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly issuer: string;
  readonly skewSeconds: number;
  /** Checks signatures where it is given; null: libuv's pool. */
  readonly thread: SignatureThread | null;
  /** Called when the keys are others than before. */
  readonly changed: () => void;
}

const LOOK_MS = 300_000;
const COOLDOWN_MS = 60_000;

/**
 * Reads the ring, or makes its first key, and looks at the secret again every five minutes in which it is used, so that
 * `reg keys rotate` needs no restart. Where a token of ours names a key that is not known, it looks at once, but never more
 * than once a minute. Where the secret cannot be read the last known keys stay.
 */
export const createSigningKeys = async ({ secrets, clock, issuer, skewSeconds, thread, changed }: SigningKeysOptions): Promise<SigningKeys> => {
  const ready = new Map<string, Prepared>();
  let text = await secrets.getOrCreate(SIGNING_KEY, makeFirst);
  let lookedAt = clock.now();
  let looking: Promise<void> | null = null;

  const prepare = ({ kid, jwk }: RingKey): Prepared => {
    const known = ready.get(kid);
    if (known !== undefined) return known;
    const publicKey = createPublicKey({ key: publicJwk(jwk), format: 'jwk' });
    const isSigned = thread?.checkWith(publicKey) ?? checkInPool(publicKey);
    const privateKey = jwk.d === undefined ? null : createPrivateKey({ key: jwk, format: 'jwk' });
    const made = { publicKey, privateKey, check: createKnownHeaderCheck({ isSigned, headers: headersOf(kid), issuer, skewSeconds }) };
    ready.set(kid, made);
    return made;
  };
  const prepared = (ring: KeyRing): readonly SigningKey[] => ring.map((key) => ({ ...key, ...prepare(key) }));

  let keys = prepared(await readRing(text));

  const look = async (): Promise<void> => {
    lookedAt = clock.now();
    try {
      const latest = await secrets.latest(SIGNING_KEY);
      if (Buffer.compare(latest, text) === 0) return;
      keys = prepared(await readRing(latest));
      text = latest;
      changed();
    } catch {
      // The last known keys stay.
    }
  };

  const lookAfter = (milliseconds: number): Promise<void> => {
    if (looking !== null) return looking;
    if (clock.now() - lookedAt < milliseconds) return Promise.resolve();
    looking = look().finally(() => {
      looking = null;
    });
    return looking;
  };

  const signing = (): SigningKey | undefined => {
    const kid = signingKeyOf(keys, clock.now())?.kid;
    return keys.find((key) => key.kid === kid);
  };

  const named = (kid: string | undefined): SigningKey | undefined => {
    const now = clock.now();
    return kid === undefined ? signing() : keys.find((key) => key.kid === kid && holds(key, now));
  };

  return {
    signing: async () => {
      await lookAfter(LOOK_MS);
      const key = signing();
      if (key === undefined || key.privateKey === null)
        throw new RegError('CONFIG_INVALID', `The secret ${SIGNING_KEY} has no key that signs yet: "reg keys rotate --leaked" puts in one that does.`);
      return { kid: key.kid, privateKey: key.privateKey };
    },
    ofToken: (token) => {
      for (const key of keys) {
        const kind = key.check.kindOf(token);
        if (kind !== null) return holds(key, clock.now()) ? { key, kind } : null;
      }
      return null;
    },
    ofHeader: async ({ kid }) => {
      if (named(kid) === undefined) await lookAfter(COOLDOWN_MS);
      const key = named(kid);
      if (key === undefined) throw new errors.JWKSNoMatchingKey();
      return key.publicKey;
    },
    renew: () => void lookAfter(LOOK_MS),
    published: () => keys.filter((key) => holds(key, clock.now())).map(({ kid, jwk }) => ({ ...publicJwk(jwk), kid, alg: ALGORITHM, use: 'sig' })),
  };
};

/** The header as it begins a token of this kind. */
export const headerOf = (kind: TokenKind, kid: string) => ({ alg: ALGORITHM, typ: `${kind}+jwt`, kid });

const headersOf = (kid: string): Readonly<Record<TokenKind, string>> => {
  const encoded = (kind: TokenKind): string => base64url.encode(JSON.stringify(headerOf(kind, kid)));
  return { fan: encoded('fan'), app: encoded('app'), operator: encoded('operator') };
};

const makeFirst = async (): Promise<Uint8Array> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { modulusLength: KEY_BITS, extractable: true });
  return new TextEncoder().encode(await exportPKCS8(privateKey));
};

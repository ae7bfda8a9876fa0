import { type CryptoKey, createLocalJWKSet, errors, type FlattenedJWSInput, type JWSHeaderParameters, type LocalJWKSet } from 'jose';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpConnections } from '../../ports/http.ts';
import type { FanIssuer } from '../../ports/tokens.ts';
import { discoverKeysUri, fetchKeys } from './published-keys.ts';

/** Finds the key that a token names. */
export type KeyFinder = (header: JWSHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>;

export interface RemoteKeysOptions extends Pick<FanIssuer, 'issuer' | 'jwksUri'> {
  readonly connections: HttpConnections;
  readonly clock: Clock;
  /** What is said where no keys are known and none can be fetched. Default: where to look for the sign-in's. */
  readonly unreachable?: string;
}

const SIGN_IN_UNREACHABLE = "The sign-in's keys cannot be fetched: look at REG_ISSUER and REG_JWKS_URI, and whether they can be reached from here.";
const COOLDOWN_MS = 60_000;
/** From here on keys are fetched again while tokens go on by those that are known. */
const RENEW_MS = 300_000;
/** From here on a token waits for the fetched ones, so that what the issuer took back is not taken for long. */
const MAX_AGE_MS = 600_000;

/**
 * An issuer's published keys, fetched again every five minutes in which tokens come. A key id that is not among them has
 * them fetched at once, but never more than once a minute, so made-up ids cost nothing and hold up nobody whose key is
 * known; keys that the issuer publishes side by side all work. While it cannot be reached the last known keys stay, and no
 * token waits; with none known yet: `SERVICE_UNAVAILABLE`.
 * (jose's own remote set goes by the wall clock, which no test can set, and lets all tokens wait where the issuer is slow.)
 */
export const createRemoteKeys = ({ issuer, jwksUri, connections, clock, unreachable = SIGN_IN_UNREACHABLE }: RemoteKeysOptions): KeyFinder => {
  let keys: { readonly find: LocalJWKSet; readonly fetchedAt: number } | null = null;
  let uri = jwksUri;
  let triedAt = Number.NEGATIVE_INFINITY;
  let hasFailed = false;
  let fetching: Promise<void> | null = null;

  /** Asked each time, as an issuer may move its keys; where it does not say, they are where they were. */
  const keysUri = async (): Promise<string> => {
    if (jwksUri !== null) return jwksUri;
    const last = uri;
    uri = await discoverKeysUri(issuer, connections).catch((error: unknown) => {
      if (last === null) throw error;
      return last;
    });
    return uri;
  };

  const fetchNow = async (): Promise<void> => {
    triedAt = clock.now();
    try {
      keys = { find: createLocalJWKSet(await fetchKeys(await keysUri(), connections)), fetchedAt: triedAt };
      hasFailed = false;
    } catch {
      hasFailed = true;
    }
  };

  const refresh = (): Promise<void> => {
    if (fetching !== null) return fetching;
    if (clock.now() - triedAt < COOLDOWN_MS) return Promise.resolve();
    fetching = fetchNow().finally(() => {
      fetching = null;
    });
    return fetching;
  };

  const renewed = async (): Promise<LocalJWKSet> => {
    const age = keys === null ? Number.POSITIVE_INFINITY : clock.now() - keys.fetchedAt;
    const renewing = age >= RENEW_MS ? refresh() : null;
    if (keys === null || (age >= MAX_AGE_MS && !hasFailed)) await renewing;
    return known();
  };

  const known = (): LocalJWKSet => {
    if (keys !== null) return keys.find;
    throw new RegError('SERVICE_UNAVAILABLE', unreachable);
  };

  return async (header, token) => {
    const find = await renewed();
    try {
      return await find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await refresh();
      return known()(header, token);
    }
  };
};

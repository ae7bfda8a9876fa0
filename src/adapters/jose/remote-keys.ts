import { type CryptoKey, createLocalJWKSet, errors, type FlattenedJWSInput, type JSONWebKeySet, type JWSHeaderParameters, type LocalJWKSet } from 'jose';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpConnections } from '../../ports/http.ts';

/** Finds the key that a token names. */
export type KeyFinder = (header: JWSHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>;

const COOLDOWN_MS = 60_000;
const MAX_AGE_MS = 600_000;
const TIMEOUT_MS = 5000;
const MAX_LENGTH = 256 * 1024;

/**
 * An issuer's published keys, kept for ten minutes. A key id that is not among them has them fetched again, at
 * most once a minute, so made-up ids cost nothing; keys that the issuer publishes side by side all work. While it
 * cannot be reached the last known keys stay; with none known yet: `SERVICE_UNAVAILABLE`. No redirect is followed.
 * (jose's own remote set does the same by the wall clock, which no test can set.)
 */
export const createRemoteKeys = ({
  uri,
  connections,
  clock,
  unreachable = "The sign-in's keys cannot be fetched: look at REG_JWKS_URI and whether it can be reached.",
}: {
  readonly uri: string;
  readonly connections: HttpConnections;
  readonly clock: Clock;
  /** What is said where no keys are known and none can be fetched. */
  readonly unreachable?: string;
}): KeyFinder => {
  let keys: { readonly find: LocalJWKSet; readonly fetchedAt: number } | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | null = null;

  const refresh = (): Promise<void> => {
    if (fetching !== null) return fetching;
    if (clock.now() - triedAt < COOLDOWN_MS) return Promise.resolve();
    triedAt = clock.now();
    fetching = fetchKeys(uri, connections)
      .then((set) => {
        keys = { find: createLocalJWKSet(set), fetchedAt: triedAt };
      })
      .catch(() => undefined)
      .finally(() => {
        fetching = null;
      });
    return fetching;
  };

  const known = (): LocalJWKSet => {
    if (keys === null) throw new RegError('SERVICE_UNAVAILABLE', unreachable);
    return keys.find;
  };

  return async (header, token) => {
    if (keys === null || clock.now() - keys.fetchedAt >= MAX_AGE_MS) await refresh();
    try {
      return await known()(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await refresh();
      return known()(header, token);
    }
  };
};

const fetchKeys = async (uri: string, connections: HttpConnections): Promise<JSONWebKeySet> => {
  const { origin, pathname, search } = new URL(uri);
  const { statusCode, body } = await connections.request({
    origin,
    path: `${pathname}${search}`,
    method: 'GET',
    headers: { accept: 'application/jwk-set+json, application/json' },
    body: null,
    signal: null,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  });
  const text = await body.text();
  if (statusCode !== 200 || text.length > MAX_LENGTH) throw new RegError('SERVICE_UNAVAILABLE', 'An issuer answered something else than its keys.');
  return JSON.parse(text) as JSONWebKeySet;
};

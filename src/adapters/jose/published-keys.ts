import type { JSONWebKeySet } from 'jose';
import { RegError } from '../../errors.ts';
import type { HttpConnections } from '../../ports/http.ts';

const TIMEOUT_MS = 5000;
const MAX_LENGTH = 256 * 1024;

/** Fetches what an issuer publishes now; rejects where it does not answer so. No redirect is followed. */
export const fetchKeys = async (uri: string, connections: HttpConnections): Promise<JSONWebKeySet> => (await fetchJson(uri, connections)) as JSONWebKeySet;

/**
 * Where an issuer's keys are, by its own description (OpenID Connect Discovery 1.0, 4). One that calls itself by another name than it was
 * asked for by is not believed (4.3), nor one that was reached by TLS and whose keys would not be.
 */
export const discoverKeysUri = async (issuer: string, connections: HttpConnections): Promise<string> => {
  const found = await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, connections);
  const { issuer: named, jwks_uri: uri } = found as { readonly issuer?: unknown; readonly jwks_uri?: unknown };
  const url = typeof uri === 'string' ? URL.parse(uri) : null;
  if (named !== issuer || url === null || (url.protocol !== 'https:' && url.protocol !== new URL(issuer).protocol)) throw unexpected();
  return url.href;
};

const fetchJson = async (uri: string, connections: HttpConnections): Promise<object> => {
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
  if (statusCode !== 200 || text.length > MAX_LENGTH) throw unexpected();
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw unexpected();
  return value;
};

const unexpected = (): RegError => new RegError('SERVICE_UNAVAILABLE', 'The sign-in answered something else than where its keys are, or than its keys.');

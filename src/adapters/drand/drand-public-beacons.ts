import { RegError } from '../../errors.ts';
import type { HttpConnections } from '../../ports/http.ts';
import type { PublicBeacons } from '../../ports/public-beacons.ts';

export interface DrandPublicBeaconsOptions {
  readonly connections: HttpConnections;
  /** A relay of drand's HTTP API, `https://api.drand.sh`. No slash at the end. */
  readonly url: string;
}

const TIMEOUT_MS = 10_000;
const HEX = /^(?:[0-9a-f]{2}){1,512}$/;

/** drand's HTTP API, version 1. Any relay will do, as what it says is checked. */
export const createDrandPublicBeacons = ({ connections, url }: DrandPublicBeaconsOptions): PublicBeacons => {
  const { origin, pathname } = new URL(url);
  const get = async (path: string): Promise<Readonly<Record<string, unknown>>> => {
    try {
      const { statusCode, body } = await connections.request({
        origin,
        path: `${pathname.replace(/\/$/, '')}${path}`,
        method: 'GET',
        headers: { accept: 'application/json' },
        body: null,
        signal: null,
        headersTimeout: TIMEOUT_MS,
        bodyTimeout: TIMEOUT_MS,
      });
      const text = await body.text();
      const answer: unknown = statusCode === 200 ? JSON.parse(text) : null;
      if (isObject(answer)) return answer;
    } catch {
      // Said below, whatever it was.
    }
    throw unavailable(url);
  };

  return {
    chain: async (chainHash) => {
      const { public_key, period, genesis_time, groupHash, schemeID, metadata } = await get(`/${chainHash}/info`);
      const beaconId = isObject(metadata) ? metadata.beaconID : undefined;
      if (!isHex(public_key) || !isHex(groupHash) || !isCount(period) || !isCount(genesis_time) || typeof schemeID !== 'string' || typeof beaconId !== 'string')
        throw unavailable(url);
      return { publicKey: public_key, period, genesisTime: genesis_time, groupHash, schemeId: schemeID, beaconId };
    },
    round: async (chainHash, round) => {
      const { round: found, signature, previous_signature } = await get(`/${chainHash}/public/${round}`);
      if (found !== round || !isHex(signature) || (previous_signature !== undefined && !isHex(previous_signature))) throw unavailable(url);
      return { round, signature, previousSignature: previous_signature ?? null };
    },
  };
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isHex = (value: unknown): value is string => typeof value === 'string' && HEX.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0 && (value as number) < 2 ** 32;

const unavailable = (url: string): RegError =>
  new RegError(
    'SERVICE_UNAVAILABLE',
    `${url} does not give the drand round that the rules ask for: it has not come out yet, or REG_DRAND_URL is no relay of its chain.`,
  );

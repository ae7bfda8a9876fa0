import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256, toHex } from './sha256.ts';

/** A drand chain as it describes itself (drand's HTTP API, `/<chain hash>/info`); keys and hashes are hex, times seconds. */
export interface DrandChain {
  readonly publicKey: string;
  readonly period: number;
  readonly genesisTime: number;
  readonly groupHash: string;
  readonly schemeId: string;
  readonly beaconId: string;
}

/** One round of a chain, in hex. */
export interface DrandRound {
  readonly round: number;
  readonly signature: string;
  /** Of chains whose rounds each sign the one before; else null. */
  readonly previousSignature: string | null;
}

/** What a draw publishes of the round that it was made with: all that it takes to check it without asking anybody. */
export interface DrandRandomness extends DrandRound {
  readonly kind: 'drand';
  /** The 32 bytes that go into the seed, in hex. */
  readonly value: string;
  readonly chain: DrandChain;
}

interface Scheme {
  readonly isChained: boolean;
  readonly verify: (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean;
}

const onG1 = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean => {
  const { hash, verify } = bls12_381.shortSignatures;
  return verify(signature, hash(message, 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'), publicKey);
};
const onG2 = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean => {
  const { hash, verify } = bls12_381.longSignatures;
  return verify(signature, hash(message, 'BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_'), publicKey);
};

/** By drand's names (drand/drand, crypto/schemes.go). */
const SCHEMES: ReadonlyMap<string, Scheme> = new Map([
  ['pedersen-bls-chained', { isChained: true, verify: onG2 }],
  ['pedersen-bls-unchained', { isChained: false, verify: onG2 }],
  ['bls-unchained-g1-rfc9380', { isChained: false, verify: onG1 }],
]);
/** Chains of before there were several had no id, and their hash has none in it. */
const NAMELESS = 'default';

/** A chain's hash, in hex: it stands for the public key, so a round that holds by that key is of the chain. */
export const chainHashOf = ({ publicKey, period, genesisTime, groupHash, beaconId }: DrandChain): string => {
  const id = beaconId === NAMELESS ? '' : beaconId;
  return toHex(sha256(Buffer.concat([uint32(period), uint64(genesisTime), Buffer.from(publicKey, 'hex'), Buffer.from(groupHash, 'hex'), Buffer.from(id)])));
};

/** When a round comes out, in UTC milliseconds. */
export const roundTime = ({ genesisTime, period }: DrandChain, round: number): number => (genesisTime + (round - 1) * period) * 1000;

/** The randomness of a round: the SHA-256 of its signature, in hex. */
export const randomnessOf = ({ signature }: Pick<DrandRound, 'signature'>): string => toHex(sha256(Buffer.from(signature, 'hex')));

/** What is wrong with a round that is said to be the one the rules ask for; null where it is. */
export const drandProblem = (rule: { readonly chainHash: string; readonly round: number }, found: DrandRandomness): string | null => {
  const { chain, round, signature, previousSignature, value } = found;
  if (chainHashOf(chain) !== rule.chainHash) return `the chain has the hash ${chainHashOf(chain)}, the rules ask for ${rule.chainHash}`;
  if (round !== rule.round) return `it is round ${round}, the rules ask for ${rule.round}`;
  const scheme = SCHEMES.get(chain.schemeId);
  if (scheme === undefined) return `the signature scheme ${chain.schemeId} is not known`;
  if (scheme.isChained !== (previousSignature !== null)) return `the scheme ${chain.schemeId} ${scheme.isChained ? 'needs' : 'has no'} previous signature`;
  const before = scheme.isChained ? Buffer.from(previousSignature ?? '', 'hex') : Buffer.alloc(0);
  const message = Buffer.from(sha256(Buffer.concat([before, uint64(round)])), 'latin1');
  try {
    if (!scheme.verify(bytes(signature), message, bytes(chain.publicKey))) return 'the signature does not hold';
  } catch {
    return 'the signature or the public key is none';
  }
  return value === randomnessOf(found) ? null : 'the value is not the SHA-256 of the signature';
};

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const uint32 = (value: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value);
  return buffer;
};
const uint64 = (value: number): Buffer => {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64BE(BigInt(value));
  return buffer;
};

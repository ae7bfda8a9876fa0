import { createHash } from 'node:crypto';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { chainHashOf, type DrandChain, type DrandRound, roundTime } from '../../src/domain/draw/drand.ts';
import { RegError } from '../../src/errors.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { PublicBeacons } from '../../src/ports/public-beacons.ts';

/** The chain quicknet, as the League of Entropy runs it, and a round of it. */
export const quicknet: DrandChain = {
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  period: 3,
  genesisTime: 1_692_803_367,
  groupHash: 'f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e',
  schemeId: 'bls-unchained-g1-rfc9380',
  beaconId: 'quicknet',
};
export const QUICKNET_HASH = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971';
export const quicknetRound: DrandRound = {
  round: 1000,
  signature: 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
  previousSignature: null,
};
export const QUICKNET_VALUE = 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd';

/** The first chain, whose rounds sign the one before, and a round of it. */
export const mainnet: DrandChain = {
  publicKey: '868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31',
  period: 30,
  genesisTime: 1_595_431_050,
  groupHash: '176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a',
  schemeId: 'pedersen-bls-chained',
  beaconId: 'default',
};
export const MAINNET_HASH = '8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce';
export const mainnetRound: DrandRound = {
  round: 3_311_596,
  signature:
    'a696b9409ababce45749c3a4ec369074453dd4a79967734e1390d969c8ad8d98897d217b9121e92c8ddebbddda8d92f900e3bd6bf9deb166863b1a19390d743f82774001487594c5c09e581db7365f02b70a2c8cc41ce32446ef08e4890c4754',
  previousSignature:
    '8ed588f2a7716fb1349e2d9803da5db0005e98a83783c353d4a08f183236a9ad91d70ddb01266f4b7c576983db464b430e65680b9e0098552758afd6c1e6afcb77e3f62fe1b93d42d1cb63abbb2205512fe12fbf74ea9c5ac3b8f5c1e283a1d8',
};
export const MAINNET_VALUE = '647c07b2abbf7ff2afb4d670214f565e5cd9f9c91bfdcecb59a21f3c78d73920';

const SECRET = Uint8Array.from({ length: 32 }, (_, index) => index + 1);
const { getPublicKey, hash, sign, Signature } = bls12_381.shortSignatures;

/** A chain that a test holds the key of: round 1 comes out on 1 February 2027, 00:00 UTC, and one more each hour. */
export const testChain: DrandChain = {
  publicKey: Buffer.from(getPublicKey(SECRET).toBytes()).toString('hex'),
  period: 3600,
  genesisTime: Date.UTC(2027, 1, 1) / 1000,
  groupHash: '00'.repeat(32),
  schemeId: 'bls-unchained-g1-rfc9380',
  beaconId: 'test',
};
export const TEST_CHAIN_HASH = chainHashOf(testChain);

export const testRound = (round: number): DrandRound => {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(round));
  const message = hash(Uint8Array.from(createHash('sha256').update(number).digest()), 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_');
  return { round, signature: Buffer.from(Signature.toBytes(sign(message, SECRET))).toString('hex'), previousSignature: null };
};

/** The test's chain, whose rounds come out by the clock. */
export const testBeacons = (clock: Clock): PublicBeacons => ({
  chain: async () => testChain,
  round: async (_, round) => {
    if (clock.now() < roundTime(testChain, round)) throw new RegError('SERVICE_UNAVAILABLE', 'This round has not come out yet.');
    return testRound(round);
  },
});

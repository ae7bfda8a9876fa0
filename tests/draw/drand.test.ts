import { describe, expect, test } from 'vitest';
import { chainHashOf, type DrandRandomness, drandProblem, randomnessOf, roundTime } from '../../src/domain/draw/drand.ts';
import {
  MAINNET_HASH,
  MAINNET_VALUE,
  mainnet,
  mainnetRound,
  QUICKNET_HASH,
  QUICKNET_VALUE,
  quicknet,
  quicknetRound,
  TEST_CHAIN_HASH,
  testChain,
  testRound,
} from '../support/drand-chain.ts';

const found: DrandRandomness = { kind: 'drand', value: QUICKNET_VALUE, ...quicknetRound, chain: quicknet };
const rule = { chainHash: QUICKNET_HASH, round: 1000 };
const chained: DrandRandomness = { kind: 'drand', value: MAINNET_VALUE, ...mainnetRound, chain: mainnet };
const chainedRule = { chainHash: MAINNET_HASH, round: mainnetRound.round };

describe('a round of drand', () => {
  test('as the League of Entropy published it holds, of either kind of chain', () => {
    expect(drandProblem(rule, found)).toBeNull();
    expect(drandProblem(chainedRule, chained)).toBeNull();
    const own: DrandRandomness = { kind: 'drand', value: randomnessOf(testRound(7)), ...testRound(7), chain: testChain };
    expect(drandProblem({ chainHash: TEST_CHAIN_HASH, round: 7 }, own)).toBeNull();
  });

  test('comes out at its time', () => {
    expect([roundTime(quicknet, 1), roundTime(quicknet, 1000)]).toEqual([1_692_803_367_000, 1_692_806_364_000]);
  });

  test("a chain's hash stands for all that describes it", () => {
    expect([chainHashOf(quicknet), chainHashOf(mainnet)]).toEqual([QUICKNET_HASH, MAINNET_HASH]);
    const changes = [{ publicKey: mainnet.publicKey }, { period: 30 }, { genesisTime: 1 }, { groupHash: mainnet.groupHash }, { beaconId: 'slow' }];
    for (const change of changes) expect(chainHashOf({ ...quicknet, ...change })).not.toBe(QUICKNET_HASH);
  });

  test.each<[string, Partial<DrandRandomness>, string]>([
    ['another round', { round: 1001 }, 'it is round 1001, the rules ask for 1000'],
    ['another value', { value: '00'.repeat(32) }, 'the value is not the SHA-256 of the signature'],
    ['the signature of another chain', { signature: testRound(1000).signature }, 'the signature does not hold'],
    ['a signature that is none', { signature: 'ff'.repeat(48) }, 'the signature or the public key is none'],
    ['an empty signature', { signature: '' }, 'the signature or the public key is none'],
    ['a signature of the other curve', { signature: mainnetRound.signature }, 'the signature or the public key is none'],
    ['a previous signature that its scheme has not', { previousSignature: '00' }, 'the scheme bls-unchained-g1-rfc9380 has no previous signature'],
    ['a chain that somebody made up', { chain: testChain }, `the chain has the hash ${TEST_CHAIN_HASH}, the rules ask for ${QUICKNET_HASH}`],
    ['a scheme that nobody knows', { chain: { ...quicknet, schemeId: 'bls-unchained-on-g1' } }, 'the signature scheme bls-unchained-on-g1 is not known'],
    ['another scheme than it was signed by', { chain: { ...quicknet, schemeId: 'pedersen-bls-unchained' } }, 'the signature or the public key is none'],
  ])('%s does not hold', (_, changes, problem) => {
    expect(drandProblem(rule, { ...found, ...changes })).toBe(problem);
  });

  test('in a chain does not hold behind another than the one before', () => {
    expect(drandProblem(chainedRule, { ...chained, previousSignature: quicknetRound.signature })).toBe('the signature does not hold');
    expect(drandProblem(chainedRule, { ...chained, previousSignature: null })).toBe('the scheme pedersen-bls-chained needs previous signature');
  });
});

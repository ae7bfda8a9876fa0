import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { drandProblem, randomnessOf } from '../../src/domain/draw/drand.ts';
import type { PublicBeacons } from '../../src/ports/public-beacons.ts';
import { MAINNET_HASH, mainnet, mainnetRound, QUICKNET_HASH, quicknet, quicknetRound } from '../support/drand-chain.ts';

/** `url`: where a relay of drand's HTTP API listens. */
export type CreatePublicBeacons = (url: string) => PublicBeacons;

const infoOf = ({ publicKey, period, genesisTime, groupHash, schemeId, beaconId }: typeof quicknet, hash: string) => ({
  public_key: publicKey,
  period,
  genesis_time: genesisTime,
  hash,
  groupHash,
  schemeID: schemeId,
  metadata: { beaconID: beaconId },
});

/** What drand's relays answer, as far as it was recorded. */
const recorded: Readonly<Record<string, unknown>> = {
  [`/${QUICKNET_HASH}/info`]: infoOf(quicknet, QUICKNET_HASH),
  [`/${QUICKNET_HASH}/public/1000`]: { round: 1000, randomness: randomnessOf(quicknetRound), signature: quicknetRound.signature },
  [`/${MAINNET_HASH}/info`]: infoOf(mainnet, MAINNET_HASH),
  [`/${MAINNET_HASH}/public/${mainnetRound.round}`]: {
    round: mainnetRound.round,
    randomness: randomnessOf(mainnetRound),
    signature: mainnetRound.signature,
    previous_signature: mainnetRound.previousSignature,
  },
};

const startRelay = async (answers: Readonly<Record<string, unknown>>): Promise<string> => {
  const server = createServer(({ url = '' }, response) => {
    const answer = answers[url];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** What everybody who asks a beacon does. */
export const describePublicBeaconsContract = (adapter: string, create: CreatePublicBeacons): void => {
  describe(`public beacons: ${adapter}`, () => {
    test.each([
      ['quicknet', QUICKNET_HASH, quicknet, quicknetRound],
      ['the chain whose rounds sign the one before', MAINNET_HASH, mainnet, mainnetRound],
    ])('%s is read as it is, and its round holds', async (_, chainHash, expected, expectedRound) => {
      const beacons = create(await startRelay(recorded));
      const chain = await beacons.chain(chainHash);
      const round = await beacons.round(chainHash, expectedRound.round);
      expect({ chain, round }).toEqual({ chain: expected, round: expectedRound });
      expect(drandProblem({ chainHash, round: round.round }, { kind: 'drand', value: randomnessOf(round), ...round, chain })).toBeNull();
    });

    test('what has not come out, is another round, is no answer or cannot be reached may be asked for again', async () => {
      const failure = { code: 'SERVICE_UNAVAILABLE', retryable: true };
      const answers = {
        [`/${QUICKNET_HASH}/public/1001`]: { round: 1000, signature: quicknetRound.signature },
        [`/${QUICKNET_HASH}/public/1002`]: { round: 1002, signature: 'none' },
        [`/${QUICKNET_HASH}/public/1003`]: ['x'],
        [`/${QUICKNET_HASH}/info`]: { public_key: quicknet.publicKey, period: '3' },
      };
      const beacons = create(await startRelay(answers));
      for (const round of [1000, 1001, 1002, 1003]) await expect(beacons.round(QUICKNET_HASH, round)).rejects.toMatchObject(failure);
      await expect(beacons.chain(QUICKNET_HASH)).rejects.toMatchObject(failure);
      await expect(create('http://127.0.0.1:1').chain(QUICKNET_HASH)).rejects.toMatchObject(failure);
    });
  });
};

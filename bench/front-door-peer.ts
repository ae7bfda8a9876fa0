import { startPostgresql } from '../scripts/servers/postgresql.ts';
import { alternate, type Summary } from './measure.ts';
import { installPeers } from './peers.ts';
import { underLoad } from './under-load.ts';

/** Durable registrations a second over HTTP, against Fastify and PostgreSQL with one insert a request. */
export interface FrontDoorPeerFigures {
  readonly ratio: Summary;
  readonly perSecond: Summary;
  readonly fastifyPerSecond: Summary;
}

const WARM_UP = 5_000;

export const measureFrontDoorPeer = async ({ rounds, requests }: { readonly rounds: number; readonly requests: number }): Promise<FrontDoorPeerFigures> => {
  installPeers();
  const postgresql = await startPostgresql();
  const load = async (script: string, arg: string): Promise<number> => {
    const { perSecond, notOk } = await underLoad({ script, args: [arg], requests, warmUp: WARM_UP });
    if (notOk > 0) throw new Error(`${notOk} of ${requests} registrations were not accepted`);
    return perSecond;
  };
  try {
    const { floor, ours, ratio } = await alternate(
      rounds,
      () => load('peers/fastify-postgresql.ts', postgresql.url),
      () => load('front-door-server.ts', 'app'),
    );
    return { ratio, perSecond: ours, fastifyPerSecond: floor };
  } finally {
    await postgresql.stop();
  }
};

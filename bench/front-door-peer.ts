import { startPostgresql } from '../scripts/servers/postgresql.ts';
import { inTurns, ratioOf, type Summary, summarise } from './measure.ts';
import { onServers } from './on-servers.ts';
import { installPeers } from './peers.ts';
import { underLoad } from './under-load.ts';

/** Durable registrations a second over HTTP, against Fastify and PostgreSQL with one insert a request. */
export interface FrontDoorPeerFigures {
  readonly ratio: Summary;
  readonly perSecond: Summary;
  readonly fastifyPerSecond: Summary;
  /** A bare `node:http` server that answers the same bytes and stores nothing: what no front door can pass. */
  readonly bare: { readonly perSecond: Summary; readonly ratio: Summary };
}

const WARM_UP = 5_000;

export const measureFrontDoorPeer = async ({ rounds, requests }: { readonly rounds: number; readonly requests: number }): Promise<FrontDoorPeerFigures> => {
  installPeers();
  const load = async (script: string, arg: string): Promise<number> => {
    const { perSecond, notOk } = await underLoad({ script, args: [arg], requests, warmUp: WARM_UP });
    if (notOk > 0) throw new Error(`${notOk} of ${requests} registrations were not accepted`);
    return perSecond;
  };
  return onServers({ postgresql: startPostgresql }, async ({ postgresql }) => {
    const { fastify, bare, ours } = await inTurns(rounds, {
      fastify: () => load('peers/fastify-postgresql.ts', postgresql),
      bare: () => load('front-door-server.ts', 'bare'),
      ours: () => load('front-door-server.ts', 'app'),
    });
    return {
      ratio: ratioOf(ours, fastify),
      perSecond: summarise(ours),
      fastifyPerSecond: summarise(fastify),
      bare: { perSecond: summarise(bare), ratio: ratioOf(bare, fastify) },
    };
  });
};

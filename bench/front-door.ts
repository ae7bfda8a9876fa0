import { alternate, type Summary, summarise } from './measure.ts';
import { underLoad } from './under-load.ts';

/** Durable registrations a second over HTTP, against a bare `node:http` server that answers the same bytes. */
export interface FrontDoorFigures {
  readonly appToken: { readonly ratio: Summary; readonly perSecond: Summary; readonly p50: Summary; readonly p99: Summary };
  readonly fanTokens: { readonly ratio: Summary; readonly perSecond: Summary; readonly p50: Summary; readonly p99: Summary };
  readonly barePerSecond: Summary;
}

const WARM_UP = 10_000;

export const measureFrontDoor = async ({ rounds, requests }: { readonly rounds: number; readonly requests: number }): Promise<FrontDoorFigures> => {
  const latencies = { app: { p50: [] as number[], p99: [] as number[] }, fan: { p50: [] as number[], p99: [] as number[] } };
  const measure = (kind: 'app' | 'fan') =>
    alternate(
      rounds,
      () => load('bare', requests).then(({ perSecond }) => perSecond),
      async (round) => {
        const { perSecond, p50, p99, notOk } = await load(kind, requests);
        if (notOk > 0) throw new Error(`${notOk} of ${requests} registrations were not accepted`);
        if (round > 0) {
          latencies[kind].p50.push(p50);
          latencies[kind].p99.push(p99);
        }
        return perSecond;
      },
    );
  const app = await measure('app');
  const fan = await measure('fan');
  return {
    appToken: { ratio: app.ratio, perSecond: app.ours, p50: summarise(latencies.app.p50), p99: summarise(latencies.app.p99) },
    fanTokens: { ratio: fan.ratio, perSecond: fan.ours, p50: summarise(latencies.fan.p50), p99: summarise(latencies.fan.p99) },
    barePerSecond: app.floor,
  };
};

const load = (kind: 'bare' | 'app' | 'fan', requests: number) => underLoad({ script: 'front-door-server.ts', args: [kind], requests, warmUp: WARM_UP });

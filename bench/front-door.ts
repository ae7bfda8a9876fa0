import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { runLoad } from './load.ts';
import { alternate, type Summary, summarise } from './measure.ts';

/** Durable registrations a second over HTTP, against a bare `node:http` server that answers the same bytes. */
export interface FrontDoorFigures {
  readonly appToken: { readonly ratio: Summary; readonly perSecond: Summary; readonly p50: Summary; readonly p99: Summary };
  readonly fanTokens: { readonly ratio: Summary; readonly perSecond: Summary; readonly p50: Summary; readonly p99: Summary };
  readonly barePerSecond: Summary;
}

const CONNECTIONS = 64;
const WARM_UP = 10_000;

/** What the server under load tells: where it listens, the requests prepared for a round, and nothing else. */
export interface ServerReady {
  readonly port: number;
  /** HTTP requests as text. */
  readonly requests: readonly string[];
}

export const measureFrontDoor = async ({ rounds, requests }: { readonly rounds: number; readonly requests: number }): Promise<FrontDoorFigures> => {
  const latencies = { app: { p50: [] as number[], p99: [] as number[] }, fan: { p50: [] as number[], p99: [] as number[] } };
  const measure = (kind: 'app' | 'fan') =>
    alternate(
      rounds,
      () => underLoad('bare', WARM_UP + requests).then(({ perSecond }) => perSecond),
      async (round) => {
        const { perSecond, p50, p99, notOk } = await underLoad(kind, WARM_UP + requests);
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

const underLoad = async (kind: 'bare' | 'app' | 'fan', count: number) => {
  const server = fork(new URL('./front-door-server.ts', import.meta.url), [kind, String(count)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  try {
    const { port, requests } = await readyOf(server);
    const prepared = requests.map((text) => Buffer.from(text));
    // A server runs for days; what its compiler does in the first second is no part of the figure, on either side.
    await runLoad(port, prepared.slice(0, WARM_UP), CONNECTIONS);
    return await runLoad(port, prepared.slice(WARM_UP), CONNECTIONS);
  } finally {
    server.send('stop');
    await once(server, 'exit');
  }
};

const readyOf = async (server: ChildProcess): Promise<ServerReady> => {
  const [message] = await Promise.race([
    once(server, 'message'),
    once(server, 'exit').then(() => Promise.reject(new Error('the server under load ended before it was ready'))),
  ]);
  return message as ServerReady;
};

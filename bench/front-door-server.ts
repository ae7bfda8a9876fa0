import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileSecrets } from '../src/adapters/file/file-secrets.ts';
import { createJoseTokens } from '../src/adapters/jose/jose-tokens.ts';
import { createSystemClock } from '../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../src/adapters/system/system-random.ts';
import { createLog } from '../src/log.ts';
import { LOCAL_ISSUER } from '../src/ports/tokens.ts';
import { requestOf } from './front-door-request.ts';
import { startWithCampaign } from './open-campaign.ts';
import type { ServerReady } from './under-load.ts';

/** The process under load: `bare`, or ours with one app token (`app`) or each fan's own (`fan`). */
const [kind, countText] = process.argv.slice(2);
const count = Number(countText);
const clock = createSystemClock();
const random = createSystemRandom(clock);
const folder = await mkdtemp(join(tmpdir(), 'reg-bench-'));

const requestsOf = async (): Promise<string[]> => {
  const tokens = await createJoseTokens({
    secrets: createFileSecrets({ folder: join(folder, 'secrets'), random }),
    clock,
    random,
    issuer: LOCAL_ISSUER,
    fanIssuer: null,
  });
  const app = await tokens.sign({ kind: 'app', name: 'bench', scopes: ['entries:write'], audience: 'reg-workers', ttlSeconds: 3600 });
  const requests: string[] = [];
  for (let index = 0; index < count; index++) {
    const fan = `fan-${index}`;
    const token = kind === 'fan' ? await tokens.sign({ kind: 'fan', globalUserId: fan, email: `${fan}@example.org`, ttlSeconds: 3600 }) : app;
    requests.push(requestOf(fan, token));
  }
  return requests;
};

/** Reads the whole body and answers as many bytes as we do. */
const startBare = async (): Promise<{ port: number; stop: () => Promise<void> }> => {
  const answer = JSON.stringify({ data: { upsertEntry: { isEligible: true, reason: null, ref: 'f77caac8ccedded57b3a8747e76e6ba6', version: 1 } } });
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(answer) });
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const startOurs = async (): Promise<{ port: number; stop: () => Promise<void> }> => {
  const system = await startWithCampaign({ dataFolder: folder, clock, random, log: createLog('error'), triggered: [] });
  return { port: Number(new URL(system.url).port), stop: system.stop };
};

const requests = await requestsOf();
const { port, stop } = await (kind === 'bare' ? startBare() : startOurs());
const ready: ServerReady = { port, requests };
process.send?.(ready);
process.on('message', async () => {
  await stop();
  await rm(folder, { recursive: true });
  process.exit(0);
});

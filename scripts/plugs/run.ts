import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createOffsetClock } from '../../src/adapters/system/offset-clock.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { connect } from '../../src/cli/connection.ts';
import { openSigner } from '../../src/cli/signer.ts';
import { createLog } from '../../src/log.ts';
import { deadLetters, drained, type Missing, missing } from './arrived.ts';
import { MARKET_IDS, plugsCampaign, SLUG } from './campaign.ts';
import { type Crowd, registerCrowd } from './fans.ts';
import { type Mails, sendMails } from './mails.ts';
import type { FaultName, Plug, PluggedServer } from './plug.ts';
import { startSystem } from './system-process.ts';

export interface RunOptions {
  readonly plug: Plug;
  /** Null: nothing goes wrong, to compare with. */
  readonly fault: FaultName | null;
  readonly fans: number;
  /** Fans who begin in one second. */
  readonly perSecond: number;
  /** How long the plug is out. */
  readonly outageMs: number;
}

/** What was seen in one run. */
export interface Outcome {
  readonly server: string;
  readonly fault: string;
  readonly how: string;
  readonly crowd: Omit<Crowd, 'registered'> & { readonly registered: number };
  /** Milliseconds from the mending (or the last fan, if that was later) to the moment when nothing was on its way any more. */
  readonly drainMs: number;
  readonly deadLetters: Readonly<Record<string, number>>;
  readonly missing: Missing;
  readonly mails: Mails | null;
}

const HOUR_MS = 60 * 60_000;
/** Where the outage begins, as a part of the fans. */
const PULLED_AFTER = 0.25;
const WINNERS = 400;

/** One run with one server and one fault. Rejects for a fault that the server does not have. */
export const runPlug = async (options: RunOptions): Promise<Outcome> => {
  const server = await options.plug.start();
  const folder = await mkdtemp(join(tmpdir(), 'plugs-'));
  try {
    const outcome = await runWith(server, join(folder, 'data'), options);
    await rm(folder, { recursive: true });
    return outcome;
  } finally {
    await server.stop();
  }
};

const runWith = async (server: PluggedServer, dataFolder: string, { plug, fault: name, fans, perSecond, outageMs }: RunOptions): Promise<Outcome> => {
  const fault = name === null ? null : server.faults[name];
  if (typeof fault === 'string') throw new Error(`${plug.name} is never ${name}: ${fault}`);
  await server.prepare(dataFolder);
  // Mails are planned at the full hour: there has to be time before for fans and draw.
  const comingMs = Math.ceil((fans / perSecond) * 1000);
  const startAt = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS - comingMs - 60_000;
  // Fans whom an outage holds up may come late; a draw needs the close.
  const close = startAt + (plug.during === 'registration' ? 50 * 60_000 : comingMs + 20_000);
  const system = await startSystem({ dataFolder, startAt, env: server.env });
  const clock = createOffsetClock(createSystemClock(), startAt);
  const random = createSystemRandom(clock);
  const identity = { dataFolder, deployment: null, clock, random };
  const connection = connect({ ...identity, url: system.url, token: null, log: createLog('silent') });
  const outage = async (): Promise<void> => {
    await fault?.pull();
    await wait(outageMs);
    await fault?.mend();
  };
  try {
    const signer = await openSigner(identity);
    const token = await signer.sign({ kind: 'app', name: 'plugs', scopes: ['entries:write'], audience: 'reg-workers', ttlSeconds: 3600 });
    await connection.campaign.putCampaign({ params: { campaignId: SLUG }, body: { file: { ...plugsCampaign(startAt, close, WINNERS) } } });
    await connection.campaign.setStatus({ params: { campaignId: SLUG }, body: { status: 'OPEN' } });
    const duringRegistration = plug.during === 'registration';
    let out: Promise<void> | null = null;
    const crowd = await registerCrowd({
      url: system.url,
      token,
      slug: SLUG,
      markets: MARKET_IDS,
      fans,
      perSecond,
      began: (count) => {
        if (!duringRegistration || out !== null || count < fans * PULLED_AFTER) return;
        out = outage();
        // Waited for below; a failure must not end the process before.
        out.catch(() => undefined);
      },
    });
    await out;
    const drainMs = await drained(connection);
    const mails = server.received === null ? null : await sendMails({ connection, clock, close, outage, received: server.received });
    if (mails !== null) await drained(connection);
    const { registered, ...answers } = crowd;
    return {
      server: plug.name,
      fault: name ?? 'none',
      how: fault?.how ?? '',
      crowd: { ...answers, registered: registered.length },
      drainMs,
      deadLetters: await deadLetters(connection),
      missing: await missing(connection, registered),
      mails,
    };
  } finally {
    await connection.close();
    await system.stop();
  }
};

import { createUndiciConnections } from '../src/adapters/http/undici-connections.ts';
import { readConfig } from '../src/config.ts';
import type { Environment } from '../src/environment.ts';
import type { Log } from '../src/log.ts';
import type { Clock } from '../src/ports/clock.ts';
import type { Random } from '../src/ports/random.ts';
import { createSystem } from '../src/runtime/embedded/system.ts';
import type { System } from '../src/runtime/system.ts';
import { campaignContract } from '../src/services/campaign/contract.ts';
import { CONNECTION_LIMITS, createServiceClient } from '../src/services/client/service-client.ts';
import type { WorkerName } from '../src/topology.ts';

const DAY_MS = 86_400_000;

const market = (id: string) => ({
  id,
  name: id,
  city: 'London',
  country: 'GB',
  timezone: 'Europe/London',
  capacity: 1000,
  waitlistCapacity: 100,
  codes: { mode: 'unique' },
  event: {
    ids: [id],
    date: '2031-06-01T19:00:00Z',
    presaleDateTime: '2031-01-01T10:00:00Z',
    venue: 'Hall',
    link: 'https://tickets.example/',
    ticketer: 'example',
  },
});

/** A campaign as plain as most are, open from yesterday to tomorrow. */
const campaignFile = (now: number) => ({
  slug: 'bench',
  name: 'Bench',
  artist: 'The Example Band',
  referenceTimezone: 'Europe/London',
  date: {
    open: new Date(now - DAY_MS).toISOString(),
    close: new Date(now + DAY_MS).toISOString(),
    presaleStart: '2031-01-01T10:00:00Z',
    presaleEnd: '2031-01-02T10:00:00Z',
    reminders: [],
  },
  locales: ['en'],
  selection: { method: 'weighted', maxLots: 5 },
  preferences: [
    { key: 'markets', type: 'markets' },
    { key: 'tickets', type: 'ticket_count', min: 1, max: 4 },
    { key: 'newsletter', type: 'opt_in', is_optional: true },
  ],
  markets: [market('bench-1'), market('bench-2')],
});

export interface OpenCampaignOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly triggered: readonly WorkerName[];
  /** Default none: everything is embedded. */
  readonly env?: Environment;
}

/** The whole system on a free port, with the campaign `bench` open. */
export const startWithCampaign = async (options: OpenCampaignOptions): Promise<System> => {
  const config = readConfig(options.env ?? {}, { dataFolder: options.dataFolder, port: 0, logLevel: 'error' });
  const system = await createSystem({ ...options, config, ticking: false });
  const campaigns = createServiceClient(campaignContract, {
    ...options,
    connections: createUndiciConnections(CONNECTION_LIMITS),
    baseUrl: `${system.url}/services/campaign`,
    token: system.operatorToken,
  });
  await campaigns.putCampaign({ params: { campaignId: 'bench' }, body: { file: campaignFile(options.clock.now()) } });
  await campaigns.setStatus({ params: { campaignId: 'bench' }, body: { status: 'OPEN' } });
  return system;
};

import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { type Connection, connect } from '../../src/cli/connection.ts';
import { silentLog } from '../support/silent-log.ts';
import type { Cloud } from './cloud.ts';
import { SLUG } from './small-campaign.ts';
import { until } from './until.ts';

/** The small campaign in a cloud, as an operator and an app see it. */
export interface Reached {
  readonly connection: Connection;
  /** Waits until nothing is on its way. */
  drained(): Promise<void>;
  /** How many entries the Entry Service has. */
  replicated(): Promise<number>;
  /** By the queue or stream worker that has any. */
  deadLetters(): Promise<Readonly<Record<string, number>>>;
  /** Of how many fans the event log has registrations. */
  publishedFans(): Promise<number>;
  withdraw(fan: string): Promise<boolean>;
  close(): Promise<void>;
}

const DRAINED_SECONDS = 30;
const WITHDRAW = 'mutation ($slug: String!, $fan: String!) { withdrawEntry(slug: $slug, globalUserId: $fan) { isWithdrawn } }';

export const connectTo = async (cloud: Cloud, dataFolder: string): Promise<Reached> => {
  const { token } = (await cloud.reg('token', 'operator', '--name', 'tests')) as { readonly token: string };
  const app = (await cloud.reg('token', 'app', '--name', 'tests', '--scope', 'entries:write entries:read')) as { readonly token: string };
  const clock = createSystemClock();
  const options = { url: cloud.url, dataFolder, deployment: null, clock, random: createSystemRandom(clock), log: silentLog };
  const connection = connect({ ...options, token });
  const asApp = connect({ ...options, token: app.token });
  const graphql = asApp.graphql({ scopes: [], connections: 2 });
  return {
    connection,
    drained: async () => {
      await until(
        'rest',
        DRAINED_SECONDS,
        () => connection.operator.flow({}),
        ({ idle }) => idle,
      );
    },
    replicated: async () => (await connection.entry.countEntries({ params: { campaignId: SLUG } })).entries,
    deadLetters: async () => {
      const { queues, streams } = await connection.operator.flow({});
      const counts = [
        ...queues.map(({ queue, deadLetters }) => [queue, deadLetters] as const),
        ...streams.map((one) => [one.worker, one.deadLetters] as const),
      ];
      return Object.fromEntries(counts.filter(([, count]) => count > 0));
    },
    publishedFans: async () => {
      const { events } = (await cloud.reg('events', 'registrations', '--limit', '1000')) as { readonly events: readonly { readonly key: string }[] };
      return new Set(events.map(({ key }) => key)).size;
    },
    withdraw: async (fan) => {
      const { withdrawEntry } = await graphql.request<{ withdrawEntry: { isWithdrawn: boolean } }>(WITHDRAW, { slug: SLUG, fan });
      return withdrawEntry.isWithdrawn;
    },
    close: async () => {
      await graphql.close();
      await asApp.close();
      await connection.close();
    },
  };
};

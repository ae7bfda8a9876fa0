import { startApicurio } from '../../scripts/servers/apicurio.ts';
import { startDynamodbLocal } from '../../scripts/servers/dynamodb-local.ts';
import { startFerretdb } from '../../scripts/servers/ferretdb.ts';
import { startKafka } from '../../scripts/servers/kafka.ts';
import { startMinistack } from '../../scripts/servers/ministack.ts';
import type { RunningServer } from '../../scripts/servers/process.ts';
import { startRedis } from '../../scripts/servers/redis.ts';
import { type ServerName, urlVariable } from './server-url.ts';

const servers: Readonly<Record<ServerName, () => Promise<RunningServer>>> = {
  dynamodb: startDynamodbLocal,
  ministack: startMinistack,
  mongo: startFerretdb,
  kafka: startKafka,
  schema_registry: startApicurio,
  redis: startRedis,
};

/** Installs and starts each server before the first suite, unless its variable says where one runs, and stops them after the last. */
export default async (): Promise<() => Promise<void>> => {
  const missing = Object.entries(servers).filter(([name]) => !process.env[urlVariable(name)]);
  const started = await Promise.allSettled(missing.map(async ([name, start]) => ({ name, server: await start() })));
  const running = started.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const stop = async (): Promise<void> => {
    await Promise.all(running.map(({ server }) => server.stop()));
  };
  const failed = started.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  for (const { name, server } of running) process.env[urlVariable(name)] = server.url;
  return stop;
};

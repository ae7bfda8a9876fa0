import { onTestFinished } from 'vitest';
import { createKafkaClients, type KafkaClients } from '../../src/adapters/kafka/kafka-client.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { serverUrl } from './server-url.ts';

/** Clients of a broker without TLS, closed with the test. */
export const plainClients = (broker: string = serverUrl('kafka')): KafkaClients => {
  const clients = createKafkaClients({ brokers: [broker], secret: null, secrets: createMemorySecrets(), clock: createSystemClock() });
  onTestFinished(() => clients.close());
  return clients;
};

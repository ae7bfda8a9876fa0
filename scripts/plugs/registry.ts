import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Admin } from '@platformatic/kafka';
import { openSchemaRegistry } from '../../src/cli/open-schema-registry.ts';
import { pushSchemas } from '../../src/cli/schemas.ts';
import { registrySchemas } from '../../src/generated/registry-schemas.ts';
import { topicNames } from '../../src/runtime/kafka.ts';
import { startApicurio } from '../servers/apicurio.ts';
import { startKafka } from '../servers/kafka.ts';
import type { Plug } from './plug.ts';
import { openSecuredLink } from './secured-link.ts';

const TOPIC_PREFIX = 'prd2011.dmnd';

/** The schema registry, with a Kafka that stays. */
export const registry: Plug = {
  name: 'Schema registry',
  during: 'registration',
  start: async () => {
    const certificates = await mkdtemp(join(tmpdir(), 'plugs-registry-'));
    const kafka = await startKafka();
    const topics = topicNames(TOPIC_PREFIX);
    const admin = new Admin({ clientId: 'plugs', bootstrapBrokers: [kafka.url] });
    await admin.createTopics({ topics: [...topics.values()], partitions: 3, replicas: 1 });
    await admin.close();

    let server = await startApicurio();
    const push = async (): Promise<void> => {
      const { registry: opened, close } = openSchemaRegistry(server.url);
      await pushSchemas({ registry: opened, topics, schemas: registrySchemas });
      await close();
    };
    await push();
    const { port, pathname } = new URL(server.url);
    const { link, trust, slow, expiredCertificate } = await openSecuredLink(Number(port), certificates);
    return {
      env: { REG_KAFKA_BROKERS: kafka.url, REG_SCHEMA_REGISTRY_URL: `https://127.0.0.1:${link.port}${pathname}`, ...trust },
      prepare: async () => undefined,
      received: null,
      faults: {
        killed: {
          how: 'SIGKILL, started again empty, schemas pushed',
          pull: () => server.kill(),
          mend: async () => {
            server = await startApicurio({ port: Number(port) });
            await push();
          },
        },
        paused: { how: 'SIGSTOP, SIGCONT', pull: async () => server.pause(), mend: async () => server.resume() },
        slow,
        full: 'this one keeps its schemas in memory',
        'wrong password': 'it is asked without one',
        'expired certificate': expiredCertificate,
      },
      stop: async () => {
        await link.close();
        await server.kill();
        await kafka.stop();
        await rm(certificates, { recursive: true });
      },
    };
  },
};

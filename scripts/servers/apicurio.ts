import { join } from 'node:path';
import { installServer, serverFolder } from './install.ts';
import { freePort, type RunningServer, startServer } from './process.ts';

export interface ApicurioOptions {
  /** Default: one that is free. */
  readonly port?: number;
}

/**
 * Apicurio Registry, a schema registry in memory, on 127.0.0.1 alone. The URL is that of its Confluent-compatible half,
 * as `REG_SCHEMA_REGISTRY_URL` takes it.
 */
export const startApicurio = async (options: ApicurioOptions = {}): Promise<RunningServer> => {
  installServer('apicurio');
  const port = options.port ?? (await freePort());
  return startServer({
    name: 'Apicurio Registry',
    command: 'java',
    args: [
      '-Xmx384m',
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-Dquarkus.http.host=127.0.0.1',
      `-Dquarkus.http.port=${port}`,
      '-jar',
      join(serverFolder('apicurio'), 'apicurio-registry-app-3.0.9-runner.jar'),
    ],
    env: { PATH: process.env.PATH ?? '' },
    url: `http://127.0.0.1:${port}/apis/ccompat/v7`,
    // Its start is half a minute of work on a processor that others use too.
    timeoutMs: 180_000,
    isReady: async (url) => (await fetch(`${url}/subjects`)).ok,
  });
};

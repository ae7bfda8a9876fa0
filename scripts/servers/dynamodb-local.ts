import { join } from 'node:path';
import { installServer, serverFolder } from './install.ts';
import { freePort, type RunningServer, startServer } from './process.ts';

export interface DynamodbLocalOptions {
  /** Default: one that is free. */
  readonly port?: number;
}

/**
 * DynamoDB Local with its streams, in memory, one set of tables for all credentials and regions. Amazon's licence lets
 * anyone run it and nobody ship it. It listens on all interfaces and has no setting for that: nothing secret belongs in it.
 */
export const startDynamodbLocal = async ({ port }: DynamodbLocalOptions = {}): Promise<RunningServer> => {
  installServer('dynamodb-local');
  const listenOn = port ?? (await freePort());
  const libs = join(serverFolder('dynamodb-local'), 'libs');
  return startServer({
    name: 'DynamoDB Local',
    command: 'java',
    args: [
      '-Xmx256m',
      `-Djava.library.path=${libs}`,
      '-cp',
      `${libs}/*`,
      'com.amazonaws.services.dynamodbv2.local.main.ServerRunner',
      '-inMemory',
      '-sharedDb',
      '-disableTelemetry',
      '-port',
      String(listenOn),
    ],
    env: { PATH: process.env.PATH ?? '', DDB_LOCAL_TELEMETRY: '0' },
    url: `http://127.0.0.1:${listenOn}`,
    // It refuses a request without an operation.
    isReady: async (url) => (await fetch(url)).status === 400,
  });
};

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { installServer, serverFolder } from './install.ts';
import { freePort, type RunningServer, startServer } from './process.ts';

export interface MinistackOptions {
  /** Default: one that is free. */
  readonly port?: number;
  /** Default `WARNING`; `INFO` shows each call, and is half as fast. */
  readonly logLevel?: 'DEBUG' | 'INFO' | 'WARNING';
  /**
   * Whether functions have the rights of their roles alone, and whoever calls has to sign. An access key id of twelve
   * digits may do all in its account. Default false.
   */
  readonly checksRights?: boolean;
  /** A file that gets a JSON line for each invocation and each billed call (`ministack/count_calls.py`). Default: none is written. */
  readonly countCallsInto?: string;
}

/**
 * MiniStack, AWS in one process, with its gaps mended by `ministack/like_aws.py`. It listens on 127.0.0.1 alone and
 * keeps everything in memory. Lambda functions run in the Node that runs this, see none of its environment, and reach
 * MiniStack by `AWS_ENDPOINT_URL`. Each access key id of twelve digits is an account with nothing of the others.
 */
export const startMinistack = async ({ port, logLevel = 'WARNING', checksRights = false, countCallsInto }: MinistackOptions = {}): Promise<RunningServer> => {
  installServer('ministack');
  const listenOn = port ?? (await freePort());
  // It unpacks functions into its temporary folder and leaves them there.
  const scratch = mkdtempSync(join(tmpdir(), 'reg-ministack-'));
  const clean = (): void => rmSync(scratch, { recursive: true, force: true });
  process.once('exit', clean);
  try {
    const server = await startServer({
      name: 'MiniStack',
      command: join(serverFolder('ministack'), 'bin/python'),
      args: ['-B', join(import.meta.dirname, 'ministack/like_aws.py')],
      env: {
        PATH: [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
        HOME: scratch,
        TMPDIR: scratch,
        BIND_HOST: '127.0.0.1',
        MINISTACK_HOST: '127.0.0.1',
        GATEWAY_PORT: String(listenOn),
        LAMBDA_EXECUTOR: 'local',
        LOG_LEVEL: logLevel,
        AUTH: String(checksRights),
        // These would listen on all interfaces.
        IOT_MTLS_ENABLED: '0',
        SFTP_ENABLED: '0',
        ...(countCallsInto === undefined ? {} : { COUNT_CALLS_INTO: countCallsInto }),
      },
      url: `http://127.0.0.1:${listenOn}`,
      isReady: async (url) => (await fetch(`${url}/_ministack/ready`)).ok,
    });
    return { ...server, stop: () => server.stop().finally(clean) };
  } catch (error) {
    clean();
    throw error;
  }
};

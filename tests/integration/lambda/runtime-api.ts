import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Invocation {
  /** `response`, or `error` with what Lambda would tell the caller; `init` where the function could not be loaded; `ended` where its process did. */
  readonly outcome: 'response' | 'error' | 'init' | 'ended';
  readonly body: unknown;
  /** What the function logged. */
  readonly log: string;
}

/** Lambda's runtime API for one event (AWS Lambda developer guide, "Using the Lambda runtime API"): starts the function, gives it the event, takes its answer. */
export const invokeOnce = async (script: string, folder: string, env: Readonly<Record<string, string>>, event: unknown): Promise<Invocation> => {
  let settle: (invocation: Omit<Invocation, 'log'>) => void = () => undefined;
  const settled = new Promise<Omit<Invocation, 'log'>>((resolve) => {
    settle = resolve;
  });
  let given = false;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    if (path.endsWith('/invocation/next')) {
      // The second time it has nothing more to do and waits.
      if (given) return;
      given = true;
      response.writeHead(200, {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': 'request-1',
        'lambda-runtime-deadline-ms': '4102444800000',
        'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:us-east-1:000000000000:function:tested',
      });
      response.end(JSON.stringify(event));
      return;
    }
    const body: unknown = JSON.parse(await text(request));
    response.writeHead(202).end('{}');
    settle({ outcome: path.endsWith('/response') ? 'response' : path.endsWith('/init/error') ? 'init' : 'error', body });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      ...env,
      _HANDLER: 'index.handler',
      LAMBDA_TASK_ROOT: folder,
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(server.address() as AddressInfo).port}`,
      AWS_LAMBDA_FUNCTION_NAME: 'tested',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/tested',
      AWS_LAMBDA_LOG_STREAM_NAME: 'stream',
    },
  });
  let log = '';
  child.stderr.on('data', (data: Buffer) => {
    log += data.toString('utf8');
  });
  child.on('exit', () => settle({ outcome: 'ended', body: null }));
  try {
    return { ...(await settled), log };
  } finally {
    child.kill('SIGKILL');
    server.closeAllConnections();
    server.close();
  }
};

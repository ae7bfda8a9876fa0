import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { tables } from '../../src/adapters/aws/dynamodb-tables.ts';
import { queues, stateMachines, workers } from '../../src/topology.ts';

/** A made-up deployment: everything that a function can ask for, at addresses that nobody is sent to before the first event. */
export const anyEnvironment = (): Readonly<Record<string, string>> => {
  const named = (names: readonly string[], name: (key: string) => string) => Object.fromEntries(names.map((key) => [key, name(key)]));
  const deadLetterQueues = [...Object.values(queues).map(({ deadLetterQueue }) => deadLetterQueue), 'enqueueEntriesDlq', 'markAssignedCodesDlq'];
  const resources = {
    tables: named(Object.keys(tables), (key) => key),
    queues: named([...Object.keys(queues), ...deadLetterQueues], (key) => `http://127.0.0.1:1/000000000000/${key}`),
    topics: { dataSns: 'arn:aws:sns:us-east-1:000000000000:dataSns' },
    stateMachines: named(Object.keys(stateMachines), (key) => `arn:aws:states:us-east-1:000000000000:stateMachine:${key}`),
    functions: named(Object.keys(workers), (key) => key),
    filesBucket: 'files',
    secretsPrefix: 'reg-workers/',
  };
  const services = ['CAMPAIGN', 'ENTRY', 'USER', 'CODE', 'EXPORT'].map((name) => [`REG_${name}_URL`, `http://127.0.0.1:1/services/${name.toLowerCase()}`]);
  return {
    REG_RESOURCES: JSON.stringify(resources),
    REG_PUBLIC_URL: 'https://tickets.example',
    ...Object.fromEntries(services),
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
  };
};

export interface ColdStart {
  /** Milliseconds from the start of the process until it asks for its first event. */
  readonly wall: number;
  /** Milliseconds of those that its main thread was at work: a busy machine does not change them much. */
  readonly busy: number;
}

/** Starts a function as Lambda does. `folder` holds `index.mjs`. Throws with what it said where it ends before it asks for an event. */
export const coldStart = async (script: string, folder: string): Promise<ColdStart> => {
  let asked: () => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  const asking = new Promise<void>((resolve, reject) => {
    asked = resolve;
    failed = reject;
  });
  const server = createServer((request) => {
    if (request.url?.endsWith('/invocation/next') === true) asked();
    else text(request).then((said) => failed(new Error(`${folder} could not be loaded: ${said}`)), failed);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const begin = performance.now();
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      ...anyEnvironment(),
      _HANDLER: 'index.handler',
      LAMBDA_TASK_ROOT: folder,
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(server.address() as AddressInfo).port}`,
      AWS_LAMBDA_FUNCTION_NAME: 'cold-start',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
    },
  });
  try {
    await Promise.race([asking, endOf(child)]);
    const wall = performance.now() - begin;
    return { wall, busy: busyOf(child) ?? wall };
  } finally {
    child.kill('SIGKILL');
    server.closeAllConnections();
    server.close();
  }
};

/** The first number is the nanoseconds on a processor (Linux, Documentation/scheduler/sched-stats.rst); null on other systems. */
const busyOf = ({ pid }: ChildProcess): number | null => {
  const file = `/proc/${pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : null;
};

const endOf = async (child: ChildProcess): Promise<never> => {
  let said = '';
  child.stderr?.on('data', (data: Buffer) => {
    said += data.toString('utf8');
  });
  const [code] = await once(child, 'exit');
  throw new Error(`It ended with ${code}: ${said.slice(-2000)}`);
};

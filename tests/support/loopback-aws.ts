import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface LoopbackAws {
  /** What a client of the real SDK is made with to reach it. */
  readonly client: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
    readonly maxAttempts: number;
  };
  /** Every request's body, in order of arrival. */
  readonly requests: readonly string[];
  /** What each asked for in the JSON protocol, such as `SendMessageBatch`. */
  readonly actions: readonly string[];
}

/**
 * A server that answers the real SDK over the wire as a test says: for what the real services and their emulators do
 * only on bad days. Its client does not repeat what failed as a whole.
 */
export const createLoopbackAws = async (answer: (body: string, response: ServerResponse, count: number, action: string) => void): Promise<LoopbackAws> => {
  const requests: string[] = [];
  const actions: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const action = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
      requests.push(body);
      actions.push(action);
      answer(body, response, requests.length, action);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    client: {
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    },
    requests,
    actions,
  };
};

/** Answers in the JSON protocol of AWS; a `type` makes it an error. */
export const answerJson = (response: ServerResponse, value: unknown, type?: string): void => {
  const body = JSON.stringify(type === undefined ? value : { __type: `com.amazonaws#${type}`, message: 'made up' });
  response.writeHead(type === undefined ? 200 : 400, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
};

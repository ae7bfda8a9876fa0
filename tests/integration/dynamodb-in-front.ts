import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { serverUrl } from './server-url.ts';

/** One call as it passes: the operation's name, the request's JSON, and how many of this operation came before. */
export interface PassingCall {
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly earlier: number;
}

/** What happens to a call: it is done and answered, it is done and the answer is lost, or this is answered in its place. */
export type Passage = 'answered' | 'answer lost' | { readonly status: number; readonly body: unknown };

/** A client whose calls pass a server on the loopback address, in front of DynamoDB Local, that does to them what `decide` says. */
export const createDynamoDBInFront = async (decide: (call: PassingCall) => Passage | Promise<Passage>) => {
  const calls = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const earlier = calls.get(operation) ?? 0;
    calls.set(operation, earlier + 1);
    const passage = await decide({ operation, body: JSON.parse(body), earlier });
    if (typeof passage === 'object') {
      response.writeHead(passage.status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(passage.body));
      return;
    }
    const headers = ['x-amz-target', 'x-amz-date', 'authorization', 'content-type'].map((name) => [name, String(request.headers[name])] as const);
    const answer = await fetch(serverUrl('dynamodb'), { method: 'POST', headers: Object.fromEntries(headers), body });
    const given = await answer.text();
    if (passage === 'answer lost') request.socket.destroy();
    else response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(given);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const close = async (): Promise<void> => {
    client.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { client, calls, close };
};

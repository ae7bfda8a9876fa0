import type { Agent, IncomingMessage, RequestOptions, request } from 'node:http';
import type { HttpAnswer, HttpConnections } from '../../ports/http.ts';
import type { ConnectionLimits } from './undici-connections.ts';

/** Where requests to one kind of address begin, with the connections that are kept. */
interface Protocol {
  readonly request: typeof request;
  readonly agent: Agent;
}

/**
 * The connections of Node itself, as undici takes a function's start half as long again. Loaded at the first request, as
 * the SDK of AWS does with the same modules, which take 20 ms and more. A connection that was closed while a container slept
 * shows at its next request, as `ECONNRESET`.
 */
export const createNodeConnections = ({ connections, maxAnswerBytes }: ConnectionLimits): HttpConnections => {
  const options = { keepAlive: true, maxSockets: connections };
  const protocolOf = {
    http: once(async (): Promise<Protocol> => {
      const http = await import('node:http');
      return { request: http.request, agent: new http.Agent(options) };
    }),
    https: once(async (): Promise<Protocol> => {
      const https = await import('node:https');
      return { request: https.request, agent: new https.Agent(options) };
    }),
  };
  return {
    request: async ({ origin, path, method, headers, body, signal, headersTimeout }) => {
      const protocol = await protocolOf[origin.startsWith('https:') ? 'https' : 'http']();
      const settings: RequestOptions = { agent: protocol.agent, method, headers, timeout: headersTimeout, ...(signal === null ? {} : { signal }) };
      return new Promise((resolve, reject) => {
        const sent = protocol.request(`${origin}${path}`, settings);
        // The time is that of a connection at rest, before the head and between two pieces alike.
        sent.on('timeout', () => sent.destroy(withCode('ETIMEDOUT', `Nothing came for ${headersTimeout} ms.`)));
        sent.on('error', reject);
        sent.on('response', (response) => resolve(answerOf(response, maxAnswerBytes)));
        sent.end(body ?? undefined);
      });
    },
  };
};

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const answerOf = (response: IncomingMessage, maxAnswerBytes: number): HttpAnswer => ({
  statusCode: response.statusCode ?? 0,
  headers: response.headers,
  body: { text: () => textOf(response, maxAnswerBytes) },
});

const withCode = (code: string, message: string): Error => Object.assign(new Error(message), { code });

const textOf = async (response: IncomingMessage, maxAnswerBytes: number): Promise<string> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.byteLength;
    if (bytes > maxAnswerBytes) throw withCode('EMSGSIZE', `The answer has more than ${maxAnswerBytes} bytes.`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
};

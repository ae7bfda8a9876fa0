import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, Agent as SecureAgent } from 'node:https';
import type { HttpAnswer, HttpConnections } from '../../ports/http.ts';
import type { ConnectionLimits } from './undici-connections.ts';

/**
 * The connections of Node itself, which the SDK of AWS has loaded anyway: undici takes a function's start half as long
 * again. A connection that was closed while a container slept shows at its next request, as `ECONNRESET`.
 */
export const createNodeConnections = ({ connections, maxAnswerBytes }: ConnectionLimits): HttpConnections => {
  const options = { keepAlive: true, maxSockets: connections };
  const plain = new Agent(options);
  const secure = new SecureAgent(options);
  return {
    request: ({ origin, path, method, headers, body, signal, headersTimeout }) =>
      new Promise((resolve, reject) => {
        const isSecure = origin.startsWith('https:');
        const settings = { method, headers, timeout: headersTimeout, ...(signal === null ? {} : { signal }) };
        const request = isSecure
          ? httpsRequest(`${origin}${path}`, { ...settings, agent: secure })
          : httpRequest(`${origin}${path}`, { ...settings, agent: plain });
        // The time is that of a connection at rest, before the head and between two pieces alike.
        request.on('timeout', () => request.destroy(withCode('ETIMEDOUT', `Nothing came for ${headersTimeout} ms.`)));
        request.on('error', reject);
        request.on('response', (response) => resolve(answerOf(response, maxAnswerBytes)));
        request.end(body ?? undefined);
      }),
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

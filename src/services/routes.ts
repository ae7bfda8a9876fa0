import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RegError } from '../errors.ts';
import type { Service } from './service.ts';

/** Has a service answer all that begins with its path. Fastify brings the requests and does no more: the service reads them itself. */
export const registerService = (app: FastifyInstance, service: Service): void => {
  app.register(
    async (scope) => {
      // Before Fastify reads the body, as the service takes none from callers that it does not know.
      scope.addHook('onRequest', async (request, reply) => {
        const [path = '', query = ''] = request.url.split(/\?(.*)/s);
        const call = { method: request.method, path, query, headers: request.headers, id: request.id, readBody: (limit: number) => readBody(request, limit) };
        const { status, headers, body } = await service.answer(call);
        // What was not read of a body is not waited for.
        if (status === TOO_LARGE) reply.header('connection', 'close');
        // As bytes, or Fastify adds a charset to a media type that has none.
        return reply.code(status).headers(headers).send(Buffer.from(body));
      });
      scope.setNotFoundHandler(() => {
        throw new RegError('INTERNAL', 'The service has answered already.');
      });
    },
    { prefix: service.prefix },
  );
};

const TOO_LARGE = 413;

const readBody = async ({ raw }: FastifyRequest, limit: number): Promise<string | null> => {
  const tooLarge = (): RegError => new RegError('TOO_LARGE', 'The body is larger than this operation takes; send it in parts.');
  if (Number(raw.headers['content-length']) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.byteLength;
      if (bytes > limit) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof RegError ? error : new RegError('INPUT_INVALID', 'The body broke off: send the request again.', { cause: error });
  }
  return bytes === 0 ? null : Buffer.concat(chunks).toString('utf8');
};

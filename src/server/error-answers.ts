import type { FastifyInstance } from 'fastify';
import { RegError } from '../errors.ts';
import type { Log } from '../log.ts';
import { errorAnswerOf, loggedError } from './error-answer.ts';

/** How an app answers what fails outside a service, and paths that there are not. Every answer carries its correlation id. */
export const registerErrorAnswers = (app: FastifyInstance, { log }: { readonly log: Log }): void => {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (!reply.hasHeader('x-correlation-id')) reply.header('x-correlation-id', request.id);
    done(null, payload);
  });
  app.setErrorHandler((error, request, reply) => {
    const answer = errorAnswerOf(error, request.id);
    if (answer.status >= 500) log.error({ correlationId: request.id, error: loggedError(error) }, 'a request failed');
    if (answer.retryAfter !== null) reply.header('retry-after', String(answer.retryAfter));
    return reply.code(answer.status).send(answer.body);
  });
  app.setNotFoundHandler((request, reply) => {
    const { status, body } = errorAnswerOf(new RegError('NOT_FOUND', 'There is nothing at this path.'), request.id);
    return reply.code(status).send(body);
  });
};

import awsLambdaFastify from '@fastify/aws-lambda';
import Fastify, { type FastifyInstance } from 'fastify';
import { correlationIdIn } from '../../middleware/correlation.ts';
import { registerErrorAnswers } from '../../server/error-answers.ts';
import { type Cloud, openCloud } from './cloud.ts';
import type { ServiceHandler } from './service-handler.ts';

/** A Fastify app as one Lambda function, wired once a container. */
export const appHandler = async (register: (app: FastifyInstance, cloud: Cloud) => void): Promise<ServiceHandler> => {
  const cloud = openCloud(process.env);
  const app = Fastify({
    genReqId: ({ headers }) => correlationIdIn(headers['x-correlation-id']) ?? cloud.random.id(),
    logger: false,
  });
  registerErrorAnswers(app, cloud);
  // A comma in a value is part of it: no operation takes lists in its query.
  const handler = awsLambdaFastify(app, { decorateRequest: false, parseCommaSeparatedQueryParams: false });
  register(app, cloud);
  await app.ready();
  return handler as ServiceHandler;
};

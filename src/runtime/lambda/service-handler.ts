import { stringify as queryText } from 'node:querystring';
import { RegError } from '../../errors.ts';
import { correlationIdIn } from '../../middleware/correlation.ts';
import { errorAnswerOf } from '../../server/error-answer.ts';
import type { HttpCall, Service } from '../../services/service.ts';
import { ownCallers } from '../own-callers.ts';
import type { ServiceRoutes } from '../service-clients.ts';
import type { ServiceParts } from '../services/service-parts.ts';
import { type Cloud, openCloud } from './cloud.ts';
import { flushing } from './flushing.ts';
import { auditLog } from './ports/audit-log.ts';
import { serviceClients } from './ports/service-clients.ts';
import { tokens } from './ports/tokens.ts';

/** Answers an HTTP request: payload 2.0 of an HTTP API or of a function URL. */
export type ServiceHandler = (event: never, context: never) => Promise<unknown>;

/** A request as API Gateway brings it (its developer guide, "Lambda proxy integrations for HTTP APIs", payload format 2.0). */
interface HttpEvent {
  readonly rawPath: string;
  readonly rawQueryString?: string;
  readonly queryStringParameters?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly requestContext: { readonly http: { readonly method: string } };
  readonly body?: string | null;
  readonly isBase64Encoded: boolean;
}

interface HttpResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: false;
}

/** A service as one Lambda function, wired once a container. Paths are whole: `/services/<name>/v1/…`. */
export const serviceHandler = async (make: (cloud: Cloud) => Service | Promise<Service>): Promise<ServiceHandler> => {
  const cloud = openCloud(process.env);
  return wireService(await make(cloud), cloud);
};

/** The same on a cloud that was opened before. */
export const wireService = (service: Service, { random, traces = null }: Pick<Cloud, 'random'> & Partial<Pick<Cloud, 'traces'>>): ServiceHandler => {
  const answer = async (event: HttpEvent): Promise<HttpResult> => {
    const headers = Object.fromEntries(Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
    const id = correlationIdIn(headers['x-correlation-id']) ?? random.id();
    if (event.rawPath !== service.prefix && !event.rawPath.startsWith(`${service.prefix}/`)) return notHere(id);
    const { method } = event.requestContext.http;
    const { status, body, ...rest } = await service.answer({
      method,
      path: event.rawPath,
      query: event.rawQueryString || queryText(event.queryStringParameters),
      headers,
      id,
      readBody: async (limit) => readBody(event, limit),
    });
    return { statusCode: status, ...rest, body: method === 'HEAD' ? '' : body, isBase64Encoded: false };
  };
  return flushing(answer as unknown as ServiceHandler, traces);
};

const readBody: (event: HttpEvent, limit: number) => ReturnType<HttpCall['readBody']> = async ({ body, isBase64Encoded }, limit) => {
  if (body === undefined || body === null || body === '') return null;
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > limit) throw new RegError('TOO_LARGE', 'The body is larger than this operation takes; send it in parts.');
  return isBase64Encoded ? bytes.toString('utf8') : body;
};

const notHere = (id: string): HttpResult => {
  const { status, body } = errorAnswerOf(new RegError('NOT_FOUND', 'There is nothing at this path.'), id);
  const headers = { 'x-correlation-id': id, 'content-type': 'application/json; charset=utf-8' };
  return { statusCode: status, headers, body: JSON.stringify(body), isBase64Encoded: false };
};

/** What a service of ours is served with. `calls`: the routes of the services that it calls itself. */
export const serviceParts = (cloud: Cloud, calls: ServiceRoutes = {}): ServiceParts => ({
  clients: serviceClients(cloud, calls),
  tokens: tokens(cloud),
  clock: cloud.clock,
  random: cloud.random,
  log: cloud.log,
  tracer: cloud.tracer,
  audit: { log: auditLog(cloud), ownCallers },
});

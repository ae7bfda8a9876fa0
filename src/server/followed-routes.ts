import { context, propagation, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';

const SERVICE = '/services/';

/**
 * Follows the requests that services answer, in the trace that the caller names by `traceparent`: by then the caller has
 * been admitted, as an app or an operator. To be called before the services are registered.
 */
export const followServices = (app: FastifyInstance, tracer: Tracer): void => {
  const spans = new WeakMap<object, Span>();
  app.addHook('preHandler', (request, reply, done) => {
    const { url = '' } = request.routeOptions;
    // Documents are for everybody, and so are links in mails.
    if (!url.startsWith(SERVICE) || url.endsWith('.json')) return done();
    const parent = propagation.extract(ROOT_CONTEXT, request.headers);
    const attributes = { 'http.request.method': request.method, 'http.route': url, 'reg.correlation_id': request.id };
    const startTime = performance.now() - reply.elapsedTime;
    const span = tracer.startSpan(`${request.method} ${url}`, { kind: SpanKind.SERVER, startTime, attributes }, parent);
    spans.set(request, span);
    context.with(trace.setSpan(parent, span), done);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    if (span !== undefined) endAnswered(span, reply.statusCode);
    done();
  });
};

/** Ends the span of an answered request: what is our fault is an error, what is the caller's is not. */
export const endAnswered = (span: Span, status: number): void => {
  span.setAttribute('http.response.status_code', status);
  if (status >= 500) span.setAttribute('error.type', String(status)).setStatus({ code: SpanStatusCode.ERROR });
  span.end();
};

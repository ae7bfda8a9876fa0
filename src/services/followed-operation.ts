import { context, propagation, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { RegError } from '../errors.ts';
import type { HttpCall } from './service.ts';

/** Runs an operation in the trace that its caller names, who was admitted as an app or an operator by then. `route`: the path as it is registered. */
export const followOperation = async <T>(
  tracer: Tracer,
  { method, headers }: HttpCall,
  route: string,
  correlationId: string,
  operation: () => Promise<T>,
): Promise<T> => {
  const parent = propagation.extract(ROOT_CONTEXT, headers);
  const attributes = { 'http.request.method': method, 'http.route': route, 'reg.correlation_id': correlationId };
  const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
  let status = 200;
  try {
    return await context.with(trace.setSpan(parent, span), operation);
  } catch (error) {
    status = error instanceof RegError ? error.status : 500;
    throw error;
  } finally {
    endAnswered(span, status);
  }
};

/** Ends the span of an answered request: what is our fault is an error, what is the caller's is not. */
export const endAnswered = (span: Span, status: number): void => {
  span.setAttribute('http.response.status_code', status);
  if (status >= 500) span.setAttribute('error.type', String(status)).setStatus({ code: SpanStatusCode.ERROR });
  span.end();
};

import { type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { describeError } from '../errors.ts';
import type { Chain, Middleware } from './invocation.ts';

/** One span an invocation. Without an OpenTelemetry SDK in the process this does nothing. */
export const tracing = ({ worker }: Chain): Middleware => {
  const tracer = trace.getTracer('reg-workers');
  return {
    before: ({ internal }) => {
      internal.span = tracer.startSpan(worker, { attributes: { 'reg.correlation_id': internal.correlationId } });
    },
    after: ({ internal }) => {
      (internal.span as Span | undefined)?.end();
    },
    onError: ({ internal, error }) => {
      const span = internal.span as Span | undefined;
      span?.setStatus({ code: SpanStatusCode.ERROR, message: describeError(error) });
      span?.end();
    },
  };
};

import { type Context, context, propagation, ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api';

/**
 * W3C's trace context as this system carries it: a text `traceparent` in message attributes, in the demand-table's items
 * and in HTTP headers. Without an OpenTelemetry SDK in the process there is none, and nothing is spent on it.
 */

/** What the next hop is told of a span; undefined where nobody records it, so that messages and items carry nothing for nothing. */
export const traceparentOf = (span: Span | undefined): string | undefined => {
  if (span?.isRecording() !== true) return undefined;
  const carrier: { traceparent?: string } = {};
  propagation.inject(trace.setSpan(ROOT_CONTEXT, span), carrier);
  return carrier.traceparent;
};

/** The same of whatever this code runs in. */
export const activeTraceparent = (): string | undefined => traceparentOf(trace.getSpan(context.active()));

/** What a `traceparent` names, to be a parent; a root where it names nothing. */
export const contextOf = (traceparent: string | undefined): Context =>
  traceparent === undefined ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent });

import { type Attributes, type Context, context, type Link, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { RegError } from '../errors.ts';
import { contextOf, traceparentOf } from '../ports/trace-context.ts';
import { workers } from '../topology.ts';
import type { BatchFailure } from '../workers/worker.ts';
import type { Chain, Invocation, Middleware } from './invocation.ts';
import type { ResolverEvent } from './lambda.ts';

/** Follows work through the flow. Null without a tracer: nothing is spent then. Names and numbers of ours alone get into a span. */
export const tracing = ({ worker, tracer = null }: Chain): Middleware | null => {
  if (tracer === null) return null;
  const { kind } = workers[worker].trigger;
  return kind === 'queue' || kind === 'stream' ? followBatch(worker, kind, tracer) : followCall(worker, tracer);
};

/** One span an invocation, in whatever called it: the front door, a state machine, another worker; in the cloud the request's own trace. */
const followCall = (worker: string, tracer: Tracer): Middleware => ({
  before: ({ event, internal }) => {
    const ambient = context.active();
    const { parent, links } = trace.getSpan(ambient) === undefined ? askedBy(event) : { parent: ambient, links: [] };
    const span = tracer.startSpan(worker, { kind: SpanKind.INTERNAL, attributes: { 'reg.correlation_id': internal.correlationId ?? '' }, links }, parent);
    internal.span = span;
    internal.active = trace.setSpan(parent, span);
    internal.traceparent = traceparentOf(span);
  },
  after: ({ internal }) => {
    internal.span?.end();
  },
  onError: ({ internal, error }) => {
    if (internal.span !== undefined) endFailed(internal.span, error);
  },
});

/**
 * AppSync passes on the headers of whoever asked. The trace of a stranger is only linked to: as the parent it would
 * decide for us what is recorded (OpenTelemetry specification, "Trace SDK", ParentBased).
 */
const askedBy = (event: unknown): { readonly parent: Context; readonly links: Link[] } => {
  const { request, identity } = (event ?? {}) as Partial<ResolverEvent>;
  const asked = contextOf(request?.headers?.traceparent);
  const isTrusted = identity?.claims?.token_use === 'app' || identity?.claims?.token_use === 'operator';
  return isTrusted ? { parent: asked, links: [] } : { parent: ROOT_CONTEXT, links: linksTo(asked) };
};

const linksTo = (of: Context): Link[] => {
  const spanContext = trace.getSpanContext(of);
  return spanContext === undefined ? [] : [{ context: spanContext }];
};

/** How each kind of batch is called in OpenTelemetry's conventions for messaging. */
const SYSTEMS = { queue: 'aws_sqs', stream: 'dynamodb_streams' } as const;

/**
 * A span for the batch, linked to what sent its records, and one for each record whose trace is recorded, in that trace
 * (OpenTelemetry semantic conventions, "Messaging spans"). A record that came without a trace costs nothing.
 */
const followBatch = (worker: string, kind: 'queue' | 'stream', tracer: Tracer): Middleware => {
  const common: Attributes = { 'messaging.system': SYSTEMS[kind], 'messaging.operation.type': 'process', 'messaging.operation.name': worker };
  return {
    before: ({ internal }) => {
      const batch = tracer.startSpan(`${worker} batch`, { kind: SpanKind.CONSUMER, root: true, attributes: common });
      const spans = new Map<string, Span>();
      internal.span = batch;
      internal.recordSpans = spans;
      // Not the ambient context: a mapping goes on from whatever happened to wake it.
      internal.active = trace.setSpan(ROOT_CONTEXT, batch);
      internal.traceparent = traceparentOf(batch);
      internal.follow = (id, given) => {
        if (given === undefined) return undefined;
        const sender = contextOf(given);
        const span = tracer.startSpan(worker, { kind: SpanKind.CONSUMER, attributes: common, links: [{ context: batch.spanContext() }] }, sender);
        batch.addLinks(linksTo(sender));
        spans.set(id, span);
        return traceparentOf(span);
      };
    },
    after: ({ internal }) => end(internal, internal.failures ?? []),
    onError: ({ internal, error }) => {
      const failures = (internal.records ?? []).map(({ id }) => ({ id, error }));
      end(internal, failures, error);
    },
  };
};

/** The records that failed, then the others, then the batch. */
const end = (
  { span, recordSpans = new Map(), records = [], sourceQueue }: Partial<Invocation>,
  failures: readonly BatchFailure[],
  error: unknown = failures[0]?.error,
): void => {
  const named = sourceQueue ?? undefined;
  for (const failure of failures) {
    const failed = recordSpans.get(failure.id);
    if (failed !== undefined) fail(failed, failure.error);
  }
  for (const of of recordSpans.values()) {
    if (named !== undefined) of.setAttribute('messaging.destination.name', named);
    of.end();
  }
  if (span?.isRecording() !== true) return;
  span.setAttributes({ 'messaging.batch.message_count': records.length, 'reg.batch.failed': failures.length });
  if (named !== undefined) span.setAttribute('messaging.destination.name', named);
  if (error === undefined) span.end();
  else endFailed(span, error);
};

const endFailed = (span: Span, error: unknown): void => {
  fail(span, error);
  span.end();
};

/** Errors of ours say nothing of a fan; the words of others may quote anything. */
const fail = (span: Span, error: unknown): void => {
  const type = error instanceof RegError ? error.code : error instanceof Error ? error.name : 'unknown';
  span.setAttribute('error.type', type);
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof RegError ? error.message : type });
};

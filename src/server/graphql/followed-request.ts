import { context, type Span, SpanKind, type Tracer, trace } from '@opentelemetry/api';
import type { Caller } from '../../ports/tokens.ts';
import { contextOf } from '../../ports/trace-context.ts';
import { endAnswered } from '../../services/followed-operation.ts';
import type { GraphQLAnswer, GraphQLRequest } from './answer-graphql.ts';

/**
 * Answers within a span of its own. An app or operator who sends `traceparent` is its parent; a fan's, which anybody can
 * make up, is only linked to, as it would decide for us what is recorded. What was refused before it was known who asks
 * has no span, and is counted with the others.
 */
export const followRequest = async (
  tracer: Tracer,
  operation: string,
  { correlationId, traceparent, startedAt }: GraphQLRequest,
  caller: Caller | null,
  answer: () => Promise<GraphQLAnswer>,
): Promise<GraphQLAnswer> => {
  const asked = contextOf(traceparent);
  const isTrusted = caller?.kind === 'app' || caller?.kind === 'operator';
  const linked = trace.getSpanContext(asked);
  const parent = isTrusted ? asked : contextOf(undefined);
  const span = tracer.startSpan(
    `GraphQL ${operation}`,
    {
      kind: SpanKind.SERVER,
      startTime: startedAt * 1000,
      attributes: { 'http.request.method': 'POST', 'http.route': '/graphql', 'graphql.field': operation, 'reg.correlation_id': correlationId },
      links: isTrusted || linked === undefined ? [] : [{ context: linked }],
    },
    parent,
  );
  return context.with(trace.setSpan(parent, span), () => ended(span, answer));
};

const ended = async (span: Span, answer: () => Promise<GraphQLAnswer>): Promise<GraphQLAnswer> => {
  let status = 500;
  try {
    const given = await answer();
    status = given.status;
    return given;
  } finally {
    endAnswered(span, status);
  }
};

import { lateChild } from '../log.ts';
import type { Chain, Middleware } from './invocation.ts';

const CORRELATION_ID = /^[A-Za-z0-9-]{8,64}$/;

/** The caller's correlation id, where it gave a usable one. */
export const correlationIdIn = (value: unknown): string | null => (typeof value === 'string' && CORRELATION_ID.test(value) ? value : null);

/** Finds the invocation's correlation id, or makes one, and gives the worker a log that carries it. Records of a batch keep their own. */
export const correlation = ({ worker, random, log }: Chain): Middleware => ({
  before: ({ event, internal }) => {
    internal.correlationId = fromEvent(event) ?? random.id();
    internal.log = lateChild(log, { worker, correlationId: internal.correlationId });
  },
});

const fromEvent = (event: unknown): string | null => {
  if (typeof event !== 'object' || event === null) return null;
  if ('correlationId' in event) return correlationIdIn(event.correlationId);
  if (!('request' in event)) return null;
  const headers = (event.request as { readonly headers?: Readonly<Record<string, unknown>> } | null)?.headers;
  return correlationIdIn(headers?.['x-correlation-id']);
};

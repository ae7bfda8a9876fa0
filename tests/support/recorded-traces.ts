import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { openTraces } from '../../src/runtime/traces/open-traces.ts';
import { traceSettingsOf } from '../../src/trace-settings.ts';
import { silentLog } from './silent-log.ts';

/** A trace that somebody else began, and records. */
export const GIVEN = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' } as const;
export const GIVEN_TRACEPARENT = `00-${GIVEN.traceId}-${GIVEN.spanId}-01`;

/** The SDK as the runtime wires it, which keeps what it would send. */
export const recordTraces = (env: Readonly<Record<string, string>> = {}) => {
  const settings = traceSettingsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', ...env });
  if (settings === null) throw new Error('no traces');
  const exporter = new InMemorySpanExporter();
  const { tracer, flush } = openTraces(settings, silentLog, exporter);
  return {
    tracer,
    /** What ended since the last look. */
    spans: async (): Promise<readonly ReadableSpan[]> => {
      await flush();
      const spans = exporter.getFinishedSpans();
      exporter.reset();
      return spans;
    },
  };
};

export const named = (spans: readonly ReadableSpan[], name: string): ReadableSpan => {
  const found = spans.find((span) => span.name === name);
  if (found === undefined) throw new Error(`there is no span ${name}, but ${spans.map((span) => span.name).join(', ')}`);
  return found;
};

export const traceparentFrom = (span: ReadableSpan): string => `00-${span.spanContext().traceId}-${span.spanContext().spanId}-01`;

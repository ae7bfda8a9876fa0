import { context, propagation, type Tracer, trace } from '@opentelemetry/api';
import { setGlobalErrorHandler, W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  defaultResource,
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
  serviceNameEnvDetector,
} from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanExporter,
  type SpanProcessor,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import type { Log } from '../../log.ts';
import type { SamplerName, TraceSettings } from '../../trace-settings.ts';
import { createAsyncContext } from './async-context.ts';

/** Traces of one process, on their way to a collector. */
export interface Traces {
  readonly tracer: Tracer;
  /** Resolves when what ended is sent, or can't be, or after so many milliseconds: default 2,000. Never rejects. */
  flush(withinMs?: number): Promise<void>;
  /** The same for the last time. */
  close(): Promise<void>;
}

const FLUSH_MS = 2_000;

/**
 * OpenTelemetry's SDK, spans in batches to an OTLP endpoint. Nothing waits for a span to be sent: where the collector is
 * slow or away, the queue of spans fills up and the newest are dropped. Context, propagation and the
 * API's own tracer are set for the whole process.
 */
export const openTraces = (settings: TraceSettings, log: Pick<Log, 'warn'>, exporter: SpanExporter = new OTLPTraceExporter()): Traces => {
  context.setGlobalContextManager(createAsyncContext());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  // The name alone, as an address may hold a password.
  setGlobalErrorHandler((error) => log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'traces could not be sent'));
  const { maxQueueSize, maxExportBatchSize, scheduledDelayMillis, exportTimeoutMillis } = settings;
  const provider = new TracerProvider({
    sampler: samplers[settings.sampler](settings.ratio),
    resource: defaultResource()
      .merge(resourceFromAttributes({ [ATTR_SERVICE_NAME]: 'reg-workers' }))
      .merge(detectResources({ detectors: [serviceInstanceIdDetector, resourceAttributesEnvDetector, serviceNameEnvDetector] })),
    spanProcessors: [new BatchSpanProcessor({ exporter, maxQueueSize, maxExportBatchSize, scheduledDelayMillis, exportTimeoutMillis }), awaiting(exporter)],
  });
  trace.setGlobalTracerProvider(provider);
  const flush = (withinMs = FLUSH_MS): Promise<void> => provider.forceFlush({ timeoutMillis: withinMs }).catch(() => undefined);
  return {
    tracer: provider.getTracer('reg-workers'),
    flush,
    close: async () => {
      await flush();
      // What is still on its way may go on; nobody waits for it.
      provider.shutdown().catch(() => undefined);
    },
  };
};

/** The batches' own flush sends what waits, and does not wait for what is on its way. */
const awaiting = (exporter: SpanExporter): SpanProcessor => ({
  onStart: () => undefined,
  onEnd: () => undefined,
  forceFlush: async () => exporter.forceFlush?.(),
  shutdown: async () => undefined,
});

const samplers: Readonly<Record<SamplerName, (ratio: number) => Sampler>> = {
  always_on: () => new AlwaysOnSampler(),
  always_off: () => new AlwaysOffSampler(),
  traceidratio: (ratio) => new TraceIdRatioBasedSampler(ratio),
  parentbased_always_on: () => new ParentBasedSampler({ root: new AlwaysOnSampler() }),
  parentbased_always_off: () => new ParentBasedSampler({ root: new AlwaysOffSampler() }),
  parentbased_traceidratio: (ratio) => new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
};

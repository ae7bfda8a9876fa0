import { type Environment, invalid, settingOf } from './environment.ts';

/**
 * Where traces go and how many of them, by OpenTelemetry's own variables (OpenTelemetry specification, "Environment
 * Variable Specification" and "OpenTelemetry Protocol Exporter"). Only what its SDK does not read by itself is here:
 * addresses, headers, certificates, timeouts, `OTEL_SERVICE_NAME` and `OTEL_RESOURCE_ATTRIBUTES` are read by the exporter.
 */
export interface TraceSettings {
  readonly sampler: SamplerName;
  /** Of the samplers by ratio: how many of all traces, 0 to 1. Default 1. */
  readonly ratio: number;
  /** Spans that wait to be sent, beyond which they are dropped. Default 2048. */
  readonly maxQueueSize: number;
  /** Spans in one request. Default 512. */
  readonly maxExportBatchSize: number;
  /** Milliseconds between two requests, while there are fewer. Default 5000. */
  readonly scheduledDelayMillis: number;
  /** Milliseconds that one request may take with its retries. Default 30,000. */
  readonly exportTimeoutMillis: number;
}

export type SamplerName = (typeof SAMPLERS)[number];

const SAMPLERS = ['parentbased_always_on', 'parentbased_always_off', 'parentbased_traceidratio', 'always_on', 'always_off', 'traceidratio'] as const;
const PROTOCOLS = ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'OTEL_EXPORTER_OTLP_PROTOCOL'] as const;
const ENDPOINTS = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'] as const;

/** Null unless an endpoint is set: nothing is recorded then. Throws `CONFIG_INVALID`. */
export const traceSettingsOf = (env: Environment): TraceSettings | null => {
  const endpoints = ENDPOINTS.filter((name) => settingOf(env, name) !== null);
  if (endpoints.length === 0 || settingOf(env, 'OTEL_SDK_DISABLED')?.toLowerCase() === 'true' || settingOf(env, 'OTEL_TRACES_EXPORTER') === 'none') return null;
  for (const name of endpoints) {
    const url = URL.parse(settingOf(env, name) ?? '');
    if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw invalid(name, 'has to be an http:// or https:// URL');
  }
  for (const name of PROTOCOLS) {
    if ((settingOf(env, name) ?? 'http/protobuf') !== 'http/protobuf') throw invalid(name, 'has to be http/protobuf: no other protocol is spoken here');
  }
  if ((settingOf(env, 'OTEL_TRACES_EXPORTER') ?? 'otlp') !== 'otlp') throw invalid('OTEL_TRACES_EXPORTER', 'has to be otlp or none');
  const sampler = settingOf(env, 'OTEL_TRACES_SAMPLER') ?? 'parentbased_always_on';
  const known = SAMPLERS.find((name) => name === sampler);
  if (known === undefined) throw invalid('OTEL_TRACES_SAMPLER', `has to be one of ${SAMPLERS.join(', ')}`);
  const ratio = Number(settingOf(env, 'OTEL_TRACES_SAMPLER_ARG') ?? '1');
  if (!(ratio >= 0 && ratio <= 1)) throw invalid('OTEL_TRACES_SAMPLER_ARG', 'has to be a number from 0 to 1');
  return {
    sampler: known,
    ratio,
    maxQueueSize: countOf(env, 'OTEL_BSP_MAX_QUEUE_SIZE', 2048),
    maxExportBatchSize: countOf(env, 'OTEL_BSP_MAX_EXPORT_BATCH_SIZE', 512),
    scheduledDelayMillis: countOf(env, 'OTEL_BSP_SCHEDULE_DELAY', 5000),
    exportTimeoutMillis: countOf(env, 'OTEL_BSP_EXPORT_TIMEOUT', 30_000),
  };
};

const countOf = (env: Environment, name: string, standard: number): number => {
  const value = settingOf(env, name);
  if (value === null) return standard;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw invalid(name, 'has to be a whole number above 0');
  return Number(value);
};

import { describe, expect, test } from 'vitest';
import { traceSettingsOf } from '../src/trace-settings.ts';

const ENDPOINT = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };

describe('the settings of traces', () => {
  test('without an endpoint nobody records any', () => {
    expect(traceSettingsOf({ OTEL_SERVICE_NAME: 'reg', OTEL_TRACES_SAMPLER: 'always_on' })).toBeNull();
    expect(traceSettingsOf({ ...ENDPOINT, OTEL_SDK_DISABLED: 'true' })).toBeNull();
    expect(traceSettingsOf({ ...ENDPOINT, OTEL_TRACES_EXPORTER: 'none' })).toBeNull();
  });

  test('with one they are those of OpenTelemetry unless they are set', () => {
    expect(traceSettingsOf({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://collector.example/v1/traces' })).toEqual({
      sampler: 'parentbased_always_on',
      ratio: 1,
      maxQueueSize: 2048,
      maxExportBatchSize: 512,
      scheduledDelayMillis: 5000,
      exportTimeoutMillis: 30_000,
    });
    expect(
      traceSettingsOf({ ...ENDPOINT, OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.01', OTEL_BSP_MAX_QUEUE_SIZE: '9' }),
    ).toMatchObject({ sampler: 'parentbased_traceidratio', ratio: 0.01, maxQueueSize: 9 });
  });

  test.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4317'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_TRACES_EXPORTER', 'zipkin'],
    ['OTEL_TRACES_SAMPLER', 'some'],
    ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
    ['OTEL_BSP_MAX_QUEUE_SIZE', '0'],
  ])('a wrong %s stops the start', (name, value) => {
    expect(() => traceSettingsOf({ ...ENDPOINT, [name]: value })).toThrow(name);
  });
});

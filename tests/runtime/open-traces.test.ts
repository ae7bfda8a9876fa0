import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { describe, expect, test } from 'vitest';
import { flushing } from '../../src/runtime/lambda/flushing.ts';
import { openTraces } from '../../src/runtime/traces/open-traces.ts';
import { traceSettingsOf } from '../../src/trace-settings.ts';
import { recordTraces } from '../support/recorded-traces.ts';
import { silentLog } from '../support/silent-log.ts';

const settingsWith = (env: Readonly<Record<string, string>> = {}) => {
  const settings = traceSettingsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', ...env });
  if (settings === null) throw new Error('no traces');
  return settings;
};

/** Takes what it is sent and never says so. */
const silentExporter = () => {
  const taken: ReadableSpan[] = [];
  const pending = Promise.withResolvers<void>();
  const exporter: SpanExporter = {
    export: (spans) => void taken.push(...spans),
    forceFlush: () => pending.promise,
    shutdown: () => pending.promise,
  };
  return { exporter, taken, answer: pending.resolve };
};

describe('a collector that does not answer', () => {
  test('holds up nobody: a flush gives up, and so does the end', async () => {
    const { exporter, taken } = silentExporter();
    const { tracer, flush, close } = openTraces(settingsWith(), silentLog, exporter);
    tracer.startSpan('one').end();
    await flush(1);
    expect(taken.map(({ name }) => name)).toEqual(['one']);
    tracer.startSpan('two').end();
    await close();
  });

  test('costs what does not fit into the queue, and no more memory', async () => {
    const { exporter, taken } = silentExporter();
    const { tracer, flush } = openTraces(settingsWith({ OTEL_BSP_MAX_QUEUE_SIZE: '10', OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '10' }), silentLog, exporter);
    for (let span = 0; span < 100; span += 1) tracer.startSpan(`${span}`).end();
    await flush(1);
    expect(taken.length).toBeLessThanOrEqual(20);
  });

  test('a flush waits for what is on its way', async () => {
    const { exporter, answer } = silentExporter();
    const { flush } = openTraces(settingsWith(), silentLog, exporter);
    let done = false;
    const flushed = flush(60_000).then(() => {
      done = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(done).toBe(false);
    answer();
    await flushed;
  });
});

describe('which traces are recorded', () => {
  test.each([
    ['always_off', 0],
    ['parentbased_always_on', 5],
  ])('by the sampler %s', async (sampler, count) => {
    const { tracer, spans } = recordTraces({ OTEL_TRACES_SAMPLER: sampler });
    for (let span = 0; span < 5; span += 1) tracer.startSpan('s', {}, ROOT_CONTEXT).end();
    expect(await spans()).toHaveLength(count);
  });

  test('what is in a trace is recorded with it, whatever the ratio', async () => {
    const all = recordTraces();
    const none = recordTraces({ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0' });
    none.tracer.startSpan('within', {}, trace.setSpan(ROOT_CONTEXT, all.tracer.startSpan('root'))).end();
    none.tracer.startSpan('alone', {}, ROOT_CONTEXT).end();
    expect((await none.spans()).map(({ name }) => name)).toEqual(['within']);
  });
});

test('what runs within a span stays there over waiting', async () => {
  recordTraces();
  const within = ROOT_CONTEXT.setValue(Symbol.for('test'), 'within');
  const seen = await context.with(within, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return context.active().getValue(Symbol.for('test'));
  });
  expect([seen, context.active()]).toEqual(['within', ROOT_CONTEXT]);
});

describe('a Lambda function', () => {
  const timed = (left: number) => ({ getRemainingTimeInMillis: () => left });

  test.each([
    [10_000, 2000],
    [1500, 1000],
    [100, 0],
  ])('with %i ms left flushes for %i at most, also after a failure', async (left, expected) => {
    const flushed: (number | undefined)[] = [];
    const flush = async (withinMs?: number) => void flushed.push(withinMs);
    const traces = Promise.resolve({ tracer: trace.getTracer('t'), flush, close: () => flush() });
    expect(await flushing(async () => 'answer', traces)({}, timed(left))).toBe('answer');
    await expect(flushing(() => Promise.reject(new Error('failed')), traces)({}, timed(left))).rejects.toThrow('failed');
    expect(flushed).toEqual([expected, expected]);
  });

  test('goes on where the SDK could not be loaded', async () => {
    expect(await flushing(async () => 'answer', Promise.resolve(null))({}, timed(100))).toBe('answer');
  });
});

import { describe, expect, test } from 'vitest';
import { createMemoryMetrics } from '../../src/adapters/memory/memory-metrics.ts';
import { createMemoryTimings } from '../../src/adapters/memory/memory-timings.ts';
import { entryServed } from '../../src/generated/served/entry.ts';
import { countMetrics, familiesOf, metricRows } from '../../src/server/metrics/families.ts';
import { prometheusText } from '../../src/server/metrics/prometheus-text.ts';
import { registerService } from '../../src/services/routes.ts';
import { createService } from '../../src/services/service.ts';
import { openFrontDoor } from '../support/front-door.ts';
import { silentLog } from '../support/silent-log.ts';

const process = { loopDelay: { p50: 0, p99: 0, max: 0 }, heapUsed: 1, heapTotal: 2, resident: 3, cpuSeconds: 4.5, startedAt: 5 };
const queue = { queue: 'dataQueue', waiting: 3, inFlight: 2, delayed: 1, deadLetters: 4, oldestAgeMs: 1500, sent: 10, done: 0, expired: null };
const stream = { worker: 'enqueueEntries', behind: null, oldestAgeMs: 250, deadLetters: 0 };

describe('what Prometheus is told', () => {
  test('is in its text format, with what is not known left out', () => {
    const metrics = createMemoryMetrics();
    metrics.count('recordsReceived', 7, { worker: 'saveEntries' });
    const timings = createMemoryTimings();
    timings.observe('serviceCall', 0.003, { service: 'entry', operation: 'say "x"\\\n', status: '200' });
    const text = prometheusText(
      familiesOf({ counts: metrics.counts(), timings: timings.timings(), flow: { idle: false, queues: [queue], streams: [stream] }, process }),
    );
    const lines = text.split('\n');
    expect(lines).toContain('# TYPE reg_queue_messages gauge');
    expect(lines).toContain('reg_queue_messages{queue="dataQueue",state="in_flight"} 2');
    expect(lines).toContain('reg_queue_oldest_age_seconds{queue="dataQueue"} 1.5');
    expect(lines).toContain('reg_records_received_total{worker="saveEntries"} 7');
    expect(lines).toContain('process_cpu_seconds_total 4.5');
    const labels = String.raw`service="entry",operation="say \"x\"\\\n",status="200"`;
    expect(lines).toContain(`reg_service_call_duration_seconds_bucket{${labels},le="0.0025"} 0`);
    expect(lines).toContain(`reg_service_call_duration_seconds_bucket{${labels},le="0.005"} 1`);
    expect(lines).toContain(`reg_service_call_duration_seconds_bucket{${labels},le="+Inf"} 1`);
    expect(lines).toContain(`reg_service_call_duration_seconds_sum{${labels}} 0.003`);
    expect(lines.filter((line) => /^reg_(queue_expired_total|stream_records_behind)\b/.test(line))).toEqual([]);
    expect(text.endsWith('\n')).toBe(true);
  });

  test.each(Object.entries(countMetrics))('the count %s is %s', (name, metric) => {
    const metrics = createMemoryMetrics();
    metrics.count(name as 'refusals', 3, { reason: 'NO_INVITE' });
    const families = familiesOf({ counts: metrics.counts(), timings: [], flow: { idle: true, queues: [], streams: [] }, process });
    expect(families.find((family) => family.name === metric)?.samples).toEqual([{ labels: { reason: 'NO_INVITE' }, value: 3 }]);
  });

  test('names each metric as its ecosystem does: counters end in _total, histograms in their unit', () => {
    const odd = Object.entries(metricRows).filter(
      ([name, { type }]) => (type === 'counter') !== name.endsWith('_total') || (type === 'histogram' && !name.endsWith('_seconds')),
    );
    expect(odd).toEqual([]);
  });
});

describe('/metrics', () => {
  test.each([
    ['an operator', { kind: 'operator', name: 'o', ttlSeconds: 60 }, 200],
    ['an app with the scope', { kind: 'app', name: 'prometheus', scopes: ['metrics:read'], audience: 'reg-workers', ttlSeconds: 60 }, 200],
    ['an app without it', { kind: 'app', name: 'other', scopes: ['entries:read'], audience: 'reg-workers', ttlSeconds: 60 }, 403],
    ['a fan', { kind: 'fan', globalUserId: 'fan-1', ttlSeconds: 60 }, 403],
  ] as const)('%s', async (_, caller, status) => {
    const { url, sign } = await openFrontDoor({ metrics: async () => 'figures' });
    const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${await sign({ ...caller } as Parameters<typeof sign>[0])}` } });
    expect([answer.status, (await answer.text()) === 'figures']).toEqual([status, status === 200]);
  });

  test('nobody without a token', async () => {
    const { url } = await openFrontDoor({ metrics: async () => 'figures' });
    expect((await fetch(`${url}/metrics`)).status).toBe(401);
    expect((await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer a.b.c' } })).status).toBe(401);
  });
});

describe('how long requests take', () => {
  test('is told by route, operation and status, which hold nothing that a caller made up', async () => {
    const timings = createMemoryTimings();
    const tokens = { verify: async () => ({ kind: 'operator', name: 'o' }) as const, jwks: async () => ({ keys: [] }) };
    const handlers = {} as never;
    const { url, ask } = await openFrontDoor({
      timings,
      services: (app) => registerService(app, createService({ served: entryServed, handlers, tokens, log: silentLog, timings })),
    });
    await ask({ query: '{ mine: campaign(slug: "fan-4711") { id } }' });
    await ask({ query: '{ fan4711 }' });
    await fetch(`${url}/healthz`);
    await fetch(`${url}/fan-4711`);
    await fetch(`${url}/services/entry/v1/campaigns/c/entries/fan-4711`);
    await ask({ query: 'query { campaign(slug: "a") { id } myEntry(slug: "a") { version } }' });
    const told = timings.timings().map(({ name, labels }) => [name, ...Object.values(labels)].join(' '));
    expect(told.sort()).toEqual([
      'frontDoorRequest /graphql campaign 200',
      'frontDoorRequest /graphql none 400',
      'frontDoorRequest /graphql several 200',
      'frontDoorRequest /healthz GET 200',
      'frontDoorRequest /services/entry/v1/campaigns/:campaignId/entries/:globalUserId GET 401',
      'frontDoorRequest none GET 404',
    ]);
  });
});

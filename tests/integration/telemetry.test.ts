import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOtelCollector } from '../../scripts/servers/otel-collector.ts';
import type { RunningServer } from '../../scripts/servers/process.ts';
import { checkRules, startPrometheus } from '../../scripts/servers/prometheus.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { openSigner } from '../../src/cli/signer.ts';
import { metricRows } from '../../src/server/metrics/families.ts';
import { until } from '../aws/until.ts';
import { type ServingProcess, serve } from '../support/real-process.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const RULES = join(import.meta.dirname, '../../docs/prometheus/alerts.yaml');
const DASHBOARD = join(import.meta.dirname, '../../docs/grafana/reg-workers.json');
const CORRELATION_ID = 'followed-by-the-test';
const FANS = 20;

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes?: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
}

/** What the collector was sent, as it wrote it. */
const spansIn = (file: string): readonly Span[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap(
      (line) =>
        (JSON.parse(line) as { readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[] }).resourceSpans,
    )
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));

const folder = createTemporaryFolder(afterAll);
const dataFolder = join(folder, 'data');
const spanFile = join(folder, 'spans.jsonl');
let collector: RunningServer;
let system: ServingProcess;
let operator: string;

const get = async (path: string): Promise<unknown> => (await fetch(`${system.url}${path}`, { headers: { authorization: `Bearer ${operator}` } })).json();

beforeAll(async () => {
  collector = await startOtelCollector(spanFile);
  system = await serve(dataFolder, [], { env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '200' } }, afterAll);
  const clock = createSystemClock();
  const signer = await openSigner({ dataFolder, deployment: null, clock, random: createSystemRandom(clock) });
  operator = await signer.sign({ kind: 'operator', name: 'test', ttlSeconds: 600 });
  const reader = await signer.sign({ kind: 'app', name: 'prometheus', scopes: ['metrics:read'], audience: 'reg-workers', ttlSeconds: 600 });
  writeFileSync(join(folder, 'token'), reader);
  const query = 'mutation ($input: RegistrationInput!) { upsertEntry(input: $input) { isEligible } }';
  for (let fan = 0; fan < FANS; fan += 1) {
    const token = await signer.sign({ kind: 'fan', globalUserId: `fan-${fan}`, email: `fan-${fan}@example.org`, ttlSeconds: 600 });
    const entry = JSON.stringify({ markets: ['welcome-london'], tickets: 2 });
    const userInfo = { globalUserId: `fan-${fan}`, email: `fan-${fan}@example.org`, firstName: 'Ann', lastName: 'Lee', locale: 'en' };
    const answer = await fetch(`${system.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...(fan === 0 && { 'x-correlation-id': CORRELATION_ID }) },
      body: JSON.stringify({ query, variables: { input: { slug: 'welcome', entry, userInfo } } }),
    });
    expect(await answer.json()).toEqual({ data: { upsertEntry: { isEligible: true } } });
  }
  const published = (): Promise<{ count: number }> => get('/operator/v1/topics/prd2011.dmnd.registrations/count') as Promise<{ count: number }>;
  await until('the registrations', 60, published, ({ count }) => count === FANS);
});

afterAll(async () => {
  await system?.stop();
  await collector?.stop();
});

describe('a collector of OpenTelemetry', () => {
  const ofTheFan = (): readonly Span[] => {
    const spans = spansIn(spanFile);
    const root = spans.find(({ name, attributes = [] }) => name.startsWith('GraphQL') && attributes.some(({ value }) => value.stringValue === CORRELATION_ID));
    return spans.filter(({ traceId }) => traceId === root?.traceId);
  };
  const HOPS = ['GraphQL upsertEntry', 'upsertEntry', 'enqueueEntries', 'saveEntries', 'processData', 'sendData'];

  test('is told of one registration as one trace, from GraphQL to the event log, each hop under the one before', async () => {
    const named = (trace: readonly Span[]): readonly string[] => trace.map(({ name }) => name);
    const all = [...HOPS, 'checkEligibility', 'upsertUsers', 'planEmailJobs'];
    const trace = await until(
      'the trace',
      30,
      async () => ofTheFan(),
      (found) => all.every((hop) => named(found).includes(hop)),
    );
    expect(named(trace).toSorted()).toEqual(all.toSorted());
    const parents = HOPS.map((hop) => {
      const span = trace.find(({ name }) => name === hop);
      return [hop, trace.find(({ spanId }) => spanId === span?.parentSpanId)?.name];
    });
    expect(parents).toEqual(HOPS.map((hop, place) => [hop, HOPS[place - 1]]));
  });

  test('is told nothing of fans', () => {
    const text = readFileSync(spanFile, 'utf8');
    expect(spansIn(spanFile).length).toBeGreaterThan(FANS);
    expect(['example.org', 'fan-1', 'Ann'].filter((word) => text.includes(word))).toEqual([]);
  });
});

describe('Prometheus', () => {
  let prometheus: RunningServer;
  beforeAll(async () => {
    prometheus = await startPrometheus({ target: new URL(system.url).host, tokenFile: join(folder, 'token'), ruleFile: RULES });
  });
  afterAll(async () => {
    await prometheus?.stop();
  });

  const ask = async (
    expression: string,
  ): Promise<readonly { readonly metric: Readonly<Record<string, string>>; readonly value: readonly [number, string] }[]> => {
    const answer = await fetch(`${prometheus.url}/api/v1/query?query=${encodeURIComponent(expression)}`);
    const { status, error, data } = (await answer.json()) as { readonly status: string; readonly error?: string; readonly data: { readonly result: never } };
    if (status !== 'success') throw new Error(`${expression}: ${error}`);
    return data.result;
  };
  const numberOf = async (expression: string): Promise<number> => Number((await ask(expression))[0]?.value[1] ?? Number.NaN);

  test('reads the metrics of a running system with a token, and answers for it', async () => {
    await until(
      'a scrape',
      30,
      () => numberOf('up{job="reg-workers"}'),
      (up) => up === 1,
    );
    expect(await numberOf('reg_front_door_request_duration_seconds_count{route="/graphql",operation="upsertEntry",status="200"}')).toBe(FANS);
    expect(await numberOf('reg_queue_done_total{queue="registration-queue"}')).toBe(FANS);
    expect(await numberOf('sum(reg_queue_messages)')).toBe(0);
    expect(await numberOf('reg_records_received_total{worker="saveEntries"}')).toBeGreaterThanOrEqual(FANS);
    expect(await numberOf('sum(reg_service_call_duration_seconds_count{service="entry",operation="upsertEntries",status="200"})')).toBeGreaterThan(0);
    const quantile = 'histogram_quantile(0.99, sum by (le) (reg_worker_duration_seconds_bucket{worker="saveEntries"}))';
    expect(await numberOf(quantile)).toBeGreaterThan(0);
  });

  test('has each metric, and knows its type and words', async () => {
    const answer = await fetch(`${prometheus.url}/api/v1/metadata`);
    const { data } = (await answer.json()) as { readonly data: Readonly<Record<string, readonly { readonly type: string; readonly help: string }[]>> };
    const told = Object.keys(metricRows).map((name) => [name, data[name]?.map(({ type, help }) => ({ type, help }))]);
    expect(told).toEqual(Object.entries(metricRows).map(([name, { type, help }]) => [name, [{ type, help }]]));
  });

  test('understands each question of the dashboard', async () => {
    const { panels } = JSON.parse(readFileSync(DASHBOARD, 'utf8')) as {
      readonly panels: readonly { readonly targets?: readonly { readonly expr: string }[] }[];
    };
    const questions = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr.replaceAll('$__rate_interval', '1m').replaceAll('$instance', '.*')));
    for (const question of questions) await ask(question);
    expect(questions.length).toBeGreaterThan(20);
  });

  test('takes the alerts, which promtool finds in order, and none goes off in a system that is well', async () => {
    expect(checkRules(RULES)).toContain('SUCCESS');
    const rules = async () => {
      const answer = await fetch(`${prometheus.url}/api/v1/rules`);
      const { data } = (await answer.json()) as {
        readonly data: {
          readonly groups: readonly { readonly rules: readonly { readonly name: string; readonly health: string; readonly state: string }[] }[];
        };
      };
      return data.groups.flatMap((group) => group.rules);
    };
    const judged = await until('the rules', 30, rules, (found) => found.length > 0 && found.every(({ health }) => health !== 'unknown'));
    expect(judged.filter(({ health, state }) => health !== 'ok' || state !== 'inactive')).toEqual([]);
  });
});

test('a system whose collector is away takes registrations and ends as it should', async () => {
  const lonely = await serve(join(folder, 'lonely'), [], { env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_BSP_SCHEDULE_DELAY: '50' } });
  const answer = await fetch(`${lonely.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ campaign(slug: "welcome") { name } }' }),
  });
  expect(await answer.json()).toEqual({ data: { campaign: { name: 'Welcome Nights' } } });
  expect(await lonely.stop()).toBe(0);
});

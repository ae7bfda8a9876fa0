import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { metricRows } from '../../src/server/metrics/families.ts';

const textOf = (path: string): string => readFileSync(path, 'utf8');

/** Metrics that an expression of PromQL asks for, by the names that they are registered under. */
const askedIn = (expression: string): readonly string[] =>
  [...expression.matchAll(/\b(?:reg|nodejs|process)_\w+/g)].map(([name]) => name.replace(/_(bucket|count|sum)$/, ''));

const known = (name: string): boolean => Object.hasOwn(metricRows, name);

test('docs/telemetry.md has each metric in the words of /metrics, and no other', () => {
  const rows = [...textOf('docs/telemetry.md').matchAll(/^\| `((?:reg|nodejs|process)_\w+)` \| (\w+) \| (.*) \|$/gm)].map(([, name, type, help]) => [
    name,
    { type, help },
  ]);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(Object.entries(metricRows).map(([name, { type, help }]) => [name, { type, help }])));
});

test('each panel of the dashboard asks for metrics that there are, and each metric is on it', () => {
  const { panels } = JSON.parse(textOf('docs/grafana/reg-workers.json')) as {
    readonly panels: readonly { readonly targets?: readonly { readonly expr: string }[] }[];
  };
  const asked = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => askedIn(expr)));
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((names) => names.length === 0)).toEqual([]);
  expect(asked.flat().filter((name) => !known(name))).toEqual([]);
  const missing = Object.keys(metricRows).filter((name) => !asked.flat().includes(name));
  expect(missing).toEqual(['process_start_time_seconds']);
});

test('each alert asks for metrics that there are', () => {
  const { groups } = parse(textOf('docs/prometheus/alerts.yaml')) as { readonly groups: readonly { readonly rules: readonly { readonly expr: string }[] }[] };
  const asked = groups.flatMap(({ rules }) => rules.flatMap(({ expr }) => askedIn(expr)));
  expect(asked.length).toBeGreaterThan(8);
  expect(asked.filter((name) => !known(name))).toEqual([]);
});

test('the scrape configuration in docs/telemetry.md is YAML', () => {
  const [, example = ''] = /^```yaml\n([\s\S]*?)^```/m.exec(textOf('docs/telemetry.md')) ?? [];
  expect(parse(example)).toMatchObject({ scrape_configs: [{ job_name: 'reg-workers' }], rule_files: ['alerts.yaml'] });
});

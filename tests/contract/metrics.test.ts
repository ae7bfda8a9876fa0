import { expect, test } from 'vitest';
import { createEmfMetrics } from '../../src/adapters/aws/emf-metrics.ts';
import { createMemoryMetrics } from '../../src/adapters/memory/memory-metrics.ts';
import { createSetClock } from '../support/set-clock.ts';
import type { Registry } from './adapters.ts';
import { type Counted, describeMetricsContract, type MetricsSubject } from './metrics.contract.ts';

interface EmfLine {
  readonly _aws: {
    readonly Timestamp: number;
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
  readonly [member: string]: unknown;
}

/** As CloudWatch reads a line. */
const countsIn = (text: string): readonly Counted[] => {
  const line = JSON.parse(text) as EmfLine;
  return line._aws.CloudWatchMetrics.flatMap(({ Dimensions, Metrics }) =>
    Dimensions.flatMap(([dimension = '']) => Metrics.map(({ Name }) => ({ name: Name, dimension, label: String(line[dimension]), value: Number(line[Name]) }))),
  );
};

const addedUp = (counts: readonly Counted[]): readonly Counted[] => {
  const sums = new Map<string, Counted>();
  for (const count of counts) {
    const key = `${count.name} ${count.dimension} ${count.label}`;
    sums.set(key, { ...count, value: count.value + (sums.get(key)?.value ?? 0) });
  }
  return [...sums.values()];
};

const subjects: Registry<'metrics', () => MetricsSubject> = {
  memory: () => {
    const metrics = createMemoryMetrics<'saveEntries' | 'sendData'>();
    return { metrics, counted: metrics.counts };
  },
  emf: () => {
    const lines: string[] = [];
    const metrics = createEmfMetrics<'saveEntries' | 'sendData'>({ namespace: 'reg-workers', clock: createSetClock(), write: (line) => lines.push(line) });
    return { metrics, counted: () => addedUp(lines.flatMap(countsIn)) };
  },
};

for (const [name, create] of Object.entries(subjects)) describeMetricsContract(name, create);

test('what a function counted in one invocation is one line, as CloudWatch wants it', () => {
  const lines: string[] = [];
  const clock = createSetClock();
  const metrics = createEmfMetrics({ namespace: 'reg-workers', clock, write: (line) => lines.push(line) });
  metrics.count('recordsReceived', 25, { worker: 'saveEntries' });
  metrics.count('recordsFailed', 2, { worker: 'saveEntries' });
  metrics.flush();
  const told = [
    { Name: 'recordsReceived', Unit: 'Count' },
    { Name: 'recordsFailed', Unit: 'Count' },
  ];
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      _aws: { Timestamp: clock.now(), CloudWatchMetrics: [{ Namespace: 'reg-workers', Dimensions: [['worker']], Metrics: told }] },
      worker: 'saveEntries',
      recordsReceived: 25,
      recordsFailed: 2,
    },
  ]);
});
